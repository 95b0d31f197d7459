/// Texts that our own events have for attributes: a message that holds one makes none of its own.
enum KnownTexts {
    private struct Known {
        let bytes: [UInt8]
        let text: String
    }

    /// By the number of bytes.
    private static let known: [[Known]] = {
        let texts = Set(EventType.all.map(\.name) + Party.services.map(\.source) + ["application/json"])
        var known = [[Known]](repeating: [], count: 1 + (texts.map(\.utf8.count).max() ?? 0))
        for text in texts { known[text.utf8.count].append(Known(bytes: Array(text.utf8), text: text)) }
        return known
    }()

    /// The known text of these bytes; `nil` where they are none.
    static func text(of bytes: Span<UInt8>) -> String? {
        let known = Self.known
        guard bytes.count < known.count else { return nil }
        for index in known[bytes.count].indices where bytes.isSame(as: known[bytes.count][index].bytes) {
            return known[bytes.count][index].text
        }
        return nil
    }
}

extension Span<UInt8> {
    /// Compares from the end, where names of one family differ.
    fileprivate func isSame(as other: [UInt8]) -> Bool {
        var index = count
        while index > 0 {
            index -= 1
            guard self[index] == other[index] else { return false }
        }
        return true
    }

    /// Whether they are the bytes of a text.
    func isSame(as text: String) -> Bool {
        let other = text.utf8.span
        guard count == other.count else { return false }
        for index in indices where self[index] != other[index] { return false }
        return true
    }
}
