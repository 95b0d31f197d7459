// The values every document is made of.

extension String: DocumentValue {
    public init<Reader: ValueReader>(from reader: Reader) throws(Fault) { self = try reader.text() }
    public func write<Writer: DocumentWriter>(to writer: Writer) { writer.value(self) }
    public static func form() -> DocumentForm<String> { DocumentForm(.text, sample: "text") }
}

extension Bool: DocumentValue {
    public init<Reader: ValueReader>(from reader: Reader) throws(Fault) { self = try reader.truth() }
    public func write<Writer: DocumentWriter>(to writer: Writer) { writer.value(self) }
    public static func form() -> DocumentForm<Bool> { DocumentForm(.truth, sample: true) }
}

extension Double: DocumentValue {
    public init<Reader: ValueReader>(from reader: Reader) throws(Fault) { self = try reader.number() }
    public func write<Writer: DocumentWriter>(to writer: Writer) { writer.value(self) }
    public static func form() -> DocumentForm<Double> { DocumentForm(.number, sample: 1) }
}

extension Int64: DocumentValue {
    public init<Reader: ValueReader>(from reader: Reader) throws(Fault) { self = try reader.whole() }
    public func write<Writer: DocumentWriter>(to writer: Writer) { writer.value(self) }
    public static func form() -> DocumentForm<Int64> { DocumentForm(.whole, sample: 1) }
}

extension Int: DocumentValue {
    public init<Reader: ValueReader>(from reader: Reader) throws(Fault) { self = Int(try reader.whole()) }
    public func write<Writer: DocumentWriter>(to writer: Writer) { writer.value(Int64(self)) }
    public static func form() -> DocumentForm<Int> { DocumentForm(.whole, sample: 1) }
}

extension Int32: DocumentValue {
    public init<Reader: ValueReader>(from reader: Reader) throws(Fault) {
        guard let number = Int32(exactly: try reader.whole()) else { throw Fault.meaningless }
        self = number
    }

    public func write<Writer: DocumentWriter>(to writer: Writer) { writer.value(Int64(self)) }
    public static func form() -> DocumentForm<Int32> { DocumentForm(.whole, sample: 1) }
}

extension Array: DocumentReadable where Element: DocumentReadable {
    public init<Reader: ValueReader>(from reader: Reader) throws(Fault) {
        var items = try reader.items()
        self = []
        while let element: Element = try items.next() { append(element) }
    }

    public static func form() throws(Fault) -> DocumentForm<[Element]> {
        let element = try Element.form()
        return DocumentForm(.list(element.shape), sample: [element.sample])
    }
}

extension Array: DocumentValue where Element: DocumentValue {
    public func write<Writer: DocumentWriter>(to writer: Writer) {
        writer.beginList()
        for element in self { element.write(to: writer) }
        writer.endList()
    }
}

extension Set: DocumentReadable where Element: DocumentReadable {
    public init<Reader: ValueReader>(from reader: Reader) throws(Fault) {
        var items = try reader.items()
        self = []
        while let element: Element = try items.next() { insert(element) }
    }

    public static func form() throws(Fault) -> DocumentForm<Set<Element>> {
        let element = try Element.form()
        return DocumentForm(.list(element.shape), sample: [element.sample])
    }
}

extension Set: DocumentValue where Element: DocumentValue {
    public func write<Writer: DocumentWriter>(to writer: Writer) {
        writer.beginList()
        for element in self { element.write(to: writer) }
        writer.endList()
    }
}

/// What may be the name of a member whose name is data.
public protocol DocumentName: Hashable, Sendable {
    /// `nil` where it is no such name.
    init?(documentName: String)
    var documentName: String { get }
}

extension String: DocumentName {
    public init?(documentName: String) { self = documentName }
    public var documentName: String { self }
}

extension Dictionary: DocumentReadable where Key: DocumentName, Value: DocumentReadable {
    public init<Reader: ValueReader>(from reader: Reader) throws(Fault) {
        var fields = try reader.fields()
        let members = try fields.all(Value.self)
        self = Dictionary(minimumCapacity: members.count)
        for (name, value) in members {
            guard let key = Key(documentName: name) else { throw Fault.meaningless.below(name) }
            // Of several members of one name the first counts.
            if let first = updateValue(value, forKey: key) { self[key] = first }
        }
    }

    public static func form() throws(Fault) -> DocumentForm<[Key: Value]> {
        DocumentForm(.table(try Value.form().shape), sample: [:])
    }
}

extension Dictionary: DocumentValue where Key: DocumentName, Value: DocumentValue {
    public func write<Writer: DocumentWriter>(to writer: Writer) {
        writer.beginObject()
        for (key, value) in self {
            writer.name(key.documentName)
            value.write(to: writer)
        }
        writer.endObject()
    }
}

/// One word of a few, known by its text.
public protocol DocumentWord: DocumentValue, DocumentName, RawRepresentable, CaseIterable where RawValue == String {}

extension DocumentWord {
    public init<Reader: ValueReader>(from reader: Reader) throws(Fault) {
        guard let word = Self(rawValue: try reader.text()) else { throw Fault.meaningless }
        self = word
    }

    public func write<Writer: DocumentWriter>(to writer: Writer) { writer.value(rawValue) }

    public static func form() throws(Fault) -> DocumentForm<Self> {
        guard let first = allCases.first else { throw Fault(field: "", problem: "has no words", expected: "one or more") }
        return DocumentForm(.words(allCases.map(\.rawValue)), sample: first)
    }

    public init?(documentName: String) { self.init(rawValue: documentName) }
    public var documentName: String { rawValue }
}

/// A value that is written as one text.
public protocol DocumentText: DocumentValue {
    /// `nil` where the text is none of its.
    init?(documentText: String)
    var documentText: String { get }
}

extension DocumentText {
    public init<Reader: ValueReader>(from reader: Reader) throws(Fault) {
        guard let value = Self(documentText: try reader.text()) else { throw Fault.meaningless }
        self = value
    }

    public func write<Writer: DocumentWriter>(to writer: Writer) { writer.value(documentText) }
}

extension DocumentText where Self: LosslessStringConvertible {
    public init?(documentText: String) { self.init(documentText) }
    public var documentText: String { description }
}
