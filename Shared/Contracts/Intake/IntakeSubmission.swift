public import Domain
public import Foundation

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

    public init(_ type: IntakeType = .submitted, line: String, lineKind: ServiceLine.Kind = .phone) {
        self.type = type
        self.line = line
        self.lineKind = lineKind
        self.flags = []
    }

    /// The event's data: one flat JSON object.
    public var data: Data {
        var writer = JSONObjectWriter()
        writer.add("line", line)
        if lineKind != .phone { writer.add("lineKind", lineKind.rawValue) }
        writer.add("complaint", complaint?.rawValue)
        writer.add("channel", channel?.rawValue)
        writer.add("province", province?.rawValue)
        writer.add("category", category?.rawValue)
        writer.add("customer", customer)
        writer.add("contact", contact)
        writer.add("description", description)
        writer.add("demand", demand)
        writer.add("dissatisfaction", dissatisfaction)
        writer.add("language", language?.rawValue)
        writer.add("receivedAt", receivedAt?.description)
        if !flags.isEmpty { writer.add("flags", flags.map(\.rawValue)) }
        if let disputedAmount { writer.addRaw("disputedAmount", Self.json(disputedAmount)) }
        writer.add("settledOnSpot", settledOnSpot)
        return writer.finished()
    }

    /// The event; its Kafka key is `line`, which is why it carries no partition key of its own.
    public func event(id: String, source: String = Party.gateway.source, time: Instant? = nil) -> CloudEvent {
        CloudEvent(id: id, source: source, type: type.rawValue, time: time ?? receivedAt, data: data)
    }

    static func json(_ money: Money) -> Data {
        var writer = JSONObjectWriter()
        writer.add("minorUnits", money.minorUnits)
        writer.add("currency", money.currency)
        return writer.finished()
    }
}
