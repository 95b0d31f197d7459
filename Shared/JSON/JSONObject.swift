import CSimdJSON
public import Foundation

/// An object of a document, whose members are looked up by name when they are asked for.
///
/// Of a name that stands twice the first member counts here; whoever reads an outsider's document asks ``firstRepeatedName()`` first. The optional lookups give nil for a member that is absent or `null`; all lookups
/// refuse a value of another type.
public struct JSONObject {
    let element: JSONElement

    /// The member, or nil when there is none; a `null` is a member.
    ///
    /// - Throws: ``JSONError/Kind/stale``.
    public func optionalElement(_ name: String) throws(JSONError) -> JSONElement? {
        guard let (value, place) = try find(name) else { return nil }
        return made(name, value, place)
    }

    /// The member.
    ///
    /// - Throws: ``JSONError/Kind/missing``, ``JSONError/Kind/stale``.
    public func element(_ name: String) throws(JSONError) -> JSONElement {
        guard let member = try optionalElement(name) else {
            throw JSONError(.missing, member: JSONWay.member(name, place: 0, of: element.way).label)
        }
        return member
    }

    // The scalars go from the member to its value in one step; only a fault is worth the making of an element.

    /// The member's text.
    public func string(_ name: String) throws(JSONError) -> String {
        if let text = try find(name)?.value.text { return text }
        return try element(name).string()
    }

    /// The member's whole number.
    public func int(_ name: String) throws(JSONError) -> Int {
        if let number = try find(name)?.value.int64 { return Int(number) }
        return try element(name).int()
    }

    /// The member's number.
    public func double(_ name: String) throws(JSONError) -> Double {
        try element(name).double()
    }

    /// The member's truth value.
    public func bool(_ name: String) throws(JSONError) -> Bool {
        if let truth = try find(name)?.value.truth { return truth }
        return try element(name).bool()
    }

    /// The member as an object.
    public func object(_ name: String) throws(JSONError) -> JSONObject { try element(name).object() }
    /// The elements of the member's array.
    public func array(_ name: String) throws(JSONError) -> [JSONElement] { try element(name).elements() }
    /// The member's bytes exactly as they stand in the document, so that they can be given on undecoded.
    public func rawData(_ name: String) throws(JSONError) -> Data { try element(name).rawData() }

    /// The member's text, or nil when it is absent or `null`.
    public func optionalString(_ name: String) throws(JSONError) -> String? {
        guard let (value, _) = try find(name) else { return nil }
        if let text = value.text { return text }
        return try present(name)?.string()
    }

    /// The member's whole number, or nil when it is absent or `null`.
    public func optionalInt(_ name: String) throws(JSONError) -> Int? {
        guard let (value, _) = try find(name) else { return nil }
        if let number = value.int64 { return Int(number) }
        return try present(name)?.int()
    }

    /// The member's truth value, or nil when it is absent or `null`.
    public func optionalBool(_ name: String) throws(JSONError) -> Bool? {
        guard let (value, _) = try find(name) else { return nil }
        if let truth = value.truth { return truth }
        return try present(name)?.bool()
    }

    /// The member as an object, or nil when it is absent or `null`.
    public func optionalObject(_ name: String) throws(JSONError) -> JSONObject? { try present(name)?.object() }
    /// The elements of the member's array, or nil when it is absent or `null`.
    public func optionalArray(_ name: String) throws(JSONError) -> [JSONElement]? { try present(name)?.elements() }

    /// Whether there is a member of that name, be it `null`.
    ///
    /// - Throws: ``JSONError/Kind/stale``.
    public func contains(_ name: String) throws(JSONError) -> Bool { try find(name) != nil }

    /// Where this object, or one within, has two members of one name that differ; nil where there are none.
    ///
    /// - Throws: ``JSONError/Kind/stale``, ``JSONError/Kind/outOfMemory``.
    public func firstRepeatedName() throws(JSONError) -> String? { try element.firstRepeatedName() }

    /// All members in the order of the document; a name that stands twice is there twice.
    ///
    /// - Throws: ``JSONError/Kind/stale``.
    public func members() throws(JSONError) -> [(name: String, value: JSONElement)] {
        try element.check()
        guard var walk = MemberWalk(element.value) else { throw element.wrongType("an object") }
        var members: [(name: String, value: JSONElement)] = []
        while let (name, value) = walk.next() { members.append((name, made(name, value, members.count))) }
        return members
    }

    private func find(_ name: String) throws(JSONError) -> (value: redress_json_value, place: Int)? {
        try element.check()
        return element.value.place(of: name)
    }

    private func present(_ name: String) throws(JSONError) -> JSONElement? {
        guard let member = try optionalElement(name) else { return nil }
        return try member.isNull() ? nil : member
    }

    private func made(_ name: String, _ value: redress_json_value, _ place: Int) -> JSONElement {
        JSONElement(
            reader: element.reader, generation: element.generation, value: value, way: .member(name, place: place, of: element.way))
    }
}
