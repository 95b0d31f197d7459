internal import Domain
public import Foundation
internal import JSON

/// Writes a CloudEvent: in binary mode for Kafka, or as one JSON object.
public enum CloudEventWriter {
    private static let specVersion = Data("1.0".utf8)
    private static let json = Data("application/json".utf8)
    /// The media type of structured mode, the value of its `content-type` header.
    public static let structuredContentType = Data("application/cloudevents+json; charset=utf-8".utf8)

    /// The Kafka headers of binary mode; the payload is `event.data`.
    ///
    /// `content-type` is always `application/json`, as the data of every contract here is.
    public static func headers(for event: CloudEvent) -> [(name: String, value: Data)] {
        var headers: [(name: String, value: Data)] = []
        headers.reserveCapacity(13)
        headers.append(("ce_specversion", specVersion))
        headers.append(("ce_id", Data(event.id.utf8)))
        headers.append(("ce_source", Data(event.source.utf8)))
        headers.append(("ce_type", Data(event.type.utf8)))
        if let time = event.time { headers.append(("ce_time", Data(time.description.utf8))) }
        if let subject = event.subject { headers.append(("ce_subject", Data(subject.utf8))) }
        if let dataSchema = event.dataSchema { headers.append(("ce_dataschema", Data(dataSchema.utf8))) }
        if let partitionKey = event.partitionKey { headers.append(("ce_partitionkey", Data(partitionKey.utf8))) }
        if let sequence = event.sequence { headers.append(("ce_sequence", Data(String(sequence).utf8))) }
        if let traceParent = event.traceParent { headers.append(("ce_traceparent", Data(traceParent.utf8))) }
        if let correlationID = event.correlationID { headers.append(("ce_correlationid", Data(correlationID.utf8))) }
        if let causationID = event.causationID { headers.append(("ce_causationid", Data(causationID.utf8))) }
        if let verification = event.verification { headers.append(("ce_dssematerial", Data(verification.utf8))) }
        headers.append(("content-type", json))
        return headers
    }

    /// The payload of structured mode: one JSON object with the data inside.
    public static func structured(_ event: CloudEvent) -> Data {
        var writer = JSONWriter(capacity: event.data.count + 512)
        writer.beginObject()
        writer.member("specversion", "1.0")
        writer.member("id", event.id)
        writer.member("source", event.source)
        writer.member("type", event.type)
        writer.member("time", event.time?.description)
        writer.member("subject", event.subject)
        writer.member("datacontenttype", event.dataContentType ?? "application/json")
        writer.member("dataschema", event.dataSchema)
        writer.member("partitionkey", event.partitionKey)
        writer.member("sequence", event.sequence.map { String($0) })
        writer.member("traceparent", event.traceParent)
        writer.member("correlationid", event.correlationID)
        writer.member("causationid", event.causationID)
        writer.member("dssematerial", event.verification)
        writer.member("data", raw: event.data.isEmpty ? nil : event.data)
        writer.endObject()
        return writer.data
    }
}
