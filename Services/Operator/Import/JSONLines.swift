import Foundation

/// Reads a text of one JSON object a line.
struct JSONLines {
    private let text: Data
    private var position: Data.Index
    private var line = 0

    init(_ text: Data) {
        self.text = text.starts(with: [0xEF, 0xBB, 0xBF]) ? text.dropFirst(3) : text
        position = self.text.startIndex
    }

    /// The next line that is not empty; `nil` at the end.
    mutating func next() throws(RowFault) -> JSONLine? {
        while position < text.endIndex {
            line += 1
            let end = text[position...].firstIndex(of: UInt8(ascii: "\n")) ?? text.endIndex
            let bytes = Data(text[position..<end])
            position = end < text.endIndex ? text.index(after: end) : end
            if bytes.contains(where: { !Self.isSpace($0) }) { return try JSONLine(bytes, line: line) }
        }
        return nil
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
}
