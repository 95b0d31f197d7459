internal import Domain
public import Foundation
internal import JSON

/// Writes a CloudEvent: in binary mode for Kafka, or as one JSON object.
public enum CloudEventWriter {
    /// The media type of structured mode, the value of its `content-type` header.
    public static let structuredContentType = Data("application/cloudevents+json; charset=utf-8".utf8)

    /// Writes the Kafka headers of binary mode; the payload is `event.data`.
    ///
    /// `content-type` is always `application/json`, as the data of every contract here is.
    public static func write(_ event: CloudEvent, to headers: inout some EventHeaderWriter) {
        headers.append("ce_specversion", text: "1.0")
        headers.append("ce_id", text: event.id)
        headers.append("ce_source", text: event.source)
        headers.append("ce_type", text: event.type)
        if let time = event.time { headers.append("ce_time", text: time.description) }
        if let subject = event.subject { headers.append("ce_subject", text: subject) }
        if let dataSchema = event.dataSchema { headers.append("ce_dataschema", text: dataSchema) }
        if let partitionKey = event.partitionKey { headers.append("ce_partitionkey", text: partitionKey) }
        if let sequence = event.sequence { headers.append("ce_sequence", text: String(sequence)) }
        if let traceParent = event.traceParent { headers.append("ce_traceparent", text: traceParent) }
        if let correlationID = event.correlationID { headers.append("ce_correlationid", text: correlationID) }
        if let causationID = event.causationID { headers.append("ce_causationid", text: causationID) }
        if let verification = event.verification { headers.append("ce_dssematerial", text: verification) }
        headers.append("content-type", text: "application/json")
    }

    /// The Kafka headers of binary mode, one by one.
    public static func headers(for event: CloudEvent) -> [(name: String, value: Data)] {
        var list = WrittenHeaders()
        write(event, to: &list)
        return list.headers
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
