internal import Domain

/// The attributes this product reads, each with its bound; all others are ignored, as the specification asks.
enum CloudEventAttribute: String, CaseIterable {
    case specVersion = "specversion"
    case id
    case source
    case type
    case time
    case subject
    case dataContentType = "datacontenttype"
    case dataSchema = "dataschema"
    case partitionKey = "partitionkey"
    case sequence
    case traceParent = "traceparent"

    /// The most bytes of UTF-8 a value may have.
    var maximumBytes: Int {
        switch self {
        case .id, .source, .type, .subject, .partitionKey: 256
        case .dataContentType, .traceParent: 128
        case .dataSchema: 1024
        case .specVersion, .time, .sequence: 64
        }
    }

    /// The name of the attribute's Kafka header in binary mode.
    var headerName: String {
        self == .dataContentType ? "content-type" : "ce_" + rawValue
    }

    /// Checks a value that is there.
    ///
    /// - Throws: a `Fault` when it is empty, too long, or holds a control character, which the specification forbids in a string.
    func check(_ value: String) throws(Fault) {
        let bytes = value.utf8
        guard !bytes.isEmpty else { throw Fault(field: rawValue, problem: "is empty", expected: "some text") }
        guard bytes.count <= maximumBytes else {
            throw Fault(field: rawValue, problem: "is too long", expected: "at most \(maximumBytes) bytes")
        }
        guard !TextRule.hasControlCharacter(value, allowingLineBreaks: false) else {
            throw Fault(field: rawValue, problem: "has a control character", expected: "printable text")
        }
    }
}
