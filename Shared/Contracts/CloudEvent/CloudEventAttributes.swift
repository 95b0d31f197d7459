internal import Domain
internal import Foundation
internal import JSON

/// The attributes of one event as they were given, in either mode.
///
/// A required attribute stands once and is right, or the event cannot be read. An optional one never costs an event: of several the first that
/// is valid counts, and one that is not is as if it were absent.
struct CloudEventAttributes {
    /// By `place`, of all but `time` and `sequence`, of which what they say is kept.
    private var texts = InlineArray<14, String?>(repeating: nil)
    private var time: Instant?
    private var sequence: Int64?
    /// What is wrong with a required attribute, the first found; thrown once it is known that these attributes count.
    private var fault: Fault?

    init() {}

    private(set) subscript(attribute: CloudEventAttribute) -> String? {
        get { texts[attribute.place] }
        set { texts[attribute.place] = newValue }
    }

    /// Takes the value of a Kafka header.
    mutating func take(_ attribute: CloudEventAttribute, header value: Span<UInt8>) {
        guard attribute.isRequired else {
            // Of our own events both say which key it is.
            if attribute == .partitionKey, self[attribute] == nil, let subject = self[.subject], value.isSame(as: subject) {
                self[attribute] = subject
            } else {
                takeOptional(attribute, value.count <= attribute.maximumBytes ? KnownTexts.text(of: value) ?? value.text : nil)
            }
            return
        }
        if self[attribute] != nil {
            note(Fault(field: attribute.rawValue, problem: "is given twice", expected: "one header ce_\(attribute.rawValue)"))
        } else if value.count > attribute.maximumBytes {
            note(Fault(field: attribute.rawValue, problem: "is too long", expected: "at most \(attribute.maximumBytes) bytes"))
        } else if let text = KnownTexts.text(of: value) ?? value.text {
            self[attribute] = text
        } else {
            note(Fault(field: attribute.rawValue, problem: "is not valid UTF-8", expected: "UTF-8 text"))
        }
    }

    /// Takes a member of the JSON object of structured mode. `null` is as good as absent; a whole number is also taken for a sequence, which some
    /// writers send so.
    mutating func take(_ attribute: CloudEventAttribute, _ value: JSONElement) throws(JSONError) {
        let kind = try value.kind()
        if kind == .null { return }
        guard attribute.isRequired else {
            switch kind {
            case .string: takeOptional(attribute, try value.string())
            case .integer where attribute == .sequence: takeOptional(attribute, String(decoding: try value.rawData(), as: UTF8.self))
            case .null, .bool, .integer, .number, .array, .object: takeOptional(attribute, nil)
            }
            return
        }
        if self[attribute] != nil {
            note(Fault(field: attribute.rawValue, problem: "is given twice", expected: "one \(attribute.rawValue)"))
        } else if kind == .string {
            self[attribute] = try value.string()
        } else {
            note(Fault(field: attribute.rawValue, problem: "has the wrong type", expected: "a string"))
        }
    }

    /// Of several the first that is valid counts. A signature that cannot be read is kept as an empty one, so that a command that claims to be signed
    /// never passes as one that is not.
    private mutating func takeOptional(_ attribute: CloudEventAttribute, _ text: String?) {
        let valid = text.flatMap { attribute.isValid($0) ? $0 : nil }
        switch attribute {
        case .time: time = time ?? valid.flatMap { Instant($0) }
        case .sequence: sequence = sequence ?? valid.flatMap { Int64(digits: $0) }.flatMap { $0 > 0 ? $0 : nil }
        case .verification: if self[attribute]?.isEmpty != false { self[attribute] = valid ?? "" }
        case .specVersion, .id, .source, .type, .subject, .dataContentType, .dataSchema, .partitionKey, .traceParent, .correlationID,
            .causationID:
            if self[attribute] == nil { self[attribute] = valid }
        }
    }

    private mutating func note(_ fault: Fault) { self.fault = self.fault ?? fault }

    /// The event these attributes describe, without its data. It takes their texts, so it is asked for once.
    ///
    /// - Throws: a `Fault` that names the attribute and never holds its value.
    mutating func event() throws(Fault) -> CloudEvent {
        if let fault { throw fault }
        guard try required(.specVersion) == "1.0" else {
            throw Fault(field: "specversion", problem: "is not supported", expected: "1.0")
        }
        let source = try required(.source)
        guard URIReference.isValid(source) else {
            throw Fault(field: "source", problem: "is not a URI reference", expected: "one of RFC 3986, such as /gateway/hotline")
        }
        return CloudEvent(
            id: try required(.id), source: source, type: try required(.type), time: time, subject: take(.subject),
            dataContentType: try Self.json(take(.dataContentType)), dataSchema: take(.dataSchema), partitionKey: take(.partitionKey),
            sequence: sequence, traceParent: take(.traceParent), correlationID: take(.correlationID), causationID: take(.causationID),
            verification: take(.verification))
    }

    private mutating func take(_ attribute: CloudEventAttribute) -> String? { texts[attribute.place].take() }

    private mutating func required(_ attribute: CloudEventAttribute) throws(Fault) -> String {
        guard let text = take(attribute) else {
            throw Fault(field: attribute.rawValue, problem: "is missing", expected: "a CloudEvents 1.0 \(attribute.rawValue)")
        }
        try attribute.check(text)
        return text
    }

    /// Every contract of this product has its data in JSON.
    private static func json(_ contentType: String?) throws(Fault) -> String? {
        guard let contentType else { return nil }
        if contentType == "application/json" { return contentType }
        let mediaType = contentType.lowercased().split(separator: ";").first.map { $0.filter { $0 != " " } } ?? ""
        guard mediaType == "application/json" || mediaType.hasSuffix("+json") else {
            throw Fault(field: "datacontenttype", problem: "is not JSON", expected: "application/json")
        }
        return contentType
    }
}

extension CloudEventAttribute {
    /// Where its text is kept.
    fileprivate var place: Int {
        switch self {
        case .specVersion: 0
        case .id: 1
        case .source: 2
        case .type: 3
        case .time: 4
        case .subject: 5
        case .dataContentType: 6
        case .dataSchema: 7
        case .partitionKey: 8
        case .sequence: 9
        case .traceParent: 10
        case .correlationID: 11
        case .causationID: 12
        case .verification: 13
        }
    }
}

/// W3C Trace Context: which values of `traceparent` are worth carrying on.
enum TraceParent {
    /// Two digits of the version, 32 of the trace, 16 of the parent and two of flags, all hexadecimal in small letters and joined by hyphens; the
    /// version is not `ff` and neither identity zero. A later version than `00` may have more behind.
    static func isValid(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count == 55 || (bytes.count > 55 && bytes[55] == hyphen && !bytes.starts(with: "00".utf8)) else { return false }
        guard bytes[2] == hyphen, bytes[35] == hyphen, bytes[52] == hyphen else { return false }
        let parts = [bytes[0..<2], bytes[3..<35], bytes[36..<52], bytes[53..<55]]
        guard parts.allSatisfy({ $0.allSatisfy(isHexadecimal) }), !parts[0].elementsEqual("ff".utf8) else { return false }
        return [parts[1], parts[2]].allSatisfy { $0.contains { $0 != UInt8(ascii: "0") } }
    }

    private static let hyphen = UInt8(ascii: "-")

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }
}
