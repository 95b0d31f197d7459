import Foundation

/// An enum of the product and the names of its cases.
struct EnumDeclaration: Equatable {
    let name: String
    let cases: Set<String>

    /// The enums that code without comments and strings declares, nested ones too.
    static func all(in code: String) throws -> [EnumDeclaration] {
        let declaration = try NSRegularExpression(pattern: #"\benum (\w+)[^{\n]*\{"#)
        return declaration.matches(in: code, range: NSRange(code.startIndex..., in: code)).compactMap { match in
            guard let name = Range(match.range(at: 1), in: code), let head = Range(match.range, in: code) else { return nil }
            let cases = names(in: CodeBody.own(of: code[head.upperBound...]))
            return cases.isEmpty ? nil : EnumDeclaration(name: String(code[name]), cases: cases)
        }
    }

    /// `case a, b(Int)` declares a and b; what stands in parentheses are their values.
    private static func names(in body: String) -> Set<String> {
        var names: Set<String> = []
        for line in CodeBody.withoutParentheses(body).split(separator: "\n") {
            let words = line.trimmingCharacters(in: .whitespaces)
            guard words.hasPrefix("case ") || words.hasPrefix("indirect case ") else { continue }
            for part in words.dropFirst(words.hasPrefix("case ") ? 5 : 14).split(separator: ",") {
                let name = part.trimmingCharacters(in: .whitespaces).prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "`" }
                if !name.isEmpty { names.insert(name.filter { $0 != "`" }) }
            }
        }
        return names
    }
}

/// What stands between two braces.
enum CodeBody {
    /// The code up to the brace that closes what is open, without what inner braces hold; line breaks stay.
    static func own(of rest: Substring) -> String {
        var depth = 1
        var body = ""
        for character in rest {
            if character == "{" { depth += 1 }
            if character == "}" { depth -= 1 }
            if depth == 0 { break }
            if depth == 1, character != "}" { body.append(character) } else if character == "\n" { body.append("\n") }
        }
        return body
    }

    /// The code without what parentheses and brackets hold.
    static func withoutParentheses(_ code: String) -> String {
        var depth = 0
        var text = ""
        for character in code {
            if character == ")" || character == "]" { depth -= 1 }
            if depth == 0 || character == "\n" { text.append(character) }
            if character == "(" || character == "[" { depth += 1 }
        }
        return text
    }
}
