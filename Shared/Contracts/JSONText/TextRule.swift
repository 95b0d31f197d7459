internal import Domain

/// How long a text may be and which characters it may hold.
struct TextRule {
    /// In Unicode code points, as JSON Schema counts them.
    let maximum: Int
    /// Free text may have line breaks and tabs; a name or a code may not.
    var allowsLineBreaks = false

    static let code = TextRule(maximum: 64)
    static let reason = TextRule(maximum: 1000, allowsLineBreaks: true)

    /// - Throws: a `Fault` that names `field` and never holds the text.
    func check(_ text: String, field: String) throws(Fault) {
        guard Self.length(text) <= maximum else {
            throw Fault(field: field, problem: "is too long", expected: "at most \(maximum) characters")
        }
        guard !Self.hasControlCharacter(text, allowingLineBreaks: allowsLineBreaks) else {
            throw Fault(field: field, problem: "has a control character", expected: "printable text")
        }
    }

    /// Code points: each byte of UTF-8 that does not continue another.
    static func length(_ text: String) -> Int {
        var count = 0
        for byte in text.utf8 where byte & 0xC0 != 0x80 { count += 1 }
        return count
    }

    /// Whether there is a character of U+0000–U+001F or U+007F–U+009F; a database refuses the first of them.
    static func hasControlCharacter(_ text: String, allowingLineBreaks: Bool) -> Bool {
        var previous: UInt8 = 0
        for byte in text.utf8 {
            if byte < 0x20 || byte == 0x7F {
                let isLineBreak = byte == 0x0A || byte == 0x0D || byte == 0x09
                if !(allowingLineBreaks && isLineBreak) { return true }
            }
            if previous == 0xC2, byte >= 0x80, byte <= 0x9F { return true }
            previous = byte
        }
        return false
    }

    /// Whether nothing but white space is there.
    static func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }
}
