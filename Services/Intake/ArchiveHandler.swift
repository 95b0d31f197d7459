public import Contracts
public import Domain
public import Runtime

/// Intake's other lane group: which complaints are archived, read from the work orders; the lane of the line looks it up.
public final class ArchiveHandler: LaneHandler {
    static let groupName = "complaint"

    public let group = LaneGroup(name: groupName, topics: [InputTopic(Topic.workOrders.name, .facts)])
    private let coder = WireCoder()
    /// It says nothing, so nothing has to be grouped.
    public let followsOneComplaint = false

    public init() {}

    public func stateKey(forMessageKey key: String) -> String { key }

    public func read(_ event: CloudEvent, from topic: String) throws(Fault) -> Reading<WorkOrderEvent?> {
        guard event.type == Self.archivedType else { return .skipped }
        return try .fact(event, coder) { (fact: WorkOrderEvent) in fact }
    }

    public func wake(key: String) -> WorkOrderEvent? { nil }

    public func decide(
        _ input: WorkOrderEvent?, state: ArchivedComplaint?, companions: [CompanionRow], now: Instant, serial: Serial
    ) throws(Fault) -> Outcome<ArchivedComplaint> {
        guard case .archived(let fact) = input else { return Outcome(state: state) }
        return Outcome(state: ArchivedComplaint(archivedAt: fact.at, paid: fact.paid), reference: fact.line.token.rawValue)
    }

    private static let archivedType = "redress.work-order.archived.v1"
}

/// When a complaint was archived, and what it has cost.
public struct ArchivedComplaint: Sendable, Equatable {
    public let archivedAt: Instant
    /// `nil` for nothing.
    public let paid: [PaidClaim]?
}

extension ArchivedComplaint: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        archivedAt = try fields.required("archivedAt")
        paid = try fields.optional("paid")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("archivedAt", archivedAt)
        writer.write("paid", paid)
    }
}
