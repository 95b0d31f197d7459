import Foundation

/// The line `sep=;` that Excel takes in front of the first line of a file, and some programs write.
struct SeparatorLine {
    let separator: Character
    /// The text behind the line.
    let rest: Data

    /// `nil` where the text does not begin with such a line.
    init?(_ text: Data) {
        let bytes = text.starts(with: [0xEF, 0xBB, 0xBF]) ? text.dropFirst(3) : text
        let end = bytes.firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? bytes.endIndex
        guard end - bytes.startIndex <= 16, var line = String(validating: bytes[..<end], as: UTF8.self) else { return nil }
        if line.hasPrefix("\""), line.hasSuffix("\""), line.count > 2 { line = String(line.dropFirst().dropLast()) }
        guard line.lowercased().hasPrefix("sep="), line.count == 5, let separator = line.last, separator.isASCII else { return nil }
        self.separator = separator
        var rest = bytes[end...]
        if rest.first == UInt8(ascii: "\r") { rest = rest.dropFirst() }
        if rest.first == UInt8(ascii: "\n") { rest = rest.dropFirst() }
        self.rest = Data(rest)
    }
}
