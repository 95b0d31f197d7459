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

    /// Writes a case of an enumeration with what it holds, `{"held":{"reason":"…"}}`; what is `nil` is not written.
    public func writeCase<each Value: DocumentValue>(_ name: StaticString, _ fields: repeat (StaticString, (each Value)?)) {
        beginObject()
        self.name(name)
        beginObject()
        repeat write((each fields).0, (each fields).1)
        endObject()
        endObject()
    }
}
