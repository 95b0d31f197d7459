import Contracts
import Domain
import Policies
public import Runtime

/// Keeps the SLA clocks of every complaint and publishes warnings and breaches, each once.
public enum SLAMonitorService {
    public static let definition = ServiceDefinition(
        name: "sla-monitor", summary: "Keeps the SLA clocks and publishes alerts.", schemaVersion: 101
    ) { pack, _ in
        [
            DeciderHandler(
                SLADecider.self, topics: [.complaints, .workOrders, .compensations], policy: pack.clocks, identity: { $0.identity }
            ) { (event, topic, coder) throws(Fault) in
                switch topic {
                case .complaints: try .fact(event, coder) { .complaint($0) }
                case .workOrders: try .fact(event, coder) { .workOrder($0) }
                case .compensations: try .fact(event, coder) { .claim($0) }
                default: .skipped
                }
            }
        ]
    }
}
