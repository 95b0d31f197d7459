public import Domain
public import Reporting

/// The rules of one country's pack, checked and made ready for the deciders.
public struct PolicyPack: Sendable {
    public let version: PolicyVersion
    public let intake: IntakeRules
    public let dispatch: DispatchRules
    public let clocks: PolicyVersions<ClockRules>
    /// Tells the texts that deadlines are calculated by from any others: where it changes, every open complaint is calculated again.
    public let clockRevision: String
    public let risks: RiskRules
    public let compensation: PolicyVersions<CompensationRules>
    public let notification: NotificationRules
    /// For people, not for any service.
    public let scripts: ScriptPolicy

    public init(
        version: PolicyVersion, intake: IntakeRules, dispatch: DispatchRules, clocks: PolicyVersions<ClockRules>,
        clockRevision: String, risks: RiskRules, compensation: PolicyVersions<CompensationRules>,
        notification: NotificationRules, scripts: ScriptPolicy
    ) {
        self.version = version
        self.intake = intake
        self.dispatch = dispatch
        self.clocks = clocks
        self.clockRevision = clockRevision
        self.risks = risks
        self.compensation = compensation
        self.notification = notification
        self.scripts = scripts
    }
}
