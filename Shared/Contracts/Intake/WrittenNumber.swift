/// The digits of a telephone number as people, forms and spreadsheets write it: with blanks, dashes, brackets, in full width, among characters
/// nobody sees.
struct WrittenNumber {
    /// ASCII digits.
    private(set) var digits = ""
    /// Whether a `+` stands before them.
    private(set) var hasPlus = false
    /// Whether something stands between the digits that only a number of the plan may have there.
    private(set) var isGrouped = false

    /// Why a text is no number.
    enum Problem: Error {
        case letters
        case otherCharacters
        case rounded
    }

    /// - Throws: a `Problem` where there is a letter, a character no number is written with, or a number as a spreadsheet shows it: rounded
    ///   (`1.39E+10`), or with a point for decimals (`13900140005.0`).
    init(_ text: String) throws(Problem) {
        if Self.isRounded(text) { throw .rounded }
        var separators = 0
        var groups = [0]
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x30...0x39, 0xFF10...0xFF19:
                if separators > 0, !digits.isEmpty { isGrouped = true }
                separators = 0
                digits.unicodeScalars.append(
                    scalar.value < 0x80 ? scalar : Unicode.Scalar(UInt8(scalar.value - 0xFF10) + UInt8(ascii: "0")))
                groups[groups.count - 1] += 1
            case 0x2B, 0xFF0B:
                guard digits.isEmpty, !hasPlus else { throw .otherCharacters }
                hasPlus = true
            case 0x2E, 0xFF0E:
                groups.append(0)
                separators += 1
            case _ where Self.isSeparator(scalar): separators += 1
            case _ where Self.isInvisible(scalar): continue
            default: throw scalar.properties.isAlphabetic ? .letters : .otherCharacters
            }
        }
        // One point is that of decimals; between groups of digits there are several.
        guard groups.count == 1 || (groups.count > 2 && groups.allSatisfy { $0 > 1 }) else { throw .rounded }
    }

    /// Whether it is a number in scientific notation, as spreadsheets show long ones: `1.39E+10`, `1.39001E10`.
    static func isRounded(_ text: String) -> Bool {
        let bytes = Array(text.utf8).filter { $0 != UInt8(ascii: " ") }
        guard let letter = bytes.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }) else { return false }
        var mantissa = bytes[..<letter]
        if let sign = mantissa.first, "+-".utf8.contains(sign) { mantissa = mantissa.dropFirst() }
        var exponent = bytes[(letter + 1)...]
        let isSigned = exponent.first.map("+-".utf8.contains) ?? false
        if isSigned { exponent = exponent.dropFirst() }
        let parts = mantissa.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return (1...3).contains(exponent.count) && exponent.allSatisfy(isDigit) && (1...2).contains(parts.count)
            && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(isDigit) } && (parts.count == 2 || isSigned)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    /// Blanks, dashes and brackets.
    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x20, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
        case 0x2D, 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: true
        case 0x28, 0x29, 0xFF08, 0xFF09: true
        default: false
        }
    }

    /// Marks of direction, joiners, the byte order mark: what comes along when a number is copied from a page or a contact list.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x061C, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: true
        default: false
        }
    }
}
