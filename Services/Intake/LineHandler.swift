public import Contracts
public import Domain
import Foundation
public import Runtime

/// Intake's main lane group: everything gateways publish about one line.
public final class LineHandler<Guard: PersonalDataGuard>: LaneHandler {
    public let group = LaneGroup(
        name: "line", topics: [InputTopic(Topic.intake.name, .outsiders)], companion: WorkOrderNewsHandler.groupName)
    private let rules: IntakeRules
    private let personalData: Guard
    private let coder = WireCoder()

    public init(rules: IntakeRules, personalData: Guard) {
        self.rules = rules
        self.personalData = personalData
    }

    public func stateKey(forMessageKey key: String) -> String {
        personalData.token(of: ServiceLine.tokenInput(ofMessageKey: key)).rawValue
    }

    public func read(_ event: CloudEvent, from topic: String) throws(Fault) -> Reading<IntakeInput> {
        let draft = try IntakeReader.draft(of: event, guard: personalData)
        let input = Draft<IntakeInput>.unsealed { seal throws(Fault) in
            let input = try draft.sealed(by: seal)
            return draft.fault == nil ? .valid(input) : .invalid(answer: input)
        }
        return .input(input, stateKey: draft.line.token.rawValue, messageKey: draft.key)
    }

    public func refusal(
        of event: CloudEvent, from topic: String, _ fault: Fault, id: String, at now: Instant
    ) -> OutboundEvent? {
        let answer = ComplaintEvent.rejected(IntakeReader.rejection(of: event, fault, guard: personalData, at: now))
        return OutboundEvent(unsequenced: answer, id: id, coder: coder)
    }

    public func wake(key: String) -> IntakeInput {
        IntakeInput(
            content: .wake, line: LineReference(token: LineToken(key), masked: ""), eventType: "", eventSource: "", eventID: "")
    }

    public func decide(
        _ input: IntakeInput, state: LineState?, companions: [CompanionRow], now: Instant, serial: Serial
    ) throws(Fault) -> Outcome<LineState> {
        let context = DecisionContext(now: now, policy: rules, serial: serial)
        let decision = IntakeDecider.decide(try known(input, from: companions), given: state, in: context)
        var outcome = Outcome(state: decision.state, due: decision.due)
        outcome.liveKeys = [input.line.token.rawValue] + (decision.state?.complaints.map(\.number.rawValue) ?? [])
        for event in decision.events { outcome.events.append(try outbound(event, input, decision.state)) }
        return outcome
    }

    /// A line may have several complaints, each a flow of its own.
    private func outbound(_ event: ComplaintEvent, _ input: IntakeInput, _ file: LineState?) throws(Fault) -> OutboundEvent {
        var outbound = try OutboundEvent(event, coder: coder)
        outbound.correlationID = file?.complaints.first { $0.number.rawValue == event.key }?.flow
        // What time has led to answers the event that waited.
        if input.eventID.isEmpty { outbound.causationID = event.eventID }
        return outbound
    }

    private func known(_ input: IntakeInput, from companions: [CompanionRow]) throws(Fault) -> IntakeInput {
        var archived: [ComplaintNumber: Instant] = [:]
        var paid: [ComplaintNumber: [PaidClaim]] = [:]
        var answers: [ComplaintNumber: CustomerAnswer] = [:]
        for row in companions {
            let complaint = ComplaintNumber(row.key)
            guard let news = try coder.decode(StoredCompanion<WorkOrderNews>.self, from: row.body).state else { continue }
            if news.isOpen != true { archived[complaint] = news.archivedAt }
            if let claims = news.paid { paid[complaint] = claims }
            answers[complaint] = news.answer
        }
        return input.knowing(archived: archived, paid: paid, answers: answers)
    }
}
