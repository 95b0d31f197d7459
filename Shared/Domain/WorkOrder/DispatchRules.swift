/// The policies dispatch decides by.
///
/// A class, because every decision is handed them: one reference is counted instead of every array and text within.
public final class DispatchRules: Sendable {
    public let routing: RoutingPolicy
    public let workOrders: WorkOrderPolicy
    private let units: Set<Unit>
    private let firstContactByChannel: [Channel: Unit]

    public init(routing: RoutingPolicy, workOrders: WorkOrderPolicy, channels: ChannelPolicy) {
        self.routing = routing
        self.workOrders = workOrders
        self.units = Set(routing.units.map(\.code))
        self.firstContactByChannel = Dictionary(channels.channels.map { ($0.code, $0.firstContact.value) }) { first, _ in first }
    }

    /// The faults of each file, and the units that the others name and routing does not define.
    public func faults() -> [Fault] {
        var faults = routing.faults() + workOrders.faults()
        for (channel, unit) in firstContactByChannel.sorted(by: { $0.key < $1.key }) where !units.contains(unit) {
            faults.append(
                Fault(
                    field: "channels.\(channel).firstContact", problem: "is not one of the units", expected: "a unit of the routing policy")
            )
        }
        for (index, step) in workOrders.ladder.enumerated() where !units.contains(step.unit.value) {
            faults.append(
                Fault(field: "ladder[\(index)].unit.value", problem: "is not one of the units", expected: "a unit of the routing policy"))
        }
        return faults
    }

    func knows(_ unit: Unit) -> Bool { units.contains(unit) }

    /// The unit that met the customer; the default unit for a channel that has left the policy since.
    func firstContact(on channel: Channel) -> Unit {
        firstContactByChannel[channel] ?? routing.defaultUnit.value
    }
}
