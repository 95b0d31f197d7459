internal import Domain

/// The attributes this product reads, each with its bound; all others are ignored, as the specification asks.
enum CloudEventAttribute: String {
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
    case verification = "dssematerial"

    /// Without them there is no event; all others may be absent.
    var isRequired: Bool {
        switch self {
        case .specVersion, .id, .source, .type: true
        case .time, .subject, .dataContentType, .dataSchema, .partitionKey, .sequence, .traceParent, .verification: false
        }
    }

    /// The most bytes of UTF-8 a value may have.
    var maximumBytes: Int {
        switch self {
        case .id, .source, .type, .subject, .partitionKey: 256
        case .dataContentType, .traceParent: 128
        case .dataSchema: 1024
        case .verification: 4096
        case .specVersion, .time, .sequence: 64
        }
    }

    /// The attribute that a Kafka header of binary mode holds; `nil` for any other header.
    ///
    /// Spelt out because it is asked of every header of every message.
    init?(headerName: String) {
        switch headerName {
        case "ce_specversion": self = .specVersion
        case "ce_id": self = .id
        case "ce_source": self = .source
        case "ce_type": self = .type
        case "ce_time": self = .time
        case "ce_subject": self = .subject
        case "content-type": self = .dataContentType
        case "ce_dataschema": self = .dataSchema
        case "ce_partitionkey": self = .partitionKey
        case "ce_sequence": self = .sequence
        case "ce_traceparent": self = .traceParent
        case "ce_dssematerial": self = .verification
        default: return nil
        }
    }

    /// Whether an optional attribute's value is worth reading.
    func isValid(_ value: String) -> Bool {
        guard (1...maximumBytes).contains(value.utf8.count), !TextRule.hasControlCharacter(value) else { return false }
        return switch self {
        case .time: Instant(value) != nil
        case .sequence: Int64(digits: value).map { $0 > 0 } ?? false
        case .traceParent: TraceParent.isValid(value)
        case .specVersion, .id, .source, .type, .subject, .dataContentType, .dataSchema, .partitionKey, .verification: true
        }
    }

    /// Checks a required value that is there.
    ///
    /// - Throws: a `Fault` when it is empty, too long, or holds a control character, which the specification forbids in a string.
    func check(_ value: String) throws(Fault) {
        let bytes = value.utf8
        guard !bytes.isEmpty else { throw Fault(field: rawValue, problem: "is empty", expected: "some text") }
        guard bytes.count <= maximumBytes else {
            throw Fault(field: rawValue, problem: "is too long", expected: "at most \(maximumBytes) bytes")
        }
        guard !TextRule.hasControlCharacter(value) else {
            throw Fault(field: rawValue, problem: "has a control character", expected: "printable text")
        }
    }
}
