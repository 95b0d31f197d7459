public import Foundation

/// A single value as written, and the type that the YAML 1.2 core schema gives it.
public struct YAMLScalar: Sendable, Hashable {
    /// The value's type by the core schema. `yes`, `no`, `on` and dates are text, as YAML 1.2 has it.
    public enum Kind: Sendable, Hashable {
        case null, bool, integer, float, text
    }

    /// The value's characters, unquoted and unescaped.
    public let text: String
    /// The value's type.
    public let kind: Kind

    /// A scalar whose type the text itself tells, as an unquoted one has.
    public init(plain text: String) {
        self.init(text: text, kind: Self.kind(ofPlain: text))
    }

    init(text: String, kind: Kind) {
        self.text = text
        self.kind = kind
    }

    /// The truth value, or nil when the scalar is none.
    public var bool: Bool? {
        kind == .bool ? text.lowercased() == "true" : nil
    }

    /// The whole number, or nil when the scalar is none or `Number` cannot hold it.
    public func integer<Number: FixedWidthInteger>(_ type: Number.Type = Int.self) -> Number? {
        guard kind == .integer else { return nil }
        if text.hasPrefix("0x") { return Number(text.dropFirst(2), radix: 16) }
        if text.hasPrefix("0o") { return Number(text.dropFirst(2), radix: 8) }
        return Number(text, radix: 10)
    }

    /// The number as binary floating point, or nil when the scalar is none.
    public var double: Double? {
        guard kind == .float || kind == .integer else { return nil }
        let word = text.lowercased()
        if word.hasSuffix(".inf") { return word.hasPrefix("-") ? -.infinity : .infinity }
        if word == ".nan" { return .nan }
        if word.hasPrefix("0x") || word.hasPrefix("0o") { return integer(Int.self).map(Double.init) }
        return Double(word.hasPrefix("+") ? String(word.dropFirst()) : word)
    }

    /// The number exactly as its decimal digits say, or nil when the scalar is none; for money and rates.
    public var decimal: Decimal? {
        guard kind == .float || kind == .integer else { return nil }
        if let whole = integer(Int.self) { return Decimal(whole) }
        guard let double, double.isFinite else { return nil }
        return Decimal(string: text, locale: Locale(identifier: "en_US_POSIX"))
    }

    /// The value in a sentence about what was found.
    var phrase: String {
        switch kind {
        case .null: "nothing"
        case .bool: "the truth value \(text)"
        case .integer: "the whole number \(text)"
        case .float: "the number \(text)"
        case .text: "the text \"\(text.count > 60 ? text.prefix(60) + "…" : text)\""
        }
    }

    private static func kind(ofPlain text: String) -> Kind {
        switch text {
        case "", "~", "null", "Null", "NULL": .null
        case "true", "True", "TRUE", "false", "False", "FALSE": .bool
        case ".nan", ".NaN", ".NAN": .float
        default: numberKind(of: Array(text.utf8)) ?? .text
        }
    }

    /// The core schema's patterns for numbers, section 10.3.2 of YAML 1.2.2.
    private static func numberKind(of bytes: [UInt8]) -> Kind? {
        if bytes.starts(with: Array("0x".utf8)) {
            return bytes.count > 2 && bytes.dropFirst(2).allSatisfy { isDigit($0) || (97...102).contains($0 | 0x20) } ? .integer : nil
        }
        if bytes.starts(with: Array("0o".utf8)) {
            return bytes.count > 2 && bytes.dropFirst(2).allSatisfy { (48...55).contains($0) } ? .integer : nil
        }
        var rest = bytes[...]
        if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { rest = rest.dropFirst() }
        if [".inf", ".Inf", ".INF"].contains(where: { rest.elementsEqual($0.utf8) }) { return .float }
        let whole = rest.prefix(while: isDigit)
        rest = rest.dropFirst(whole.count)
        if rest.isEmpty { return whole.isEmpty ? nil : .integer }
        if rest.first == UInt8(ascii: ".") {
            let fraction = rest.dropFirst().prefix(while: isDigit)
            guard !whole.isEmpty || !fraction.isEmpty else { return nil }
            rest = rest.dropFirst(1 + fraction.count)
        } else if whole.isEmpty {
            return nil
        }
        return rest.isEmpty || isExponent(rest) ? .float : nil
    }

    private static func isExponent(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let letter = bytes.first, letter | 0x20 == UInt8(ascii: "e") else { return false }
        var digits = bytes.dropFirst()
        if let sign = digits.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { digits = digits.dropFirst() }
        return !digits.isEmpty && digits.allSatisfy(isDigit)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
