import Policies
public import Runtime

/// Takes what gateways publish and registers complaints.
public enum IntakeService {
    public static let definition = ServiceDefinition(
        name: "intake", summary: "Registers complaints from the intake topic.", schemaVersion: 230
    ) { pack, personalData, _, _ in
        [LineHandler(rules: pack.intake, personalData: personalData), ArchiveHandler()]
    }
}
