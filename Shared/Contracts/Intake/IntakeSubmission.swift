public import Domain
public import Foundation
internal import JSON

/// Builds the events that gateways publish on `redress.intake`, with all fields in clear as the contract has them.
///
/// Nothing is checked here, so that a test can also build what must be refused.
public struct IntakeSubmission: Sendable {
    public var type: IntakeType
    public var line: String
    public var lineKind: ServiceLine.Kind
    /// Which complaint is meant; `nil` means the line's open one, and always for a new submission.
    public var complaint: ComplaintNumber?
    public var channel: Channel?
    public var province: Province?
    public var category: Domain.Category?
    public var customer: String?
    public var contact: String?
    public var description: String?
    public var demand: String?
    public var dissatisfaction: String?
    public var language: Language?
    public var receivedAt: Instant?
    public var flags: [Flag]
    public var disputedAmount: Money?
    public var settledOnSpot: Bool?
    public var settlement: String?
    public var details: SubmissionDetails?
    public var feedback: Feedback?
    /// What an appeal says; its written form has three fields of its own.
    public var appeal: Appeal?
    public var address: String?
    public var postcode: String?
    public var respondentAddress: String?

    public init(_ type: IntakeType = .submitted, line: String, lineKind: ServiceLine.Kind = .phone) {
        self.type = type
        self.line = line
        self.lineKind = lineKind
        self.flags = []
    }

    /// The event's data: one flat JSON object.
    public var data: Data {
        var writer = JSONWriter()
        writer.beginObject()
        writer.member("line", line)
        if lineKind != .phone { writer.member("lineKind", lineKind.rawValue) }
        writer.member("complaint", complaint?.rawValue)
        writer.member("channel", channel?.rawValue)
        writer.member("province", province?.rawValue)
        writer.member("category", category?.rawValue)
        writer.member("customer", customer)
        writer.member("contact", contact)
        writer.member("description", description)
        writer.member("demand", demand)
        writer.member("dissatisfaction", dissatisfaction)
        writer.member("language", language?.rawValue)
        writer.member("receivedAt", receivedAt?.description)
        if !flags.isEmpty {
            writer.name("flags")
            writer.beginArray()
            for flag in flags { writer.value(flag.rawValue) }
            writer.endArray()
        }
        writer.member("disputedAmount", raw: disputedAmount.map(Self.json))
        writer.member("settledOnSpot", settledOnSpot)
        writer.member("settlement", settlement)
        writer.member("address", address)
        writer.member("postcode", postcode)
        if let details { write(details, to: &writer) }
        if let appeal { write(appeal, to: &writer) }
        writer.member("satisfaction", feedback?.satisfaction)
        writer.member("resolved", feedback?.resolved)
        writer.member("wantsReview", feedback?.wantsReview)
        writer.member("otherProblems", feedback?.otherProblems)
        writer.endObject()
        return writer.data
    }

    /// The event; its Kafka key is `line`, which is why it carries no partition key of its own.
    public func event(id: String, source: String = Party.gateway.source, time: Instant? = nil) -> CloudEvent {
        CloudEvent(id: id, source: source, type: type.rawValue, time: time ?? receivedAt, data: data)
    }

    private func write(_ details: SubmissionDetails, to writer: inout JSONWriter) {
        if let duties = details.duties {
            writer.name("duties")
            writer.beginArray()
            for duty in duties {
                writer.beginObject()
                writer.member("duty", duty.duty.rawValue)
                writer.member("reference", duty.reference)
                writer.endObject()
            }
            writer.endArray()
        }
        if let exposure = details.exposure {
            writer.name("exposure")
            writer.beginObject()
            writer.member("medium", exposure.medium.rawValue)
            writer.member("effect", exposure.effect?.rawValue)
            writer.member("reference", exposure.reference)
            writer.endObject()
        }
        writer.member("takenBy", details.takenBy?.rawValue)
        writer.member("homeProvince", details.homeProvince?.rawValue)
        writer.member("writtenByCustomer", details.writtenByCustomer)
    }

    static func json(_ money: Money) -> Data {
        var writer = JSONWriter()
        writer.beginObject()
        writer.member("minorUnits", money.minorUnits)
        writer.member("currency", money.currency)
        writer.endObject()
        return writer.data
    }
}
