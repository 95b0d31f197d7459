internal import Domain

/// How long a text may be and which characters it may hold.
struct TextRule {
    /// In Unicode code points, as JSON Schema counts them.
    let maximum: Int
    /// Free text may have line breaks and tabs; a name or a code may not.
    var allowsLineBreaks = false

    static let code = TextRule(maximum: 64)

    /// - Throws: a `Fault` that names `field` and never holds the text.
    func check(_ text: String, field: @autoclosure () -> String) throws(Fault) {
        let (length, hasControlCharacter) = Self.look(at: text, allowingLineBreaks: allowsLineBreaks)
        guard length <= maximum else {
            throw Fault(field: field(), problem: "is too long", expected: "at most \(maximum) characters")
        }
        guard !hasControlCharacter else {
            throw Fault(field: field(), problem: "has a control character", expected: "printable text")
        }
    }

    /// A point in time that an outsider names.
    ///
    /// - Throws: a `Fault` that names `field` where it is not RFC 3339, or its year in UTC none of 0001 to 9999.
    static func time(_ text: String, field: @autoclosure () -> String) throws(Fault) -> Instant {
        switch Instant.read(text) {
        case .success(let instant): return instant
        case .failure(let reason): throw Fault(field: field(), problem: reason.problem, expected: reason.expected)
        }
    }

    /// Whether there is a character of U+0000–U+001F or U+007F–U+009F; a database refuses the first of them.
    static func hasControlCharacter(_ text: String) -> Bool {
        // Nearly every text has no byte that could be one or begin one, which is told without a decision at each byte.
        let bytes = text.utf8.span
        var suspects: UInt8 = 0
        for index in bytes.indices {
            let byte = bytes[index]
            suspects |= (byte < 0x20 ? 1 : 0) | (byte == 0x7F ? 1 : 0) | (byte == 0xC2 ? 1 : 0)
        }
        return suspects != 0 && look(at: text, allowingLineBreaks: false).hasControlCharacter
    }

    /// Whether nothing but white space is there.
    static func isBlank(_ text: String) -> Bool {
        // Nearly every text begins with a visible ASCII character or with Chinese, and is told by its first byte.
        guard let first = text.utf8.first else { return true }
        if first > 0x20, first < 0x7F || first >= 0xE4 { return false }
        return text.allSatisfy(\.isWhitespace)
    }

    /// Counts code points, each being a byte of UTF-8 that does not continue another, and looks for control characters, in one go.
    private static func look(at text: String, allowingLineBreaks: Bool) -> (length: Int, hasControlCharacter: Bool) {
        var length = 0
        var hasControlCharacter = false
        var previous: UInt8 = 0
        for byte in text.utf8 {
            if byte & 0xC0 != 0x80 { length += 1 }
            if byte < 0x20 || byte == 0x7F {
                let isLineBreak = byte == 0x0A || byte == 0x0D || byte == 0x09
                if !(allowingLineBreaks && isLineBreak) { hasControlCharacter = true }
            } else if previous == 0xC2, byte >= 0x80, byte <= 0x9F {
                hasControlCharacter = true
            }
            previous = byte
        }
        return (length, hasControlCharacter)
    }
}

/// Which amounts are believed when outsiders name them.
enum MoneyRule {
    /// Far above any telecom bill; it keeps sums from overflowing.
    static let maximumMinorUnits: Int64 = 1_000_000_000_000

    /// - Throws: a `Fault` when a part is missing, the amount is below zero or above the maximum, or the currency is none of ISO 4217.
    static func money(minorUnits: Int64?, currency: String?, field: @autoclosure () -> String) throws(Fault) -> Money {
        guard let minorUnits else {
            throw Fault(field: field() + ".minorUnits", problem: "is missing", expected: "whole minor units, such as fen")
        }
        guard (0...maximumMinorUnits).contains(minorUnits) else {
            throw Fault(field: field() + ".minorUnits", problem: "is out of range", expected: "0 to \(maximumMinorUnits)")
        }
        guard let currency else { throw Fault(field: field() + ".currency", problem: "is missing", expected: "ISO 4217, such as CNY") }
        guard Currency(currency) != nil else {
            throw Fault(field: field() + ".currency", problem: "is not a currency code", expected: "ISO 4217, such as CNY")
        }
        return Money(minorUnits: minorUnits, currency: currency)
    }
}
