import Domain
public import Foundation

/// Reads a policy pack from its folder.
public enum PolicyPackLoader {
    /// The files of a pack.
    public static let files = [
        "channels.yaml", "intake.yaml", "appeals.yaml", "routing.yaml", "work-order.yaml", "investigation.yaml", "major.yaml",
        "workload.yaml", "calendar.yaml", "clocks.yaml", "abnormal.yaml", "risk.yaml", "compensation.yaml", "notification.yaml",
        "templates.yaml", "scripts.yaml",
    ]

    /// Where the calendars and clocks of former versions lie, each in a folder of its own, for complaints accepted under them.
    public static let earlierFolder = "earlier"

    /// Reads and checks a pack.
    ///
    /// - Throws: a `PolicyError` with every fault found, each with its file and, where there is one, its line.
    public static func load(directory: URL) throws(PolicyError) -> PolicyPack {
        var reader = PolicyReader(directory: directory)
        let intake = reader.read(IntakePolicy.self, "intake.yaml")
        let channels = reader.read(ChannelPolicy.self, "channels.yaml")
        let appeals = reader.read(AppealPolicy.self, "appeals.yaml")
        let routing = reader.read(RoutingPolicy.self, "routing.yaml")
        let workOrders = reader.read(WorkOrderPolicy.self, "work-order.yaml")
        let compensation = reader.read(CompensationPolicy.self, "compensation.yaml")
        let notification = reader.read(NotificationPolicy.self, "notification.yaml")
        let templates = reader.read(TemplatePolicy.self, "templates.yaml")
        let scripts = reader.read(ScriptPolicy.self, "scripts.yaml")

        let intakeRules = reader.intakeRules(intake, channels, appeals, routing: routing?.policy)
        reader.place(compensation?.policy.faults() ?? [], in: [compensation?.tree])
        reader.place(scripts?.policy.faults() ?? [], in: [scripts?.tree])
        let clocks = reader.clockRules(heeding: workOrders, routing)
        let risks = reader.riskRules(heeding: routing)
        let dispatchRules = reader.dispatchRules(routing, workOrders, channels)
        var notificationRules: NotificationRules?
        if let notification, let templates, let channels {
            let rules = NotificationRules(
                notification: notification.policy, templates: templates.policy, channels: channels.policy)
            reader.place(rules.faults(), in: [notification.tree, templates.tree, channels.tree])
            notificationRules = rules
        }
        let (earlier, earlierFaults) = earlierClocks(in: directory)
        let faults = reader.faults + earlierFaults
        guard faults.isEmpty, let intakeRules, let dispatchRules, let clocks, let risks, let compensation, let notificationRules,
            let scripts
        else { throw PolicyError(faults) }
        return PolicyPack(
            version: intakeRules.intake.version, intake: intakeRules,
            dispatch: dispatchRules,
            clocks: PolicyVersions(version: clocks.policy.version, current: clocks, earlier: earlier),
            clockRevision: try PolicyRevision.clocks(in: directory), risks: risks,
            compensation: CompensationRules(policy: compensation.policy), notification: notificationRules, scripts: scripts.policy)
    }

    private static func earlierClocks(in directory: URL) -> (rules: [PolicyVersion: ClockRules], faults: [PolicyFault]) {
        let folder = directory.appending(path: earlierFolder)
        guard FileManager.default.fileExists(atPath: folder.path) else { return ([:], []) }
        var rules: [PolicyVersion: ClockRules] = [:]
        var faults: [PolicyFault] = []
        do {
            for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() where !name.hasPrefix(".") {
                var reader = PolicyReader(directory: folder.appending(path: name), prefix: "\(earlierFolder)/\(name)/")
                if let clocks = reader.earlierClockRules() { rules[clocks.policy.version] = clocks }
                faults += reader.faults
            }
        } catch {
            faults.append(
                PolicyFault(
                    file: earlierFolder, line: nil, path: "", problem: "cannot be read: \(error.localizedDescription)", expected: ""))
        }
        return (rules, faults)
    }
}
