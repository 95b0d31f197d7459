import Domain
public import Foundation

/// Reads a policy pack from its folder.
public enum PolicyPackLoader {
    /// The files of a pack.
    public static let files = [
        "channels.yaml", "intake.yaml", "routing.yaml", "work-order.yaml", "calendar.yaml", "clocks.yaml", "compensation.yaml",
        "notification.yaml", "templates.yaml",
    ]

    /// Reads and checks a pack.
    ///
    /// - Throws: a `PolicyError` with every fault found, each with its file and, where there is one, its line.
    public static func load(directory: URL) throws(PolicyError) -> PolicyPack {
        var desk = LoadingDesk(directory: directory)
        let channels = desk.read(ChannelPolicy.self, "channels.yaml")
        let intake = desk.read(IntakePolicy.self, "intake.yaml")
        let routing = desk.read(RoutingPolicy.self, "routing.yaml")
        let workOrders = desk.read(WorkOrderPolicy.self, "work-order.yaml")
        let calendars = desk.read(CalendarPolicy.self, "calendar.yaml")
        let clocks = desk.read(ClockPolicy.self, "clocks.yaml")
        let compensation = desk.read(CompensationPolicy.self, "compensation.yaml")
        let notification = desk.read(NotificationPolicy.self, "notification.yaml")
        let templates = desk.read(TemplatePolicy.self, "templates.yaml")
        guard let channels, let intake, let routing, let workOrders, let calendars, let clocks, let compensation, let notification,
            let templates
        else { throw PolicyError(desk.faults) }

        desk.check(channels) { $0.faults() }
        desk.check(intake) { $0.faults() }
        desk.check(calendars) { $0.faults() }
        desk.check(compensation) { $0.faults() }
        let dispatchRules = DispatchRules(routing: routing.policy, workOrders: workOrders.policy, channels: channels.policy)
        desk.check(routing) { _ in dispatchRules.faults() }
        let notificationRules = NotificationRules(
            notification: notification.policy, templates: templates.policy, channels: channels.policy)
        desk.check(notification) { _ in notificationRules.faults() }
        let clockRules = desk.clockRules(clocks, calendars)
        guard desk.faults.isEmpty, let clockRules else { throw PolicyError(desk.faults) }
        return PolicyPack(
            version: intake.policy.version, intake: IntakeRules(intake: intake.policy, channels: channels.policy),
            dispatch: dispatchRules, clocks: PolicyVersions(version: clocks.policy.version, current: clockRules),
            compensation: CompensationRules(policy: compensation.policy), notification: notificationRules)
    }
}

/// Collects faults while the files are read.
private struct LoadingDesk {
    let directory: URL
    var faults: [PolicyFault] = []

    init(directory: URL) {
        self.directory = directory
    }

    mutating func read<Policy: Decodable>(_ type: Policy.Type, _ name: String) -> PolicyFile<Policy>? {
        do {
            return try PolicyFile(type, named: name, in: directory)
        } catch {
            faults.append(error)
            return nil
        }
    }

    mutating func check<Policy>(_ file: PolicyFile<Policy>, _ judge: (Policy) -> [Fault]) {
        faults += file.place(judge(file.policy))
    }

    mutating func clockRules(_ clocks: PolicyFile<ClockPolicy>, _ calendars: PolicyFile<CalendarPolicy>) -> ClockRules? {
        do {
            return try ClockRules(policy: clocks.policy, calendars: calendars.policy)
        } catch {
            faults += clocks.place(error.faults)
            return nil
        }
    }
}
