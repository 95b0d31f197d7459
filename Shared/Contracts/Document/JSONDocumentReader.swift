public import Domain
internal import JSON

/// One value of a JSON document that has just been parsed, as documents read it. It is good until its reader parses the next document.
///
/// Readers and writers are public so that what reads and writes a document is made for them in every module: of a type that a module keeps to
/// itself others do not know how it reads.
public struct JSONValueReader: ValueReader {
    let value: JSONValue

    public func text() throws(Fault) -> String {
        guard let text = value.text else { throw wrong("a string") }
        return text
    }

    public func truth() throws(Fault) -> Bool {
        guard let truth = value.truth else { throw wrong("true or false") }
        return truth
    }

    public func whole() throws(Fault) -> Int64 {
        guard let number = value.whole else {
            if value.isBeyondInt64 { throw Fault.meaningless }
            throw wrong("a whole number")
        }
        return number
    }

    public func number() throws(Fault) -> Double {
        guard let number = value.number else { throw wrong("a value the schema allows") }
        return number
    }

    public func fields() throws(Fault) -> JSONFieldReader {
        guard let members = value.members else { throw wrong("an object") }
        return JSONFieldReader(members: members)
    }

    public func items() throws(Fault) -> JSONItemReader {
        guard let elements = value.elements else { throw wrong("a list") }
        return JSONItemReader(elements: elements)
    }

    public func enumeration() throws(Fault) -> (name: String, fields: JSONFieldReader) {
        guard var members = value.members else { throw wrong("an object") }
        guard let (name, value) = members.next() else { throw Fault.meaningless }
        do {
            return (name, try JSONValueReader(value: value).fields())
        } catch {
            throw error.below(name)
        }
    }

    private func wrong(_ expected: String) -> Fault {
        Fault(field: "", problem: value.isNull ? "is null" : "has the wrong type", expected: expected)
    }
}

/// The members of a JSON object. Documents are mostly read in the order in which they were written, so each look begins where the last one ended.
public struct JSONFieldReader: FieldReader {
    private var members: JSONMembers

    init(members: JSONMembers) {
        self.members = members
    }

    public mutating func required<Value: DocumentReadable>(_ name: StaticString) throws(Fault) -> Value {
        guard let value = members.find(name) else { throw Self.missing(name) }
        do {
            return try Value(from: JSONValueReader(value: value))
        } catch {
            throw error.below("\(name)")
        }
    }

    public mutating func optional<Value: DocumentReadable>(_ name: StaticString) throws(Fault) -> Value? {
        guard let value = members.find(name), !value.isNull else { return nil }
        do {
            return try Value(from: JSONValueReader(value: value))
        } catch {
            throw error.below("\(name)")
        }
    }

    public mutating func all<Value: DocumentReadable>(_: Value.Type) throws(Fault) -> [(name: String, value: Value)] {
        var found: [(name: String, value: Value)] = []
        members.rewind()
        while let (name, value) = members.next() {
            do {
                found.append((name, try Value(from: JSONValueReader(value: value))))
            } catch {
                throw error.below(name)
            }
        }
        return found
    }

    public func has(_ name: StaticString) -> Bool {
        var members = members
        return members.find(name) != nil
    }

    /// Apart from the way of a document that is whole.
    @inline(never)
    private static func missing(_ name: StaticString) -> Fault {
        Fault(field: "\(name)", problem: "is missing", expected: "a value")
    }
}

/// The elements of a JSON list.
public struct JSONItemReader: ItemReader {
    private var elements: JSONElements
    private var count = 0

    init(elements: JSONElements) {
        self.elements = elements
    }

    public mutating func next<Value: DocumentReadable>() throws(Fault) -> Value? {
        guard let value = elements.next() else { return nil }
        count += 1
        do {
            return try Value(from: JSONValueReader(value: value))
        } catch {
            throw error.below("[\(count - 1)]")
        }
    }
}
