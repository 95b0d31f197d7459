import Contracts
import Domain
import Policies
public import Runtime

/// Routes complaints to the unit that can solve them and runs the life of their work orders.
public enum DispatchService {
    public static let definition = ServiceDefinition(
        name: "dispatch", summary: "Routes complaints and runs their work orders.", schemaVersion: 230
    ) { pack, personalData, gate, _ in
        [
            DeciderHandler(
                DispatchDecider.self, topics: [.complaints, .workOrderCommands, .alerts, .compensations], policy: pack.dispatch,
                identity: { $0.identity },
                finish: { (event) throws(Fault) in try MergerProof.attach(to: event, personalData) }
            ) { (event, topic, coder) throws(Fault) in
                switch topic {
                case .complaints: try .fact(event, coder) { .complaint($0) }
                case .alerts: try .fact(event, coder) { .alert($0) }
                case .compensations: try .fact(event, coder) { .claim($0) }
                case .workOrderCommands: try command(event, coder, personalData, gate)
                default: .skipped
                }
            }
        ]
    }

    /// A command, or what dispatch tells itself of complaints that go together.
    private static func command(
        _ event: CloudEvent, _ coder: WireCoder, _ personalData: SealingGuard, _ gate: CommandGate
    ) throws(Fault) -> Reading<DispatchInput> {
        if let message = try MergerReader.read(event, coder) {
            guard let refusal = MergerProof.refusal(of: message, personalData, gate) else {
                return .of(message.complaint.rawValue, .merger(message))
            }
            let identity = CommandIdentity(type: event.type, source: event.source, id: event.id, actor: "dispatch")
            return .refused(.malformedCommand(refusal.fault, of: message.complaint, identity), message.complaint, refusal)
        }
        let received = try CommandReader.workOrderCommand(in: event, guard: personalData)
        if let refusal = gate.refusal(of: event, by: received.identity.actor) {
            return .refused(.malformedCommand(refusal.fault, of: received.complaint, received.identity), received.complaint, refusal)
        }
        let input: DispatchInput =
            switch received.command {
            case .success(let command): .command(command, of: received.complaint, received.identity)
            case .failure(let fault): .malformedCommand(fault, of: received.complaint, received.identity)
            }
        return .of(received.complaint.rawValue, input)
    }
}
