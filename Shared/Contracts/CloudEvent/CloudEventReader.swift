public import Domain
public import Foundation
internal import JSON

/// Reads a Kafka message as a CloudEvent, in structured or binary mode (CloudEvents 1.0, Kafka protocol binding §3).
///
/// Structured: the `content-type` header says `application/cloudevents+json`, or there is no `ce_` header at all and the payload is a JSON
/// object with `specversion`, as people send with kcat. Binary: `ce_` headers and the data as payload.
public enum CloudEventReader {
    /// Reads one message.
    ///
    /// What is optional stops nothing: an optional attribute that is not valid is passed over, and of several the first valid one counts. Numbers
    /// beyond 64 bits, and extensions this product does not know, are passed over too.
    ///
    /// - Throws: a `Fault` that names the attribute and never holds its value: a null payload without `ce_` headers, not JSON, invalid UTF-8; a
    ///   required attribute missing, empty, too long, of the wrong type or given twice; a `source` that is no URI reference, a `specversion`
    ///   other than 1.0, a `datacontenttype` that is not JSON; data given twice.
    public static func read(value: Data?, headers: some EventHeaders) throws(Fault) -> CloudEvent {
        var attributes = CloudEventAttributes()
        var isBinary = false
        headers.forEachField { name, value in
            guard let attribute = CloudEventAttribute(headerName: name) else {
                if isEventHeader(name) { isBinary = true }
                return
            }
            if attribute != .dataContentType { isBinary = true }
            if let value { attributes.take(attribute, header: value) }
        }
        // A binary event may be without data, such as a tombstone; nothing else can go without a payload.
        guard let value else {
            guard isBinary else { throw Fault(field: "", problem: "has a null payload", expected: "a CloudEvent 1.0") }
            return try attributes.event()
        }
        if let contentType = attributes[.dataContentType], isCloudEvents(contentType) {
            try checkStructured(contentType)
            return try readStructured(value)
        }
        guard isBinary else { return try readStructured(value) }
        var event = try attributes.event()
        event.data = value
        return event
    }

    /// Reads one message whose headers were put together one by one.
    ///
    /// - Throws: as the other.
    public static func read(value: Data?, headers: [(name: String, value: Data?)]) throws(Fault) -> CloudEvent {
        try read(value: value, headers: HeaderList(headers))
    }

    /// Whether the content type says so, which wins over whatever `ce_` headers somebody on the way has added.
    static func isStructured(_ headers: some EventHeaders) -> Bool {
        var isStructured = false
        headers.forEachField { name, value in
            guard CloudEventAttribute(headerName: name) == .dataContentType, let value else { return }
            if isCloudEvents(text(repairing: value)) { isStructured = true }
        }
        return isStructured
    }

    private static func isCloudEvents(_ contentType: String) -> Bool {
        // Of nearly every message it is this one.
        contentType != "application/json" && contentType.lowercased().hasPrefix("application/cloudevents")
    }

    private static func isEventHeader(_ name: Span<UInt8>) -> Bool {
        name.count >= 3 && name[0] == UInt8(ascii: "c") && name[1] == UInt8(ascii: "e") && name[2] == UInt8(ascii: "_")
    }

    /// A text with every invalid sequence replaced.
    static func text(repairing bytes: Span<UInt8>) -> String {
        bytes.text ?? String(decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self)
    }

    private static func checkStructured(_ contentType: String) throws(Fault) {
        let mediaType = contentType.split(separator: ";").first.map { $0.lowercased().filter { $0 != " " } }
        guard mediaType == "application/cloudevents+json" else {
            throw Fault(field: "content-type", problem: "is not supported", expected: "application/cloudevents+json")
        }
    }

    private static func readStructured(_ value: Data) throws(Fault) -> CloudEvent {
        try JSONFields.read(value, isEnvelope: true) { fields throws(Fault) in
            var attributes = CloudEventAttributes()
            var (data, encoded) = (Data?.none, String?.none)
            for (name, member) in try fields.members() {
                switch name {
                case "data":
                    guard data == nil else { throw Fault(field: "data", problem: "is given twice", expected: "one data") }
                    data = try fields.read { () throws(JSONError) in try member.isNull() ? nil : try member.rawData() }
                case "data_base64":
                    guard encoded == nil else { throw Fault(field: "data_base64", problem: "is given twice", expected: "one data_base64") }
                    encoded = try fields.read { () throws(JSONError) in try member.isNull() ? nil : try member.string() }
                default:
                    guard let attribute = CloudEventAttribute(rawValue: name) else { continue }
                    try fields.read { () throws(JSONError) in try attributes.take(attribute, member) }
                }
            }
            var event = try attributes.event()
            if let data {
                guard encoded == nil else {
                    throw Fault(field: "data_base64", problem: "is given together with data", expected: "only one of the two")
                }
                event.data = data
            } else if let encoded {
                event.data = try decoded(encoded)
            }
            return event
        }
    }

    private static func decoded(_ encoded: String) throws(Fault) -> Data {
        guard let decoded = Data(base64Encoded: encoded) else {
            throw Fault(field: "data_base64", problem: "is not Base64", expected: "the data in Base64")
        }
        return decoded
    }
}

extension CloudEventReader {
    /// Who sent a message that cannot be read, and under which id: enough to say what is wrong with it.
    ///
    /// It has the type, the correlation and the data only as far as they can be read; `nil` where the source or the id cannot, is missing or is
    /// given twice. Then there is nobody to answer.
    public static func sender(value: Data?, headers: some EventHeaders) -> CloudEvent? {
        var isBinary = false
        headers.forEachField { name, _ in if isEventHeader(name) { isBinary = true } }
        return isBinary && !isStructured(headers) ? binarySender(headers, value) : value.flatMap(structuredSender)
    }

    private static func binarySender(_ headers: some EventHeaders, _ value: Data?) -> CloudEvent? {
        func text(_ attribute: CloudEventAttribute) -> String? {
            var given: [String?] = []
            headers.forEachField { name, value in
                if CloudEventAttribute(headerName: name) == attribute, let value { given.append(value.text) }
            }
            guard given.count == 1, let only = given[0] else { return nil }
            return attribute.valid(only)
        }
        return event(value, text)
    }

    private static func structuredSender(_ value: Data) -> CloudEvent? {
        do {
            return try JSONFields.read(value, isEnvelope: true) { fields throws(Fault) in
                var texts: [CloudEventAttribute: [String?]] = [:]
                var data: Data?
                for (name, member) in try fields.members() {
                    if name == "data" {
                        data = readable { () throws(Fault) in try fields.read { () throws(JSONError) in try member.rawData() } }
                    } else if let attribute = CloudEventAttribute(rawValue: name) {
                        let text = readable { () throws(Fault) in try fields.read { () throws(JSONError) in try member.string() } }
                        texts[attribute, default: []].append(text)
                    }
                }
                return event(data) { attribute in
                    guard let given = texts[attribute], given.count == 1, let only = given[0] else { return nil }
                    return attribute.valid(only)
                }
            }
        } catch {
            // Bytes that are no JSON object name nobody; why they are none was found before.
            return nil
        }
    }

    private static func event(_ data: Data?, _ text: (CloudEventAttribute) -> String?) -> CloudEvent? {
        guard let id = text(.id), let source = text(.source) else { return nil }
        return CloudEvent(
            id: id, source: source, type: text(.type) ?? "", traceParent: text(.traceParent), correlationID: text(.correlationID),
            data: data ?? Data())
    }

    /// What is there, where it is as it should be; that the message is faulty is known already.
    private static func readable<Value>(_ read: () throws(Fault) -> Value?) -> Value? {
        do {
            return try read()
        } catch {
            return nil
        }
    }
}

extension CloudEventAttribute {
    /// The value, where it is one.
    fileprivate func valid(_ value: String) -> String? {
        do {
            try check(value)
            return value
        } catch {
            return nil
        }
    }
}

extension Span<UInt8> {
    /// The bytes as text; `nil` where they are not UTF-8.
    var text: String? {
        do {
            return String(copying: try UTF8Span(validating: self))
        } catch {
            return nil
        }
    }
}
