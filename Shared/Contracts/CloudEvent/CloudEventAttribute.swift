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
    case correlationID = "correlationid"
    case causationID = "causationid"
    case verification = "dssematerial"

    /// Without them there is no event; all others may be absent.
    var isRequired: Bool {
        switch self {
        case .specVersion, .id, .source, .type: true
        case .time, .subject, .dataContentType, .dataSchema, .partitionKey, .sequence, .traceParent, .correlationID, .causationID,
            .verification:
            false
        }
    }

    /// The most bytes of UTF-8 a value may have.
    var maximumBytes: Int {
        switch self {
        case .id, .source, .type, .subject, .partitionKey, .correlationID, .causationID: 256
        case .dataContentType, .traceParent: 128
        case .dataSchema: 1024
        case .verification: 4096
        case .specVersion, .time, .sequence: 64
        }
    }

    /// The attribute that a Kafka header of binary mode holds; `nil` for any other header.
    ///
    /// It is asked of every header of every message, and so compares bytes. Some clients write `Content-Type`; the `ce_` names are always in small
    /// letters.
    init?(headerName name: Span<UInt8>) {
        for known in Self.headerNames where known.name.count == name.count && Self.isSame(known.name, name) {
            self = known.attribute
            return
        }
        guard name.count == Self.contentType.count, Self.isSame(Self.contentType, name, ignoringCase: true) else { return nil }
        self = .dataContentType
    }

    private static func isSame(_ known: [UInt8], _ name: Span<UInt8>, ignoringCase: Bool = false) -> Bool {
        for index in known.indices {
            let isCapital = ignoringCase && (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(name[index])
            guard known[index] == (isCapital ? name[index] | 0x20 : name[index]) else { return false }
        }
        return true
    }

    private static let contentType = Array("content-type".utf8)

    /// In the order in which our own writer writes them.
    private static let headerNames: [(name: [UInt8], attribute: CloudEventAttribute)] =
        ([
            ("ce_specversion", .specVersion), ("ce_id", .id), ("ce_source", .source), ("ce_type", .type), ("ce_time", .time),
            ("ce_subject", .subject), ("ce_dataschema", .dataSchema), ("ce_partitionkey", .partitionKey), ("ce_sequence", .sequence),
            ("ce_traceparent", .traceParent), ("ce_correlationid", .correlationID), ("ce_causationid", .causationID),
            ("ce_dssematerial", .verification),
        ] as [(String, CloudEventAttribute)]).map { (Array($0.0.utf8), $0.1) }

    /// Whether an optional attribute's value is worth reading. What `time` and `sequence` say is seen by whoever reads them.
    func isValid(_ value: String) -> Bool {
        guard (1...maximumBytes).contains(value.utf8.count), !TextRule.hasControlCharacter(value) else { return false }
        return self == .traceParent ? TraceParent.isValid(value) : true
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
