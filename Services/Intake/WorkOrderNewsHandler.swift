public import Contracts
public import Domain
public import Runtime

/// Intake's other lane group: which complaints are answered and archived, read from the work orders; the lane of the line looks it up.
public final class WorkOrderNewsHandler: LaneHandler {
    static let groupName = "complaint"

    public let group = LaneGroup(name: groupName, topics: [InputTopic(Topic.workOrders.name, .facts)])
    private let coder = WireCoder()
    /// It says nothing, so nothing has to be grouped.
    public let followsOneComplaint = false

    public init() {}

    public func stateKey(forMessageKey key: String) -> String { key }

    public func read(_ event: CloudEvent, from topic: String) throws(Fault) -> Reading<WorkOrderEvent?> {
        guard Self.types.contains(event.type) else { return .skipped }
        return try .fact(event, coder) { (fact: WorkOrderEvent) in fact }
    }

    public func wake(key: String) -> WorkOrderEvent? { nil }

    public func decide(
        _ input: WorkOrderEvent?, state: WorkOrderNews?, companions: [CompanionRow], now: Instant, serial: Serial
    ) throws(Fault) -> Outcome<WorkOrderNews> {
        guard let input else { return Outcome(state: state) }
        return Outcome(state: WorkOrderNews.after(input, knowing: state), reference: Self.line(of: input)?.token.rawValue)
    }

    private static let types = Set(
        [
            WorkOrderEvent.WireType.customerTold, .customerUntold, .answerReturned, .reviewRequested, .dissatisfied, .archived,
        ].map(\.rawValue))

    /// The line, where the fact names it: what has none waits, unseen, for one that has.
    private static func line(of event: WorkOrderEvent) -> LineReference? {
        if case .archived(let fact) = event { return fact.line }
        if case .customerTold(let fact) = event { return fact.line }
        return nil
    }
}

/// What is known of a complaint that is answered or archived, and what it has cost.
public struct WorkOrderNews: Sendable, Equatable {
    /// When it was archived; while it is not, when the customer was told, which the release before takes for the archiving.
    public let archivedAt: Instant
    /// Whether it is not archived yet; `nil` for no.
    public let isOpen: Bool?
    /// `nil` for nothing.
    public let paid: [PaidClaim]?
    /// What the customer was told, and how they took it; `nil` where they were told nothing, or where a release wrote it that did not ask.
    public let answer: CustomerAnswer?

    /// What is known once the work order has told this, too; `nil` while that is nothing.
    static func after(_ event: WorkOrderEvent, knowing earlier: WorkOrderNews?) -> WorkOrderNews? {
        let answer = CustomerAnswer.after(event, knowing: earlier?.answer)
        if case .archived(let fact) = event { return WorkOrderNews(archivedAt: fact.at, isOpen: nil, paid: fact.paid, answer: answer) }
        guard let answer else { return earlier }
        var paid = earlier?.paid
        if case .customerTold(let fact) = event { paid = fact.paid }
        if let earlier, earlier.isOpen == nil {
            return WorkOrderNews(archivedAt: earlier.archivedAt, isOpen: nil, paid: paid, answer: answer)
        }
        return WorkOrderNews(archivedAt: answer.toldAt, isOpen: true, paid: paid, answer: answer)
    }
}

extension WorkOrderNews: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        archivedAt = try fields.required("archivedAt")
        isOpen = try fields.optional("isOpen")
        paid = try fields.optional("paid")
        answer = try fields.optional("answer")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("archivedAt", archivedAt)
        writer.write("isOpen", isOpen)
        writer.write("paid", paid)
        writer.write("answer", answer)
    }
}
