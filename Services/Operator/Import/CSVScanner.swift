import Foundation

/// Takes comma-separated text apart into records, as RFC 4180 has it.
///
/// A field may stand in quotes and then hold separators, line ends and doubled quotes; lines end with CRLF, LF or CR; a byte order mark before
/// a line, empty lines and a Ctrl-Z at the very end, which old programs write there, are passed over. `="…"`, as spreadsheets have a text that is not to
/// be a number, is a field in quotes. What the RFC does not allow besides is refused and not guessed at.
struct CSVScanner {
    /// The longest record, in bytes: a quote that is never closed must not swallow a file.
    static let longestRecord = 1 << 20

    /// One record with the line it begins on.
    struct Record: Equatable {
        let line: Int
        let fields: [String]
        /// Whether a byte order mark stands before it.
        var hasMark = false
    }

    private let bytes: [UInt8]
    private let separator: UInt8
    private var position = 0
    private var line: Int
    private var recordStart = 0
    private var recordLine = 1

    /// - Parameter firstLine: the number of the text's first line in its file.
    init(_ text: Data, separator: UInt8 = UInt8(ascii: ","), firstLine: Int = 1) {
        var bytes = [UInt8](text)
        while bytes.last == Self.endOfFile { bytes.removeLast() }
        self.bytes = bytes
        self.separator = separator
        line = firstLine
    }

    /// The next record; `nil` at the end. After a fault the next call goes on with the line behind the faulty one.
    mutating func next() throws(RowFault) -> Record? {
        while skipLineEnd() {}
        let hasMark = skipMark()
        while skipLineEnd() {}
        guard position < bytes.count else { return nil }
        (recordStart, recordLine) = (position, line)
        var fields: [String] = []
        while true {
            fields.append(try field(number: fields.count + 1))
            if position < bytes.count, bytes[position] == separator {
                position += 1
                continue
            }
            _ = skipLineEnd()
            return Record(line: recordLine, fields: fields, hasMark: hasMark)
        }
    }

    /// Reads one field and stops at the separator or the line's end behind it.
    private mutating func field(number: Int) throws(RowFault) -> String {
        if isFormulaText { position += 1 }
        guard position < bytes.count, bytes[position] == Self.quote else {
            let start = position
            while position < bytes.count, !isFieldEnd(bytes[position]) {
                if bytes[position] == Self.endOfFile {
                    throw refuse(number, "has a Ctrl-Z, the mark of a file's end, with more behind it", "text without it")
                }
                if bytes[position] == Self.quote {
                    throw refuse(number, "has a quote but does not begin with one", "the whole field in quotes, its own quotes doubled")
                }
                position += 1
            }
            return try text(bytes[start..<position], number)
        }
        position += 1
        var content: [UInt8] = []
        while position < bytes.count, position - recordStart <= Self.longestRecord {
            let byte = bytes[position]
            if byte == Self.quote {
                position += 1
                guard position < bytes.count, bytes[position] == Self.quote else { return try endOfQuoted(content, number) }
            } else if isLineEnd(at: position) {
                line += 1
            }
            content.append(byte)
            position += 1
        }
        throw refuse(number, "opens a quote and never closes it", "a closing quote within \(Self.longestRecord) bytes")
    }

    private mutating func endOfQuoted(_ content: [UInt8], _ number: Int) throws(RowFault) -> String {
        guard position == bytes.count || isFieldEnd(bytes[position]) else {
            throw refuse(number, "continues after its closing quote", "a separator or the line's end there; quotes inside doubled")
        }
        return try text(content[...], number)
    }

    private mutating func text(_ bytes: ArraySlice<UInt8>, _ number: Int) throws(RowFault) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw refuse(number, "is not valid UTF-8", "text in UTF-8") }
        return text
    }

    /// Makes the fault and moves behind the line the record begins on.
    private mutating func refuse(_ number: Int, _ problem: String, _ expected: String) -> RowFault {
        (position, line) = (recordStart, recordLine)
        while position < bytes.count, !skipLineEnd() { position += 1 }
        return RowFault(line: recordLine, field: "column \(number)", problem: problem, expected: expected)
    }

    /// Whether `="` stands here.
    private var isFormulaText: Bool {
        position + 1 < bytes.count && bytes[position] == UInt8(ascii: "=") && bytes[position + 1] == Self.quote
    }

    private mutating func skipMark() -> Bool {
        let start = position
        while bytes[position...].starts(with: Self.mark) { position += Self.mark.count }
        return position > start
    }

    private mutating func skipLineEnd() -> Bool {
        guard position < bytes.count, Self.isLineByte(bytes[position]) else { return false }
        position += bytes[position] == Self.return && position + 1 < bytes.count && bytes[position + 1] == Self.newline ? 2 : 1
        line += 1
        return true
    }

    /// Whether a line ends with this byte; of CR and LF together only the LF counts.
    private func isLineEnd(at index: Int) -> Bool {
        bytes[index] == Self.newline || bytes[index] == Self.return && !(index + 1 < bytes.count && bytes[index + 1] == Self.newline)
    }

    private func isFieldEnd(_ byte: UInt8) -> Bool { byte == separator || Self.isLineByte(byte) }

    private static func isLineByte(_ byte: UInt8) -> Bool { byte == newline || byte == `return` }

    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    /// Ctrl-Z.
    private static let endOfFile: UInt8 = 0x1A
    private static let quote = UInt8(ascii: "\"")
    private static let newline = UInt8(ascii: "\n")
    private static let `return` = UInt8(ascii: "\r")
}
