public import Domain
public import Foundation

/// One message as CloudEvents 1.0 describes it: who says what about which thing, and the data in JSON.
///
/// Attribute names are the specification's; `partitionkey`, `sequence`, `traceparent`, `correlationid`, `causationid` and
/// `dssematerial` are its documented extensions.
public struct CloudEvent: Hashable, Sendable {
    /// Unique within `source`; the pair identifies the event, and a second one with the same pair is a repetition.
    public var id: String
    /// Who wrote it, as a URI reference such as `/redress/intake`.
    public var source: String
    /// What it is, such as `redress.complaint.registered.v1`.
    public var type: String
    /// When the writer says it happened.
    public var time: Instant?
    /// What it is about, such as a complaint number. It travels as a header, so it never holds personal data.
    public var subject: String?
    /// The media type of `data`; `nil` counts as `application/json`.
    public var dataContentType: String?
    /// Where the schema of `data` is published.
    public var dataSchema: String?
    /// What decides the partition; never personal data.
    public var partitionKey: String?
    /// Rises by 1 for each event of one complaint and one writer, from 1.
    public var sequence: Int64?
    /// W3C trace context.
    public var traceParent: String?
    /// What groups the events of one flow: the id of the event that began it, or what its sender gave (CloudEvents extension "Correlation").
    public var correlationID: String?
    /// The id of the event that directly caused this one.
    public var causationID: String?
    /// What the event can be verified by: a DSSE envelope in base64 (CloudEvents extension "Verifiable CloudEvents with DSSE").
    public var verification: String?
    /// JSON bytes; empty where there is none.
    public var data: Data

    public init(
        id: String, source: String, type: String, time: Instant? = nil, subject: String? = nil, dataContentType: String? = nil,
        dataSchema: String? = nil, partitionKey: String? = nil, sequence: Int64? = nil, traceParent: String? = nil,
        correlationID: String? = nil, causationID: String? = nil, verification: String? = nil, data: Data = Data()
    ) {
        self.id = id
        self.source = source
        self.type = type
        self.time = time
        self.subject = subject
        self.dataContentType = dataContentType
        self.dataSchema = dataSchema
        self.partitionKey = partitionKey
        self.sequence = sequence
        self.traceParent = traceParent
        self.correlationID = correlationID
        self.causationID = causationID
        self.verification = verification
        self.data = data
    }
}
