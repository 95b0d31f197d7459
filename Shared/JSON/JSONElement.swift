import CSimdJSON
public import Foundation

/// One value of a document, of any type.
public struct JSONElement {
    /// The types of JSON; whole numbers apart from others, as they are exact.
    public enum Kind: String, Sendable {
        case null, bool, integer, number, string, array, object
    }

    let reader: JSONReader
    let generation: Int
    let value: redress_json_value
    let way: JSONWay

    /// The value's type.
    ///
    /// - Throws: ``JSONError/Kind/stale``.
    public func kind() throws(JSONError) -> Kind {
        try check()
        return value.kind
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

    /// The whole number, however it is written: `5000.0` and `5e3` are 5000, as JSON Schema's `integer` has it.
    ///
    /// - Throws: ``JSONError`` when it is no whole number, beyond 64 bits with a sign, or written with a point or an exponent and beyond 2^53, where
    ///   binary floating point is no longer exact.
    public func int() throws(JSONError) -> Int {
        try check()
        if let number = value.int64 { return Int(number) }
        if value.uint64 != nil { throw JSONError(.numberOutOfRange, member: label) }
        guard let number = value.number else { throw wrongType("a whole number") }
        if abs(number) > 9_007_199_254_740_992 { throw JSONError(.numberOutOfRange, member: label) }
        guard let whole = Int(exactly: number) else { throw wrongType("a whole number") }
        return whole
    }

    /// The whole number without a sign.
    ///
    /// - Throws: ``JSONError`` when it is no whole number, or below zero.
    public func unsigned() throws(JSONError) -> UInt64 {
        try check()
        if let number = value.uint64 { return number }
        if value.int64 != nil || value.number == NumberOutOfRange.value { throw JSONError(.numberOutOfRange, member: label) }
        throw wrongType("a whole number")
    }

    /// The number as binary floating point; for money use whole numbers of the smallest unit.
    ///
    /// - Throws: ``JSONError`` when it is no number, or one out of range.
    public func double() throws(JSONError) -> Double {
        try check()
        guard let number = value.number else { throw wrongType("a number") }
        if number == NumberOutOfRange.value { throw JSONError(.numberOutOfRange, member: label) }
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
        return JSONObject(element: self)
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
        var elements: [JSONElement] = []
        var next = redress_json_value()
        while unsafe redress_json_next_element(&walk, &next) {
            elements.append(JSONElement(reader: reader, generation: generation, value: next, way: .index(elements.count, of: way)))
        }
        return elements
    }

    /// The value's own bytes, exactly as they stand in the document.
    ///
    /// - Throws: ``JSONError/Kind/stale``.
    public func rawData() throws(JSONError) -> Data {
        try check()
        let source = reader.source
        let path = way.places
        var (start, end) = (0, 0)
        let isFound = unsafe source.withUnsafeBytes { bytes in
            unsafe redress_json_extent(bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count, path, path.count, &start, &end)
        }
        guard isFound else { throw JSONError(.missing, member: label) }
        return source.subdata(in: (source.startIndex + start)..<(source.startIndex + end))
    }

    /// Where an object of this value, at any depth, has two members of one name, as in `data.line`; nil where each stands once.
    ///
    /// - Throws: ``JSONError/Kind/stale``, ``JSONError/Kind/outOfMemory``.
    public func firstRepeatedName() throws(JSONError) -> String? {
        try check()
        var repeats = false
        guard unsafe redress_json_repeats_name(value, &repeats) == REDRESS_JSON_OK else { throw JSONError(.outOfMemory) }
        return repeats ? try locateRepeatedName() : nil
    }

    private func locateRepeatedName() throws(JSONError) -> String? {
        switch try kind() {
        case .object:
            var names: Set<String> = []
            for (name, member) in try object().members() {
                if !names.insert(name).inserted { return member.label }
                if let found = try member.locateRepeatedName() { return found }
            }
        case .array:
            for element in try elements() {
                if let found = try element.locateRepeatedName() { return found }
            }
        case .null, .bool, .integer, .number, .string: break
        }
        return nil
    }

    /// The value's name for faults, as in `data.tags[2]`; put together only when a fault needs it.
    var label: String { way.label }

    func check() throws(JSONError) {
        if generation != reader.generation { throw JSONError(.stale, member: label) }
    }

    func wrongType(_ expected: String) -> JSONError {
        JSONError(.wrongType(expected: expected, found: value.kind.rawValue), member: label)
    }

}
