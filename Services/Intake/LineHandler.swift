public import Contracts
public import Domain
import Foundation
public import Runtime

/// Intake's main lane group: everything gateways publish about one line.
public struct LineHandler<Guard: PersonalDataGuard>: LaneHandler {
    public let group = LaneGroup(
        name: "line", topics: [InputTopic(Topic.intake.name, .outsiders)], companion: ArchiveHandler.groupName)
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

    public func read(_ event: CloudEvent, from topic: String) throws(Fault) -> Reading<IntakeMessage> {
        let message = try IntakeReader.read(event, guard: personalData)
        return .input(message, stateKey: message.line.token.rawValue, messageKey: message.key)
    }

    public func wake(key: String) -> IntakeMessage {
        IntakeMessage(
            key: "", line: LineReference(token: LineToken(key), masked: ""), eventType: "", eventSource: "", eventID: "",
            content: .success(.wake))
    }

    public func decide(
        _ input: IntakeMessage, state: LineFile?, companions: [CompanionRow], now: Instant, serial: Serial
    ) throws(Fault) -> Outcome<LineFile> {
        let context = DecisionContext(now: now, policy: rules, serial: serial)
        let decision = IntakeDecider.decide(try self.input(input, archived: companions), given: state, in: context)
        var outcome = Outcome(state: decision.state, due: decision.due)
        outcome.liveKeys = [input.line.token.rawValue] + (decision.state?.complaints.map(\.number.rawValue) ?? [])
        for event in decision.events { outcome.events.append(try OutboundEvent(event, coder: coder)) }
        return outcome
    }

    private func input(_ message: IntakeMessage, archived companions: [CompanionRow]) throws(Fault) -> IntakeInput {
        var archived: [ComplaintNumber: Instant] = [:]
        var paid: [ComplaintNumber: [PaidClaim]] = [:]
        for row in companions {
            let complaint = try coder.decode(StoredCompanion<ArchivedComplaint>.self, from: row.body).state
            archived[ComplaintNumber(row.key)] = complaint?.archivedAt
            if let claims = complaint?.paid { paid[ComplaintNumber(row.key)] = claims }
        }
        return message.input(archived: archived, paid: paid)
    }
}
