import Domain
public import Foundation
import Reporting

/// Reads a policy pack from its folder.
public enum PolicyPackLoader {
    /// The files of a pack.
    public static let files = [
        "channels.yaml", "intake.yaml", "appeals.yaml", "routing.yaml", "work-order.yaml", "investigation.yaml", "major.yaml",
        "workload.yaml", "calendar.yaml", "clocks.yaml", "abnormal.yaml", "risk.yaml", "compensation.yaml", "notification.yaml",
        "templates.yaml", "scripts.yaml",
    ]

    private static let compensationFile = "compensation.yaml"

    /// Where the calendars, clocks and tariffs of former versions lie, each in a folder of its own, for complaints accepted under them.
    public static let earlierFolder = "earlier"

    /// Reads and checks a pack.
    ///
    /// - Throws: a `PolicyError` with every fault found, each with its file and, where there is one, its line.
    public static func load(directory: URL) throws(PolicyError) -> PolicyPack {
        try PolicyFolder.check(directory)
        var reader = PolicyReader(directory: directory)
        let intake = reader.read(IntakePolicy.self, "intake.yaml")
        let channels = reader.read(ChannelPolicy.self, "channels.yaml")
        let appeals = reader.read(AppealPolicy.self, "appeals.yaml")
        let routing = reader.read(RoutingPolicy.self, "routing.yaml")
        let workOrders = reader.read(WorkOrderPolicy.self, "work-order.yaml")
        let compensation = reader.read(CompensationPolicy.self, compensationFile)
        let notification = reader.read(NotificationPolicy.self, "notification.yaml")
        let templates = reader.read(TemplatePolicy.self, "templates.yaml")
        let scripts = reader.read(ScriptPolicy.self, "scripts.yaml")

        let laws = reader.lawNames()
        let bodies = AppealBodyNames(templates?.policy.words ?? [], laws: laws)
        let intakeRules = reader.intakeRules(intake, channels, appeals, routing: routing?.policy, bodies: bodies)
        reader.place(compensation?.policy.faults() ?? [], in: [compensation?.tree])
        reader.place(scripts?.policy.faults() ?? [], in: [scripts?.tree])
        let clocks = reader.clockRules(validatedAgainst: workOrders, routing)
        let risks = reader.riskRules(validatedAgainst: routing)
        let earlier = earlierRules(in: directory)
        let findings = compensation.map { current in
            FindingVocabulary([current.policy] + earlier.compensation.sorted { $0.key < $1.key }.map(\.value.policy))
        }
        let dispatchRules = reader.dispatchRules(routing, workOrders, channels, findings: findings)
        var notificationRules: NotificationRules?
        if let notification, let templates, let channels {
            let rules = NotificationRules(
                notification: notification.policy, templates: templates.policy, channels: channels.policy, laws: laws)
            reader.place(rules.faults(), in: [notification.tree, templates.tree, channels.tree])
            notificationRules = rules
        } else {
            reader.place(templates?.policy.faults() ?? [], in: [templates?.tree])
        }
        reader.place(templates?.policy.faults(speaking: compensation?.policy.spoken ?? []) ?? [], in: [templates?.tree])
        let faults = reader.faults + earlier.faults
        guard faults.isEmpty, let intakeRules, let dispatchRules, let clocks, let risks, let compensation, let notificationRules,
            let scripts
        else { throw PolicyError(faults) }
        return PolicyPack(
            version: intakeRules.intake.version, intake: intakeRules,
            dispatch: dispatchRules,
            clocks: PolicyVersions(version: clocks.policy.version, current: clocks, earlier: earlier.clocks),
            clockRevision: try PolicyRevision.clocks(in: directory), risks: risks,
            compensation: PolicyVersions(
                version: compensation.policy.version, current: CompensationRules(policy: compensation.policy),
                earlier: earlier.compensation), notification: notificationRules, scripts: scripts.policy)
    }

    /// What former versions still hold complaints to.
    private struct Earlier {
        var clocks: [PolicyVersion: ClockRules] = [:]
        var compensation: [PolicyVersion: CompensationRules] = [:]
        var faults: [PolicyFault] = []
    }

    private static func earlierRules(in directory: URL) -> Earlier {
        var earlier = Earlier()
        let folder = directory.appending(path: earlierFolder)
        guard FileManager.default.fileExists(atPath: folder.path) else { return earlier }
        do {
            for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() where !name.hasPrefix(".") {
                let version = folder.appending(path: name)
                var reader = PolicyReader(directory: version, prefix: "\(earlierFolder)/\(name)/")
                if let clocks = reader.earlierClockRules() { earlier.clocks[clocks.policy.version] = clocks }
                // A version put aside before claims were held to theirs has no such file: the one in force stands in.
                if FileManager.default.fileExists(atPath: version.appending(path: compensationFile).path),
                    let compensation = reader.read(CompensationPolicy.self, compensationFile)
                {
                    reader.place(compensation.policy.faults(), in: [compensation.tree])
                    earlier.compensation[compensation.policy.version] = CompensationRules(policy: compensation.policy)
                }
                earlier.faults += reader.faults
            }
        } catch {
            earlier.faults.append(
                PolicyFault(
                    file: earlierFolder, line: nil, path: "", problem: "cannot be read: \(error.localizedDescription)", expected: ""))
        }
        return earlier
    }
}
