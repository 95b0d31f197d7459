import CSimdJSON
public import Foundation

/// One value of a document, of any type.
public struct JSONElement {
    /// The types of JSON; whole numbers apart from others, as they are exact.
    public enum Kind: String, Sendable {
        case null, bool, integer, number, string, array, object
    }

    /// The way from the value above to this one.
    enum Step {
        case root
        case member(String)
        case index(Int)
    }

    let reader: JSONReader
    let generation: Int
    let value: redress_json_value
    /// The label of the object or array that holds the value.
    let parent: String
    let step: Step
    /// The value's place among the members or elements of each level above it.
    let path: [Int]

    /// The value's type.
    ///
    /// - Throws: ``JSONError/Kind/stale``.
    public func kind() throws(JSONError) -> Kind {
        try check()
        return currentKind
    }

    /// Whether the value is `null`.
    ///
    /// - Throws: ``JSONError/Kind/stale``.
    public func isNull() throws(JSONError) -> Bool { try kind() == .null }

    /// The text, its escapes decoded.
    ///
    /// - Throws: ``JSONError`` when it is no string.
    public func string() throws(JSONError) -> String {
        try check()
        guard let text = value.text else { throw wrongType("a string") }
        return text
    }

    /// The whole number. `1.0` is none: the sender means something else.
    ///
    /// - Throws: ``JSONError`` when it is no whole number, or beyond 64 bits with a sign.
    public func int() throws(JSONError) -> Int {
        try check()
        if let number = value.int64 { return Int(number) }
        if value.uint64 != nil { throw JSONError(.numberOutOfRange, member: label) }
        throw wrongType("a whole number")
    }

    /// The whole number without a sign.
    ///
    /// - Throws: ``JSONError`` when it is no whole number, or below zero.
    public func unsigned() throws(JSONError) -> UInt64 {
        try check()
        if let number = value.uint64 { return number }
        if value.int64 != nil { throw JSONError(.numberOutOfRange, member: label) }
        throw wrongType("a whole number")
    }

    /// The number as binary floating point; for money use whole numbers of the smallest unit.
    ///
    /// - Throws: ``JSONError`` when it is no number.
    public func double() throws(JSONError) -> Double {
        try check()
        guard let number = value.number else { throw wrongType("a number") }
        return number
    }

    /// The truth value.
    ///
    /// - Throws: ``JSONError`` when it is none.
    public func bool() throws(JSONError) -> Bool {
        try check()
        guard let truth = value.truth else { throw wrongType("true or false") }
        return truth
    }

    /// The value as an object.
    ///
    /// - Throws: ``JSONError`` when it is none.
    public func object() throws(JSONError) -> JSONObject {
        try check()
        guard redress_json_kind_of(value) == REDRESS_JSON_OBJECT else { throw wrongType("an object") }
        return JSONObject(element: self, label: label)
    }

    /// The elements of an array.
    ///
    /// - Throws: ``JSONError`` when it is none.
    public func elements() throws(JSONError) -> [JSONElement] {
        try check()
        var walk = redress_json_walk()
        guard redress_json_kind_of(value) == REDRESS_JSON_ARRAY, unsafe redress_json_walk_begin(value, &walk) else {
            throw wrongType("an array")
        }
        let ownLabel = label
        var elements: [JSONElement] = []
        var next = redress_json_value()
        while unsafe redress_json_next_element(&walk, &next) {
            let index = elements.count
            elements.append(
                JSONElement(
                    reader: reader, generation: generation, value: next, parent: ownLabel, step: .index(index), path: path + [index]))
        }
        return elements
    }

    /// The value's own bytes, exactly as they stand in the document.
    ///
    /// - Throws: ``JSONError/Kind/stale``.
    public func rawData() throws(JSONError) -> Data {
        try check()
        let source = reader.source
        var (start, end) = (0, 0)
        let isFound = unsafe source.withUnsafeBytes { bytes in
            unsafe redress_json_extent(bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count, path, path.count, &start, &end)
        }
        guard isFound else { throw JSONError(.missing, member: label) }
        return source.subdata(in: (source.startIndex + start)..<(source.startIndex + end))
    }

    /// The value's name for faults, as in `data.tags[2]`; put together only when a fault or a value below needs it.
    var label: String {
        switch step {
        case .root: ""
        case .member(let name): parent.isEmpty ? name : "\(parent).\(name)"
        case .index(let index): "\(parent)[\(index)]"
        }
    }

    func check() throws(JSONError) {
        if generation != reader.generation { throw JSONError(.stale, member: label) }
    }

    func wrongType(_ expected: String) -> JSONError {
        JSONError(.wrongType(expected: expected, found: currentKind.rawValue), member: label)
    }

    /// The type of a value that is known to be current.
    private var currentKind: Kind {
        switch redress_json_kind_of(value) {
        case REDRESS_JSON_OBJECT: .object
        case REDRESS_JSON_ARRAY: .array
        case REDRESS_JSON_STRING: .string
        case REDRESS_JSON_INT64, REDRESS_JSON_UINT64: .integer
        case REDRESS_JSON_DOUBLE: .number
        case REDRESS_JSON_BOOL: .bool
        default: .null
        }
    }
}
