/// A text with places for values, taken apart.
struct NoticeText: Hashable, Sendable {
    enum Segment: Hashable, Sendable {
        case literal(String)
        case placeholder(String)
    }

    let segments: [Segment]

    /// Takes a text apart.
    ///
    /// - Throws: a `Fault` at `field` when a `{{` is never closed, or a name is no word of ASCII letters.
    init(_ text: String, at field: String) throws(Fault) {
        var segments: [Segment] = []
        var rest = text[...]
        while let opening = rest.firstRange(of: "{{") {
            if opening.lowerBound > rest.startIndex { segments.append(.literal(String(rest[..<opening.lowerBound]))) }
            let afterOpening = rest[opening.upperBound...]
            guard let closing = afterOpening.firstRange(of: "}}") else {
                throw Fault(field: field, problem: "opens a placeholder and never closes it", expected: "{{name}}")
            }
            let name = String(afterOpening[..<closing.lowerBound])
            guard !name.isEmpty, name.utf8.allSatisfy(Self.isLetter) else {
                throw Fault(field: field, problem: "has a placeholder that is no name", expected: "{{name}} of letters only")
            }
            segments.append(.placeholder(name))
            rest = afterOpening[closing.upperBound...]
        }
        if !rest.isEmpty { segments.append(.literal(String(rest))) }
        self.segments = segments
    }

    var placeholders: [String] {
        segments.compactMap { segment in
            if case .placeholder(let name) = segment { return name }
            return nil
        }
    }

    /// The text with its values in place.
    ///
    /// - Throws: a `Fault` at the first placeholder without a value; `NotificationRules.faults()` finds these before anything is sent.
    func filled(_ value: (String) -> String?) throws(Fault) -> String {
        var text = ""
        for segment in segments {
            switch segment {
            case .literal(let literal): text += literal
            case .placeholder(let name):
                guard let filling = value(name) else {
                    throw Fault(field: name, problem: "has no value here", expected: "a placeholder that the trigger fills")
                }
                text += filling
            }
        }
        return text
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
