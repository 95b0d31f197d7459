/// Where a document goes. It puts what is between the values; that what is begun is ended is its user's part.
public protocol DocumentWriter {
    func value(_ text: String)
    func value(_ truth: Bool)
    func value(_ whole: Int64)
    /// Infinity, and what is no number, are written as `null`.
    func value(_ number: Double)
    func beginObject()
    func endObject()
    func beginList()
    func endList()
    /// The name of a member, whose value follows.
    func name(_ name: StaticString)
    /// The name of a member that is data itself.
    func name(_ name: String)
}

extension DocumentWriter {
    /// Writes a field.
    public func write<Value: DocumentValue>(_ name: StaticString, _ value: Value) {
        self.name(name)
        value.write(to: self)
    }

    /// Writes a field, unless it is `nil`.
    public func write<Value: DocumentValue>(_ name: StaticString, _ value: Value?) {
        guard let value else { return }
        self.name(name)
        value.write(to: self)
    }

    // One function for each number of fields that is common: of a pack of parameters nothing is made for its types.

    /// Writes a case of an enumeration that holds nothing, `{"open":{}}`.
    public func writeCase(_ name: StaticString) {
        beginCase(name)
        endCase()
    }

    /// Writes a case of an enumeration with what it holds, `{"held":{"reason":"…"}}`; what is `nil` is not written.
    public func writeCase<Value: DocumentValue>(_ name: StaticString, _ field: (StaticString, Value?)) {
        beginCase(name)
        write(field.0, field.1)
        endCase()
    }

    /// Writes a case with two fields.
    public func writeCase<One: DocumentValue, Two: DocumentValue>(
        _ name: StaticString, _ one: (StaticString, One?), _ two: (StaticString, Two?)
    ) {
        beginCase(name)
        write(one.0, one.1)
        write(two.0, two.1)
        endCase()
    }

    /// Writes a case with three fields.
    public func writeCase<One: DocumentValue, Two: DocumentValue, Three: DocumentValue>(
        _ name: StaticString, _ one: (StaticString, One?), _ two: (StaticString, Two?), _ three: (StaticString, Three?)
    ) {
        beginCase(name)
        write(one.0, one.1)
        write(two.0, two.1)
        write(three.0, three.1)
        endCase()
    }

    /// Writes a case with any number of fields, for the rare ones that have more.
    public func writeCase<each Value: DocumentValue>(_ name: StaticString, _ fields: repeat (StaticString, (each Value)?)) {
        beginCase(name)
        repeat write((each fields).0, (each fields).1)
        endCase()
    }

    private func beginCase(_ name: StaticString) {
        beginObject()
        self.name(name)
        beginObject()
    }

    private func endCase() {
        endObject()
        endObject()
    }
}
