import Foundation

/// Takes comma-separated text apart into records, as RFC 4180 has it.
///
/// A field may stand in quotes and then hold separators, line ends and doubled quotes; lines end with CRLF, LF or CR; a byte order mark before
/// the first and empty lines are passed over. What the RFC does not allow is refused and not guessed at.
struct CSVScanner {
    /// The longest record, in bytes: a quote that is never closed must not swallow a file.
    static let longestRecord = 1 << 20

    /// One record with the line it begins on.
    struct Record: Equatable {
        let line: Int
        let fields: [String]
    }

    private let bytes: [UInt8]
    private let separator: UInt8
    private var position = 0
    private var line = 1
    private var recordStart = 0
    private var recordLine = 1

    init(_ text: Data, separator: UInt8 = UInt8(ascii: ",")) {
        bytes = [UInt8](text.starts(with: [0xEF, 0xBB, 0xBF]) ? text.dropFirst(3) : text)
        self.separator = separator
    }

    /// The next record; `nil` at the end. After a fault the next call goes on with the line behind the faulty one.
    mutating func next() throws(RowFault) -> Record? {
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
            return Record(line: recordLine, fields: fields)
        }
    }

    /// Reads one field and stops at the separator or the line's end behind it.
    private mutating func field(number: Int) throws(RowFault) -> String {
        guard position < bytes.count, bytes[position] == Self.quote else {
            let start = position
            while position < bytes.count, !isFieldEnd(bytes[position]) {
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
            throw refuse(number, "goes on behind its closing quote", "a separator or the line's end there; quotes inside doubled")
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

    private static let quote = UInt8(ascii: "\"")
    private static let newline = UInt8(ascii: "\n")
    private static let `return` = UInt8(ascii: "\r")
}
