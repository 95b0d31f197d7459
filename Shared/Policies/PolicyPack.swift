public import Domain

/// The rules of one country's pack, checked and made ready for the deciders.
public struct PolicyPack: Sendable {
    public let version: PolicyVersion
    public let intake: IntakeRules
    public let dispatch: DispatchRules
    public let clocks: PolicyVersions<ClockRules>
    public let compensation: CompensationRules
    public let notification: NotificationRules
    /// For people, not for any service.
    public let scripts: ScriptPolicy

    public init(
        version: PolicyVersion, intake: IntakeRules, dispatch: DispatchRules, clocks: PolicyVersions<ClockRules>,
        compensation: CompensationRules, notification: NotificationRules, scripts: ScriptPolicy
    ) {
        self.version = version
        self.intake = intake
        self.dispatch = dispatch
        self.clocks = clocks
        self.compensation = compensation
        self.notification = notification
        self.scripts = scripts
    }
}
