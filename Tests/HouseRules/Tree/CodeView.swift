/// Swift source without what is no code: comments and the words of string literals become spaces, line breaks stay where they are.
///
/// Code inside an interpolation stays, so a ban holds there too. It knows enough of the lexer for that and no more.
struct CodeView {
    private let bytes: [UInt8]
    private var position = 0
    private var output: [UInt8] = []

    private init(_ text: String) {
        bytes = Array(text.utf8)
        output.reserveCapacity(bytes.count)
    }

    static func code(of text: String) -> String {
        var view = CodeView(text)
        view.readCode(insideInterpolation: false)
        return String(decoding: view.output, as: UTF8.self)
    }

    /// Reads to the end, or to the parenthesis that ends the interpolation.
    private mutating func readCode(insideInterpolation: Bool) {
        var depth = 0
        while position < bytes.count {
            if follows("//") {
                blankLine()
            } else if follows("/*") {
                blankComment()
            } else if let hashes = stringBegins() {
                readString(hashes: hashes)
            } else {
                if bytes[position] == UInt8(ascii: "(") { depth += 1 }
                if bytes[position] == UInt8(ascii: ")") {
                    if insideInterpolation, depth == 0 { return }
                    depth -= 1
                }
                keep()
            }
        }
    }

    /// The number of `#` before the quote when a string literal begins here.
    private func stringBegins() -> Int? {
        var ahead = position
        while ahead < bytes.count, bytes[ahead] == UInt8(ascii: "#") { ahead += 1 }
        guard ahead < bytes.count, bytes[ahead] == UInt8(ascii: "\"") else { return nil }
        return ahead - position
    }

    private mutating func readString(hashes: Int) {
        let marks = String(repeating: "#", count: hashes)
        let isMultiline = follows(marks + "\"\"\"")
        let quote = isMultiline ? "\"\"\"" : "\""
        keep(hashes + quote.utf8.count)
        while position < bytes.count {
            if follows(quote + marks) { return keep(quote.utf8.count + hashes) }
            // A string that does not end on its line is no string after all, but a quote in a regular expression.
            if !isMultiline, bytes[position] == UInt8(ascii: "\n") { return }
            if follows("\\" + marks + "(") {
                blank(1 + hashes)
                keep()
                readCode(insideInterpolation: true)
            } else {
                blank(follows("\\" + marks) ? 2 + hashes : 1)
            }
        }
    }

    private mutating func blankLine() {
        while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { blank(1) }
    }

    private mutating func blankComment() {
        var depth = 0
        repeat {
            if follows("/*") {
                depth += 1
                blank(2)
            } else if follows("*/") {
                depth -= 1
                blank(2)
            } else {
                blank(1)
            }
        } while depth > 0 && position < bytes.count
    }

    private func follows(_ text: String) -> Bool {
        bytes[position...].starts(with: text.utf8)
    }

    private mutating func keep(_ count: Int = 1) {
        for _ in 0..<count where position < bytes.count {
            output.append(bytes[position])
            position += 1
        }
    }

    private mutating func blank(_ count: Int) {
        for _ in 0..<count where position < bytes.count {
            output.append(bytes[position] == UInt8(ascii: "\n") ? bytes[position] : UInt8(ascii: " "))
            position += 1
        }
    }
}
