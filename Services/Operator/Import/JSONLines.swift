import Foundation
import JSON

/// Reads a text of one JSON object a line.
struct JSONLines {
    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    private let text: Data
    private let reader: JSONReader
    private var position: Data.Index
    private var line = 0

    /// - Throws: a `RowFault` when there is no memory for a reader.
    init(_ text: Data) throws(RowFault) {
        self.text = text
        position = text.startIndex
        do throws(JSONError) {
            reader = try JSONReader()
        } catch {
            throw RowFault(line: 1, field: "", problem: "cannot be read: \(error)", expected: "memory for a line")
        }
    }

    /// The next line that is not empty; `nil` at the end. A byte order mark before a line, as where files were put together, is passed over.
    mutating func next() throws(RowFault) -> JSONLine? {
        while position < text.endIndex {
            line += 1
            let end = text[position...].firstIndex(of: UInt8(ascii: "\n")) ?? text.endIndex
            var bytes = Data(text[position..<end])
            position = end < text.endIndex ? text.index(after: end) : end
            while bytes.starts(with: Self.mark) { bytes = Data(bytes.dropFirst(Self.mark.count)) }
            while let last = bytes.last, Self.isSpace(last) { bytes.removeLast() }
            if !bytes.isEmpty { return try JSONLine(bytes, line: line, reader) }
        }
        return nil
    }

    /// White space of JSON, and the Ctrl-Z that old programs write at the end of a file.
    private static func isSpace(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0D, 0x1A].contains(byte) }
}
