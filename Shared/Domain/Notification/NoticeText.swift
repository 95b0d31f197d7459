/// A text with places for values, taken apart. What stands between `[[` and `]]` is left out where a value in it is missing.
struct NoticeText: Hashable, Sendable {
    enum Segment: Hashable, Sendable {
        case literal(String)
        case placeholder(String)
        /// Said only where every value in it is there.
        case passage([Segment])
    }

    let segments: [Segment]

    /// Takes a text apart.
    ///
    /// - Throws: a `Fault` at `field` when a `{{` or a `[[` is never closed, or a name is no word of ASCII letters.
    init(_ text: String, at field: String) throws(Fault) {
        var segments: [Segment] = []
        var rest = text[...]
        while let opening = rest.firstRange(of: "[[") {
            let afterOpening = rest[opening.upperBound...]
            guard let closing = afterOpening.firstRange(of: "]]") else {
                throw Fault(field: field, problem: "opens a passage and never closes it", expected: "[[words with a {{name}}]]")
            }
            segments += try Self.plain(rest[..<opening.lowerBound], at: field)
            segments.append(.passage(try Self.plain(afterOpening[..<closing.lowerBound], at: field)))
            rest = afterOpening[closing.upperBound...]
        }
        self.segments = segments + (try Self.plain(rest, at: field))
    }

    private static func plain(_ text: Substring, at field: String) throws(Fault) -> [Segment] {
        var segments: [Segment] = []
        var rest = text
        while let opening = rest.firstRange(of: "{{") {
            if opening.lowerBound > rest.startIndex { segments.append(.literal(String(rest[..<opening.lowerBound]))) }
            let afterOpening = rest[opening.upperBound...]
            guard let closing = afterOpening.firstRange(of: "}}") else {
                throw Fault(field: field, problem: "opens a placeholder and never closes it", expected: "{{name}}")
            }
            let name = String(afterOpening[..<closing.lowerBound])
            guard !name.isEmpty, name.utf8.allSatisfy(isLetter) else {
                throw Fault(field: field, problem: "has a placeholder that is not a name", expected: "{{name}} of letters only")
            }
            segments.append(.placeholder(name))
            rest = afterOpening[closing.upperBound...]
        }
        if !rest.isEmpty { segments.append(.literal(String(rest))) }
        return segments
    }

    var placeholders: [String] { Self.placeholders(in: segments) }

    private static func placeholders(in segments: [Segment]) -> [String] {
        segments.flatMap { segment -> [String] in
            switch segment {
            case .literal: []
            case .placeholder(let name): [name]
            case .passage(let segments): placeholders(in: segments)
            }
        }
    }

    /// The text with its values in place.
    ///
    /// - Throws: a `Fault` at the first placeholder without a value; `NotificationRules.faults()` finds these before anything is sent.
    func filled(_ value: (String) -> String?) throws(Fault) -> String { try Self.filled(segments, value) }

    private static func filled(_ segments: [Segment], _ value: (String) -> String?) throws(Fault) -> String {
        var text = ""
        for segment in segments {
            switch segment {
            case .literal(let literal): text += literal
            case .placeholder(let name):
                guard let filling = value(name) else {
                    throw Fault(field: name, problem: "has no value here", expected: "a placeholder that the trigger fills")
                }
                text += filling
            case .passage(let segments):
                guard placeholders(in: segments).allSatisfy({ value($0)?.isEmpty == false }) else { continue }
                text += try filled(segments, value)
            }
        }
        return text
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
