/// The policies dispatch decides by.
///
/// A class, because every decision is handed them: one reference is counted instead of every array and text within.
public final class DispatchRules: Sendable {
    public let routing: RoutingPolicy
    public let workOrders: WorkOrderPolicy
    public let investigation: InvestigationPolicy
    public let major: MajorPolicy
    public let workload: WorkloadPolicy
    /// The codes a finding may name; `nil` leaves them to compensation.
    public let findings: FindingVocabulary?
    private let units: Set<Unit>
    private let firstContactByChannel: [Channel: Unit]

    public init(
        routing: RoutingPolicy, workOrders: WorkOrderPolicy, investigation: InvestigationPolicy, major: MajorPolicy,
        workload: WorkloadPolicy, channels: ChannelPolicy,
        findings: FindingVocabulary? = nil
    ) {
        self.routing = routing
        self.workOrders = workOrders
        self.investigation = investigation
        self.major = major
        self.workload = workload
        self.findings = findings
        self.units = Set(routing.units.map(\.code))
        self.firstContactByChannel = Dictionary(channels.channels.map { ($0.code, $0.firstContact.value) }) { first, _ in first }
    }

    /// The faults of each file, and the units that the others name and routing does not define.
    public func faults() -> [Fault] {
        var faults =
            routing.faults() + workOrders.faults() + investigation.faults()
            + major.faults(kinds: Set(investigation.evidenceKinds.map(\.code))) + workload.faults()
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
            + namedUnits().compactMap { field, unit in
                units.contains(unit)
                    ? nil : Fault(field: field, problem: "is not one of the units", expected: "a unit of the routing policy")
            }
    }

    /// The units that supervision, review, major complaints and desks name, each with its place.
    private func namedUnits() -> [(String, Unit)] {
        var named = workOrders.supervision.enumerated().map { ("supervision[\($0.offset)].unit.value", $0.element.unit.value) }
        if let unit = workOrders.review.unit { named.append(("review.unit.value", unit.value)) }
        named += major.reporting.enumerated().map { ("reporting[\($0.offset)].unit.value", $0.element.unit.value) }
        named.append(("supervisor.value", major.supervisor.value))
        // `units` is also a list of the routing policy, so the place is given down to what only this file has.
        named += workload.units.enumerated().map { ("units[\($0.offset)].unit", $0.element.unit) }
        return named
    }

    /// What an answer requires: what its process does, and what a major complaint does beyond it.
    func missing(for order: OpenWorkOrder, parts: [AnswerPart]?) -> [String] {
        let found = order.finding != nil
        let sets = [investigation.requirements(of: order.process)] + (order.major == nil ? [] : [major.requires])
        var missing: [String] = []
        for set in sets {
            let these =
                if let parts {
                    set.missing(parts: parts, found: found, on: order.investigation)
                } else {
                    set.missingBeside(found: found, on: order.investigation)
                }
            missing += these.filter { !missing.contains($0) }
        }
        return missing
    }

    /// Whether the customer has to be told in writing (S108).
    func needsWriting(_ order: OpenWorkOrder) -> Bool {
        investigation.requirements(of: order.process).writing.value || (order.major != nil && major.requires.writing.value)
    }

    func knows(_ unit: Unit) -> Bool { units.contains(unit) }

    /// The unit that met the customer; the default unit for a channel that has left the policy since.
    func firstContact(on channel: Channel) -> Unit {
        firstContactByChannel[channel] ?? routing.defaultUnit.value
    }
}
