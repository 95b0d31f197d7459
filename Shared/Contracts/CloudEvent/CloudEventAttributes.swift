internal import Domain
internal import Foundation
internal import JSON

/// The attributes of one event as they were given, in either mode.
///
/// A required attribute stands once and is right, or the event cannot be read. An optional one never costs an event: of several the first that
/// is valid counts, and one that is not is as if it were absent.
struct CloudEventAttributes {
    private var found: [(attribute: CloudEventAttribute, text: String)] = []
    /// What is wrong with a required attribute, the first found; thrown once it is known that these attributes count.
    private var fault: Fault?

    init() { found.reserveCapacity(13) }

    subscript(attribute: CloudEventAttribute) -> String? {
        for entry in found where entry.attribute == attribute { return entry.text }
        return nil
    }

    /// Takes the value of a Kafka header.
    mutating func take(_ attribute: CloudEventAttribute, header name: String, _ value: Data) {
        guard attribute.isRequired else {
            takeOptional(attribute, value.count <= attribute.maximumBytes ? Self.text(value) : nil)
            return
        }
        if self[attribute] != nil {
            note(Fault(field: attribute.rawValue, problem: "is given twice", expected: "one header \(name)"))
        } else if value.count > attribute.maximumBytes {
            note(Fault(field: attribute.rawValue, problem: "is too long", expected: "at most \(attribute.maximumBytes) bytes"))
        } else if let text = Self.text(value) {
            found.append((attribute, text))
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
            found.append((attribute, try value.string()))
        } else {
            note(Fault(field: attribute.rawValue, problem: "has the wrong type", expected: "a string"))
        }
    }

    /// A signature that cannot be read is kept as an empty one, so that a command that claims to be signed never passes as one that is not.
    private mutating func takeOptional(_ attribute: CloudEventAttribute, _ text: String?) {
        let valid = text.flatMap { attribute.isValid($0) ? $0 : nil } ?? (attribute == .verification ? "" : nil)
        guard let valid else { return }
        guard let place = found.firstIndex(where: { $0.attribute == attribute }) else {
            found.append((attribute, valid))
            return
        }
        if found[place].text.isEmpty { found[place].text = valid }
    }

    private mutating func note(_ fault: Fault) { self.fault = self.fault ?? fault }

    /// The event these attributes describe, without its data.
    ///
    /// - Throws: a `Fault` that names the attribute and never holds its value.
    func event() throws(Fault) -> CloudEvent {
        if let fault { throw fault }
        guard try required(.specVersion) == "1.0" else {
            throw Fault(field: "specversion", problem: "is not supported", expected: "1.0")
        }
        let source = try required(.source)
        guard URIReference.isValid(source) else {
            throw Fault(field: "source", problem: "is not a URI reference", expected: "one of RFC 3986, such as /gateway/hotline")
        }
        var event = CloudEvent(id: try required(.id), source: source, type: try required(.type))
        event.time = self[.time].flatMap { Instant($0) }
        event.subject = self[.subject]
        event.dataContentType = try Self.json(self[.dataContentType])
        event.dataSchema = self[.dataSchema]
        event.partitionKey = self[.partitionKey]
        event.sequence = self[.sequence].flatMap { Int64(digits: $0) }
        event.traceParent = self[.traceParent]
        event.correlationID = self[.correlationID]
        event.causationID = self[.causationID]
        event.verification = self[.verification]
        return event
    }

    private func required(_ attribute: CloudEventAttribute) throws(Fault) -> String {
        guard let text = self[attribute] else {
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

    /// Nearly all are ASCII, which needs no check of its sequences.
    private static func text(_ value: Data) -> String? {
        value.allSatisfy { $0 < 0x80 } ? String(decoding: value, as: UTF8.self) : String(validating: value, as: UTF8.self)
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
