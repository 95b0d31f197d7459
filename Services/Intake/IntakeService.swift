import Contracts
import Policies
public import Runtime

/// Takes what gateways publish and registers complaints.
public enum IntakeService {
    public static let definition = ServiceDefinition(
        .intake, summary: "Registers complaints from the intake topic.", schemaVersion: 270
    ) { parts in
        [
            AnyLaneHandler(LineHandler(rules: parts.pack.intake, personalData: parts.personalData)),
            AnyLaneHandler(WorkOrderNewsHandler()),
        ]
    }
}
