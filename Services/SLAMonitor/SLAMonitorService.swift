import Policies
public import Runtime

/// Keeps the SLA clocks of every complaint, looks for abnormal work orders and counts risks; publishes warnings and breaches, each once.
public enum SLAMonitorService {
    public static let definition = ServiceDefinition(
        name: "sla-monitor", summary: "Keeps the SLA clocks and publishes alerts.", schemaVersion: 102
    ) { pack, _ in
        [ClockHandler(clocks: pack.clocks, revision: pack.clockRevision, risks: pack.risks), RiskHandler(rules: pack.risks)]
    }
}
