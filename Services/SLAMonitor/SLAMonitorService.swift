import Contracts
import Domain
public import Policies
public import Runtime

/// Keeps the SLA clocks of every complaint, looks for abnormal work orders and counts risks; publishes warnings and breaches, each once.
public enum SLAMonitorService {
    public static let definition = ServiceDefinition(
        .slaMonitor, summary: "Keeps the SLA clocks and publishes alerts.", schemaVersion: 270
    ) { pack, _, _, _ in handlers(by: pack) }

    /// The lanes of the complaints, and those of what counts for one risk or one burst of alerts, from whichever complaint's lane it comes.
    public static func handlers(by pack: PolicyPack) -> [any LaneHandler] {
        // Many lanes write under one risk's key, so there is no sequence: as with outsiders, source and id tell what has been counted.
        let risks = LaneGroup(name: "risk", topics: [InputTopic(Topic.risks.name, .outsiders)])
        return [
            ClockHandler(clocks: pack.clocks, revision: pack.clockRevision, risks: pack.risks),
            DeciderHandler(RiskDecider.self, group: risks, policy: pack.risks) {
                (event, _, coder) throws(Fault) in
                guard let sighting = try RiskSighting.decode(type: event.type, data: event.data, with: coder) else { return .skipped }
                return .of(sighting.risk, .seen(sighting))
            },
        ]
    }
}
