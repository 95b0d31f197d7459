import Contracts
import Domain
import Policies
public import Runtime

/// Routes complaints to the unit that can solve them and runs the life of their work orders.
public enum DispatchService {
    public static let definition = ServiceDefinition(
        .dispatch, summary: "Routes complaints and runs their work orders.", schemaVersion: 270
    ) { parts in
        let (personalData, gate) = (parts.personalData, parts.gate)
        return [
            AnyLaneHandler(
                DeciderHandler(
                    DispatchDecider.self, topics: [.complaints, .workOrderCommands, .alerts, .compensations, .notifications],
                    policy: parts.pack.dispatch,
                    finish: { (event) throws(Fault) in try MergerProof.attach(to: event, personalData) },
                    rejection: { .commandRejected(CommandReader.rejection(of: $0, $1, at: $2)) }
                ) { (event, topic, coder) throws(Fault) in
                    switch topic {
                    case .complaints: try .fact(event, coder) { .complaint($0) }
                    case .alerts: try .alert(event, coder) { .alert($0) }
                    case .compensations: try .fact(event, coder) { .claim($0) }
                    // Of all that is said of messages, dispatch needs to know only which never arrived.
                    case .notifications:
                        event.type == NoticeEvent.WireType.abandoned.rawValue ? try .fact(event, coder) { .notice($0) } : .skipped
                    case .workOrderCommands: try command(event, coder, personalData, gate)
                    case .intake, .workOrders, .risks, .compensationCommands, .notificationReceipts, .staffNotices,
                        .customerKeys, .gatewayTextRequests, .gatewayTexts, .deadLetters, .reports:
                        .skipped
                    }
                })
        ]
    }

    /// A command, or what dispatch sends itself about complaints that go together.
    private static func command(
        _ event: CloudEvent, _ coder: WireCoder, _ personalData: SealingGuard, _ gate: CommandGate
    ) throws(Fault) -> Reading<DispatchInput> {
        if let message = try MergerReader.read(event, coder) {
            let identity = CommandIdentity(type: event.type, source: event.source, id: event.id, actor: "dispatch")
            let key = message.complaint.rawValue
            let command = GuardedCommand<DispatchInput>(
                .complete(.valid(.merger(message))), answer: { .malformedCommand($0.fault, of: message.complaint, identity) },
                verdict: { MergerProof.refusal(of: message, personalData, gate) })
            return .command(command, stateKey: key, messageKey: key)
        }
        return .signedCommand(
            event, by: gate, try CommandReader.workOrderCommand(in: event), as: { .command($0, of: $1, $2) },
            malformed: { .malformedCommand($0, of: $1, $2) })
    }
}
