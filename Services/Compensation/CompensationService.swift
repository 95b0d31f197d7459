import Contracts
import Domain
import Policies
public import Runtime

/// Calculates what is owed, has it approved, and settles it with billing.
public enum CompensationService {
    public static let definition = ServiceDefinition(
        .compensation, summary: "Calculates, approves and settles refunds and compensation.", schemaVersion: 270
    ) { pack, personalData, gate, _ in
        [
            DeciderHandler(
                CompensationDecider.self, topics: [.complaints, .workOrders, .alerts, .compensationCommands], policy: pack.compensation,
                rejection: { .commandRejected(CommandReader.rejection(of: $0, $1, at: $2)) }
            ) { (event, topic, coder) throws(Fault) in
                switch topic {
                case .complaints: try .fact(event, coder) { .complaint($0) }
                case .workOrders: try .fact(event, coder) { .workOrder($0) }
                case .alerts: try breach(event, coder)
                case .compensationCommands: try command(event, personalData, gate)
                default: .skipped
                }
            }
        ]
    }

    /// Only a missed deadline can cost anything.
    private static func breach(_ event: CloudEvent, _ coder: WireCoder) throws(Fault) -> Reading<CompensationInput> {
        guard let fact = try ClockEvent.decode(type: event.type, data: event.data, with: coder) else { return .skipped }
        guard case .breached(let alert) = fact else { return .skipped }
        return .of(alert.complaint.rawValue, .breach(alert))
    }

    private static func command(
        _ event: CloudEvent, _ personalData: SealingGuard, _ gate: CommandGate
    ) throws(Fault) -> Reading<CompensationInput> {
        let received = try CommandReader.claimCommand(in: event, guard: personalData)
        let (input, isValid): (CompensationInput, Bool) =
            switch received.command {
            case .success(let command): (.command(command, of: received.complaint, received.identity), true)
            case .failure(let fault): (.malformedCommand(fault, of: received.complaint, received.identity), false)
            }
        return .guarded(
            received.complaint, input, isValid: isValid,
            answer: { .malformedCommand($0.fault, of: received.complaint, received.identity) },
            verdict: { gate.refusal(of: event, by: received.identity.actor) })
    }
}
