/// What people and spreadsheets do to a cell so that a number stays as it is, and what becomes of one that did not.
enum SpreadsheetText {
    /// The cell without the dress in which a spreadsheet keeps a text from being a number: `="13800138000"` and `'13800138000`.
    static func unwrapped(_ cell: String) -> String {
        if cell.hasPrefix("=\""), cell.hasSuffix("\""), cell.count >= 3 {
            let inner = cell.dropFirst(2).dropLast()
            if !inner.contains("\"") { return String(inner) }
        }
        let trimmed = cell.trimmed
        if trimmed.hasPrefix("'"), trimmed.count > 1, trimmed.dropFirst().allSatisfy({ $0.isASCII && ($0.isNumber || "+- ".contains($0)) })
        {
            return String(trimmed.dropFirst())
        }
        return cell
    }

    /// What is wrong with a text that stands where a number's every digit counts; `nil` where nothing is.
    ///
    /// A spreadsheet writes a long number as `1.39E+10`, whose other digits are lost, and a program as `13800138000.0`, which says that it was a number and
    /// may have lost zeros in front.
    static func fault(inNumber text: String) -> (problem: String, expected: String)? {
        if isScientific(text) {
            return ("is a number in scientific notation, as a spreadsheet shows long ones: digits are lost", "all digits, kept as text")
        }
        if isDecimal(text) { return ("is a number with a decimal point", "digits only, kept as text") }
        if text.hasPrefix("-"), isDigits(text.dropFirst()) { return ("is a number below zero", "digits only, kept as text") }
        return nil
    }

    /// `1.39E+10`, `1E+10`, `1.39001e10`; not `1e5`, which may be the name of an account.
    static func isScientific(_ text: String) -> Bool {
        guard let mark = text.firstIndex(where: { $0 == "E" || $0 == "e" }) else { return false }
        let mantissa = text[..<mark]
        var exponent = text[text.index(after: mark)...]
        let isSigned = exponent.first == "+" || exponent.first == "-"
        if isSigned { exponent = exponent.dropFirst() }
        let parts = mantissa.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...3).contains(exponent.count), isDigits(exponent), parts.count <= 2, parts.allSatisfy(isDigits) else { return false }
        return isSigned || parts.count == 2
    }

    /// `13800138000.0`; the name of an account may have a point, but not in front of zeros alone.
    private static func isDecimal(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy(isDigits) && parts[1].count <= 2 && parts[1].allSatisfy { $0 == "0" }
    }

    /// Whether a text is how a spreadsheet keeps a time within: the days since 1900, such as `46353.375`.
    static func isSerialDate(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count <= 2 && parts.allSatisfy(isDigits) && (4...5).contains(parts[0].count)
    }

    private static func isDigits(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}
