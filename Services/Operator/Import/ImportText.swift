import Foundation
import TextDecoding

/// A file's text in UTF-8, however it was written.
struct ImportText {
    /// Without a change where the file is in UTF-8; rows of it may still hold bytes that are none.
    let utf8: Data

    /// Reads a file's bytes.
    ///
    /// - Parameters:
    ///   - encoding: how the file is written, where somebody has said so; else it must be UTF-8, and what looks like something else is refused whole.
    ///   - separator: what stands between the fields of a line; `nil` for lines of JSON.
    /// - Throws: a `RowFault` with the line and the column, or the character of the line, that cannot be read so.
    init(_ bytes: Data, encoding: TextEncoding?, separator: Character?) throws(RowFault) {
        guard let encoding else {
            try Self.refuseOthers(bytes, separator)
            utf8 = bytes
            return
        }
        guard encoding != .utf8 else {
            utf8 = bytes
            return
        }
        do throws(TextDecodingError) {
            utf8 = try TextDecoder.utf8(bytes, from: encoding)
        } catch {
            switch error {
            case .invalid(_, let before):
                let place = Self.place(in: before, before.count, separator)
                throw RowFault(
                    line: place.line, field: place.field, problem: "is not text in \(encoding.title)",
                    expected: "a file in \(encoding.title), as the encoding given says")
            case .unavailable:
                throw RowFault(line: 1, field: "encoding", problem: "cannot be read on this system", expected: "a file in UTF-8")
            }
        }
    }

    private static func refuseOthers(_ bytes: Data, _ separator: Character?) throws(RowFault) {
        if let likely = EncodingGuess.encoding(of: bytes) {
            let offset = likely == .gbk ? EncodingGuess.firstInvalidUTF8(in: bytes) ?? 0 : 0
            let place = place(in: bytes, offset, separator)
            throw RowFault(
                line: place.line, field: place.field, problem: "is not UTF-8; the file looks like \(likely.title)",
                expected: "a file in UTF-8, or the encoding: \(advice(likely))")
        }
        if let offset = MisreadGBK.firstJumble(in: bytes) {
            let place = place(in: bytes, offset, separator)
            throw RowFault(
                line: place.line, field: place.field, problem: "is valid UTF-8 but no writing anybody uses; the file looks like GBK",
                expected: "the encoding: \(advice(.gbk)); or --encoding utf-8 if it is right as it is")
        }
    }

    private static func advice(_ encoding: TextEncoding) -> String {
        "--encoding \(encoding.rawValue), or \"encoding: \(encoding.rawValue)\" in the mapping"
    }

    /// The line of an offset, and the column that it lies in; of JSON the character of the line.
    private static func place(in bytes: Data, _ offset: Int, _ separator: Character?) -> (line: Int, field: String) {
        let before = bytes.prefix(offset)
        let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? before.startIndex
        let line = 1 + before.count { $0 == UInt8(ascii: "\n") }
        guard let separator = separator?.asciiValue else {
            return (line, "character \(String(decoding: before[start...], as: UTF8.self).count + 1)")
        }
        var isQuoted = false
        var column = 1
        for byte in before[start...] {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if byte == separator, !isQuoted { column += 1 }
        }
        return (line, "column \(column)")
    }
}
