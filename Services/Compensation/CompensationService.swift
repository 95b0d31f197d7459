import Contracts
import Domain
import Policies
public import Runtime

/// Calculates what is owed, has it approved, and settles it with billing.
public enum CompensationService {
    public static let definition = ServiceDefinition(
        .compensation, summary: "Calculates, approves and settles refunds and compensation.", schemaVersion: 270
    ) { parts in
        let gate = parts.gate
        return [
            AnyLaneHandler(
                DeciderHandler(
                    CompensationDecider.self, topics: [.complaints, .workOrders, .alerts, .compensationCommands],
                    policy: parts.pack.compensation, rejection: { .commandRejected(CommandReader.rejection(of: $0, $1, at: $2)) }
                ) { (event, topic, coder) throws(Fault) in
                    switch topic {
                    case .complaints: try .fact(event, coder) { .complaint($0) }
                    case .workOrders: try .fact(event, coder) { .workOrder($0) }
                    case .alerts: try breach(event, coder)
                    case .compensationCommands: try command(event, gate)
                    case .intake, .workOrderCommands, .risks, .compensations, .notifications, .notificationReceipts, .staffNotices,
                        .customerKeys, .gatewayTextRequests, .gatewayTexts, .deadLetters, .reports:
                        .skipped
                    }
                })
        ]
    }

    /// Only a missed deadline can cost anything.
    private static func breach(_ event: CloudEvent, _ coder: WireCoder) throws(Fault) -> Reading<CompensationInput> {
        guard let fact = try ClockEvent.decode(type: event.type, data: event.data, with: coder) else { return .skipped }
        guard case .breached(let alert) = fact else { return .skipped }
        return .of(alert.complaint.rawValue, .breach(alert))
    }

    private static func command(_ event: CloudEvent, _ gate: CommandGate) throws(Fault) -> Reading<CompensationInput> {
        .signedCommand(
            event, by: gate, try CommandReader.claimCommand(in: event), as: { .command($0, of: $1, $2) },
            malformed: { .malformedCommand($0, of: $1, $2) })
    }
}
