/// One value of a document, to be read as what its reader expects.
///
/// Every function throws a `Fault` where the value is of another kind, with a path from this value on.
public protocol ValueReader {
    associatedtype Fields: FieldReader
    associatedtype Items: ItemReader

    func text() throws(Fault) -> String
    func truth() throws(Fault) -> Bool
    /// A whole number of 64 bits with a sign.
    func whole() throws(Fault) -> Int64
    func number() throws(Fault) -> Double
    /// The members of an object.
    func fields() throws(Fault) -> Fields
    /// The elements of a list.
    func items() throws(Fault) -> Items
    /// A case of an enumeration, as `{"held":{"reason":"…"}}`: its name, and the fields that it holds. An unnamed one is `_0`, `_1`, by its place.
    func enumeration() throws(Fault) -> (name: String, fields: Fields)
}

/// The members of one object, found by name.
public protocol FieldReader {
    /// Reads a field that has to be there.
    ///
    /// - Throws: a `Fault` where it is missing, `null` or wrong, with the path from this object on.
    mutating func required<Value: DocumentReadable>(_ name: StaticString) throws(Fault) -> Value

    /// Reads a field that may be missing or `null`.
    ///
    /// - Throws: a `Fault` where it is wrong, with the path from this object on.
    mutating func optional<Value: DocumentReadable>(_ name: StaticString) throws(Fault) -> Value?

    /// Reads all members, in the order of the document.
    ///
    /// - Throws: a `Fault` where a member is wrong, with the path from this object on.
    mutating func all<Value: DocumentReadable>(_: Value.Type) throws(Fault) -> [(name: String, value: Value)]

    /// Whether there is a member of this name, be it `null`.
    func has(_ name: StaticString) -> Bool
}

/// The elements of one list, one after the other.
public protocol ItemReader {
    /// The next element; `nil` at the end.
    ///
    /// - Throws: a `Fault` where it is wrong, with the path from this list on.
    mutating func next<Value: DocumentReadable>() throws(Fault) -> Value?
}

extension ItemReader {
    /// The next element, which has to be there.
    ///
    /// - Throws: a `Fault` also where the list is at its end.
    public mutating func required<Value: DocumentReadable>() throws(Fault) -> Value {
        guard let value: Value = try next() else { throw Fault(field: "", problem: "is too short", expected: "one element more") }
        return value
    }
}

extension Fault {
    /// A value of the right kind that means nothing here, such as a day that does not exist.
    public static var meaningless: Fault {
        Fault(field: "", problem: "is not a value of this field", expected: "a value the schema allows")
    }

    /// The same fault, seen from the object or list around it.
    ///
    /// - Parameter name: the member's name, or `[2]` for an element.
    public func below(_ name: String) -> Fault {
        let path = field.isEmpty || field.hasPrefix("[") ? name + field : name + "." + field
        return Fault(field: path, problem: problem, expected: expected)
    }
}
