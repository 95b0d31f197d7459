public import Domain
public import Foundation

/// Reads a Kafka message as a CloudEvent, in structured or binary mode (CloudEvents 1.0, Kafka protocol binding §3).
///
/// Structured: the `content-type` header says `application/cloudevents+json`, or there is no `ce_` header at all and the payload is a JSON
/// object with `specversion`, as people send with kcat. Binary: `ce_` headers and the data as payload.
public enum CloudEventReader {
    /// Reads one message.
    ///
    /// - Throws: a `Fault` that names the attribute and never holds its value: a null payload without `ce_` headers, not JSON, invalid UTF-8, a required attribute
    ///   missing or empty, a `specversion` other than 1.0, a `time` that is not RFC 3339, a wrong type, a value that is too long.
    public static func read(value: Data?, headers: [(name: String, value: Data?)]) throws(Fault) -> CloudEvent {
        var attributes = BinaryAttributes()
        for header in headers { try attributes.take(header.name, header.value) }
        guard let value else { return try readWithoutPayload(attributes) }
        if let contentType = attributes.contentType, contentType.lowercased().hasPrefix("application/cloudevents") {
            try checkStructured(contentType)
            return try readStructured(value)
        }
        guard attributes.isBinary else { return try readStructured(value) }
        var event = try assemble { attribute throws(Fault) in attributes[attribute] }
        event.data = value
        return event
    }

    /// A binary event without data, such as a tombstone; nothing else can go without a payload.
    private static func readWithoutPayload(_ attributes: BinaryAttributes) throws(Fault) -> CloudEvent {
        guard attributes.isBinary else { throw Fault(field: "", problem: "has a null payload", expected: "a CloudEvent 1.0") }
        return try assemble { attribute throws(Fault) in attributes[attribute] }
    }

    private static func checkStructured(_ contentType: String) throws(Fault) {
        let mediaType = contentType.split(separator: ";").first.map { $0.lowercased().filter { $0 != " " } }
        guard mediaType == "application/cloudevents+json" else {
            throw Fault(field: "content-type", problem: "is not supported", expected: "application/cloudevents+json")
        }
    }

    private static func readStructured(_ value: Data) throws(Fault) -> CloudEvent {
        try JSONFields.read(value) { fields throws(Fault) in
            var event = try assemble { attribute throws(Fault) in try structuredText(attribute, in: fields) }
            let encoded = try fields.string("data_base64")
            if let raw = try fields.raw("data") {
                guard encoded == nil else {
                    throw Fault(field: "data_base64", problem: "stands beside data", expected: "only one of the two")
                }
                event.data = raw
            } else if let encoded {
                guard let decoded = Data(base64Encoded: encoded) else {
                    throw Fault(field: "data_base64", problem: "is not Base64", expected: "the data in Base64")
                }
                event.data = decoded
            }
            return event
        }
    }

    /// A sequence is also taken as a JSON integer, which some writers send for a decimal string.
    private static func structuredText(_ attribute: CloudEventAttribute, in fields: JSONFields) throws(Fault) -> String? {
        attribute == .sequence ? try fields.stringOrInteger(attribute.rawValue) : try fields.string(attribute.rawValue)
    }

    private static func assemble(_ value: (CloudEventAttribute) throws(Fault) -> String?) throws(Fault) -> CloudEvent {
        func optional(_ attribute: CloudEventAttribute) throws(Fault) -> String? {
            guard let text = try value(attribute) else { return nil }
            try attribute.check(text)
            return text
        }
        func required(_ attribute: CloudEventAttribute) throws(Fault) -> String {
            guard let text = try optional(attribute) else {
                throw Fault(field: attribute.rawValue, problem: "is missing", expected: "a CloudEvents 1.0 \(attribute.rawValue)")
            }
            return text
        }
        guard try required(.specVersion) == "1.0" else {
            throw Fault(field: "specversion", problem: "is not supported", expected: "1.0")
        }
        var event = CloudEvent(id: try required(.id), source: try required(.source), type: try required(.type))
        event.time = try time(optional(.time))
        event.subject = try optional(.subject)
        event.dataContentType = try json(optional(.dataContentType))
        event.dataSchema = try optional(.dataSchema)
        event.partitionKey = try optional(.partitionKey)
        event.sequence = try sequence(optional(.sequence))
        event.traceParent = try optional(.traceParent)
        event.verification = try optional(.verification)
        return event
    }

    private static func time(_ text: String?) throws(Fault) -> Instant? {
        guard let text else { return nil }
        guard let instant = Instant(text) else {
            throw Fault(field: "time", problem: "is not RFC 3339", expected: "a time such as 2026-09-30T16:00:00+08:00")
        }
        return instant
    }

    private static func sequence(_ text: String?) throws(Fault) -> Int64? {
        guard let text else { return nil }
        guard text.utf8.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }), let number = Int64(text), number > 0 else {
            throw Fault(field: "sequence", problem: "is not a positive decimal number", expected: "digits, from 1")
        }
        return number
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
