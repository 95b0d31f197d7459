import Foundation

/// A type that is read from one scalar.
protocol ScalarReadable {
    static func read(_ reading: NodeReading) throws -> Self
}

extension NodeReading {
    /// The scalar's value, or a fault that says what was expected instead of what stands there.
    fileprivate func require<Value>(_ expected: String, _ value: (YAMLScalar) -> Value?) throws(YAMLError) -> Value {
        guard let scalar = node.scalar, let value = value(scalar) else { throw wrongType(expected: expected) }
        return value
    }
}

extension String: ScalarReadable {
    static func read(_ reading: NodeReading) throws -> String {
        let kind = reading.node.scalar?.kind
        let isNumber = kind == .integer || kind == .float || kind == .bool
        return try reading.require(isNumber ? "text (put it in quotes)" : "text") { $0.kind == .text ? $0.text : nil }
    }
}

extension Bool: ScalarReadable {
    static func read(_ reading: NodeReading) throws -> Bool { try reading.require("true or false", \.bool) }
}

extension Double: ScalarReadable {
    static func read(_ reading: NodeReading) throws -> Double { try reading.require("a number", \.double) }
}

extension Float: ScalarReadable {
    static func read(_ reading: NodeReading) throws -> Float { Float(try Double.read(reading)) }
}

extension Decimal: ScalarReadable {
    static func read(_ reading: NodeReading) throws -> Decimal { try reading.require("a number", \.decimal) }
}

extension URL: ScalarReadable {
    static func read(_ reading: NodeReading) throws -> URL {
        try reading.require("a URL") { $0.kind == .text ? URL(string: $0.text) : nil }
    }
}

extension Date: ScalarReadable {
    static func read(_ reading: NodeReading) throws -> Date {
        try reading.require("a time as 2026-01-31T08:00:00+08:00") { ISO8601DateFormatter().date(from: $0.text) }
    }
}

extension FixedWidthInteger {
    static func read(_ reading: NodeReading) throws -> Self {
        let range = "\(Self.min) to \(Self.max)"
        let expected = reading.node.scalar?.kind == .integer ? "a whole number from \(range)" : "a whole number"
        return try reading.require(expected) { $0.integer(Self.self) }
    }
}

extension Int: ScalarReadable {}
extension Int8: ScalarReadable {}
extension Int16: ScalarReadable {}
extension Int32: ScalarReadable {}
extension Int64: ScalarReadable {}
extension UInt: ScalarReadable {}
extension UInt8: ScalarReadable {}
extension UInt16: ScalarReadable {}
extension UInt32: ScalarReadable {}
extension UInt64: ScalarReadable {}
