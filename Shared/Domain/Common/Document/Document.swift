/// A value that can be read from a document: an event's payload, a state, or a part of one.
///
/// Reading and writing are a pair of functions beside the fields, generic over where the document comes from and where it goes to, so that the
/// compiler specialises them: nothing is looked up while a message is on its way. What a schema says of a value follows from the reading.
public protocol DocumentReadable: Sendable {
    /// Reads the value.
    ///
    /// - Throws: a `Fault` with the path of what is missing or wrong below this value; never with a value, which may be personal.
    init<Reader: ValueReader>(from reader: Reader) throws(Fault)

    /// What a schema says of values of this type.
    ///
    /// - Throws: a `Fault` where nothing can be said: what only states hold needs no schema.
    static func form() throws(Fault) -> DocumentForm<Self>
}

/// A value that can be read from a document and written to one.
public protocol DocumentValue: DocumentReadable {
    /// Writes the value: one, and nothing beside it.
    func write<Writer: DocumentWriter>(to writer: Writer)
}

/// A value with named fields.
///
/// A field that is not there and one that is `null` are the same. Fields that nobody asks for are passed over, so that a later release may add some.
public protocol ReadableDocument: DocumentReadable {
    /// Reads the fields, best in the order in which they are written.
    ///
    /// - Throws: a `Fault` with the path of the first field that is missing or wrong.
    init<Fields: FieldReader>(fields: inout Fields) throws(Fault)
}

/// A value with named fields that can be read and written; a field that is `nil` is not written.
public protocol Document: ReadableDocument, DocumentValue {
    /// Writes the fields.
    func writeFields<Writer: DocumentWriter>(to writer: Writer)
}

extension ReadableDocument {
    public init<Reader: ValueReader>(from reader: Reader) throws(Fault) {
        var fields = try reader.fields()
        try self.init(fields: &fields)
    }

    public static func form() throws(Fault) -> DocumentForm<Self> {
        var fields = DescribedFields()
        let sample = try Self(fields: &fields)
        return DocumentForm(.object(fields.described), sample: sample)
    }
}

extension Document {
    public func write<Writer: DocumentWriter>(to writer: Writer) {
        writer.beginObject()
        writeFields(to: writer)
        writer.endObject()
    }
}

extension DocumentReadable {
    public static func form() throws(Fault) -> DocumentForm<Self> {
        throw Fault(field: "", problem: "has no schema", expected: "a value of events")
    }
}
