/// What a schema says of a type: the shape of its values, and one of them.
public struct DocumentForm<Value: Sendable>: Sendable {
    public let shape: DocumentShape
    public let sample: Value

    public init(_ shape: DocumentShape, sample: Value) {
        self.shape = shape
        self.sample = sample
    }
}

/// The shape of a value in a document, as a schema describes it.
public indirect enum DocumentShape: Equatable, Sendable {
    case text
    /// A text of a published form: `date-time`, `date`.
    case format(String)
    /// One of these words.
    case words([String])
    case truth
    case whole
    case number
    case list(DocumentShape)
    /// An object whose members' names are data.
    case table(DocumentShape)
    case object([DocumentField])
}

/// A field of a document.
public struct DocumentField: Equatable, Sendable {
    public let name: String
    public let isRequired: Bool
    public let shape: DocumentShape

    public init(name: String, isRequired: Bool, shape: DocumentShape) {
        self.name = name
        self.isRequired = isRequired
        self.shape = shape
    }
}

/// Writes down what is asked of it, and answers with samples.
struct DescribedFields: FieldReader {
    private(set) var described: [DocumentField] = []

    mutating func required<Value: DocumentReadable>(_ name: StaticString) throws(Fault) -> Value {
        try note(name, isRequired: true)
    }

    mutating func optional<Value: DocumentReadable>(_ name: StaticString) throws(Fault) -> Value? {
        let value: Value = try note(name, isRequired: false)
        return value
    }

    mutating func all<Value: DocumentReadable>(_: Value.Type) throws(Fault) -> [(name: String, value: Value)] { [] }

    func has(_ name: StaticString) -> Bool { false }

    private mutating func note<Value: DocumentReadable>(_ name: StaticString, isRequired: Bool) throws(Fault) -> Value {
        let form: DocumentForm<Value>
        do {
            form = try Value.form()
        } catch {
            throw error.below("\(name)")
        }
        described.append(DocumentField(name: "\(name)", isRequired: isRequired, shape: form.shape))
        return form.sample
    }
}
