import Domain

extension PolicyReader {
    /// Reads calendars and clocks and makes them ready; `nil`, and faults noted, where they cannot be.
    ///
    /// - Parameter workOrders: whose holds and ladder the clocks speak of, where it is known.
    mutating func clockRules(heeding workOrders: PolicyFile<WorkOrderPolicy>?) -> ClockRules? {
        let calendars = read(CalendarPolicy.self, "calendar.yaml")
        let clocks = read(ClockPolicy.self, "clocks.yaml")
        place(calendars?.policy.faults() ?? [], in: [calendars?.tree])
        if let clocks {
            let names = calendars.map { Set($0.policy.calendars.map(\.name)) } ?? Set(clocks.policy.clocks.map(\.calendar))
            place(clocks.policy.faults(calendars: names), in: [clocks.tree])
            if let workOrders { place(Self.faults(of: clocks.policy, heeding: workOrders.policy), in: [clocks.tree]) }
        }
        guard let calendars, let clocks, faults.isEmpty else { return nil }
        do {
            return try ClockRules(policy: clocks.policy, calendars: calendars.policy)
        } catch {
            place(error.faults, in: [clocks.tree, calendars.tree])
            return nil
        }
    }

    /// Reasons of rest that no hold can have, and steps the ladder does not reach.
    private static func faults(of clocks: ClockPolicy, heeding workOrders: WorkOrderPolicy) -> [Fault] {
        let reasons = [ClockRule.informationRequired] + workOrders.holdReasons.map(\.code)
        var faults: [Fault] = []
        for (index, clock) in clocks.clocks.enumerated() {
            for (position, reason) in (clock.restsOn?.value ?? []).enumerated() where !reasons.contains(reason) {
                faults.append(
                    Fault(
                        field: "clocks[\(index)].restsOn.value[\(position)]", problem: "is no reason of a hold",
                        expected: "one of " + reasons.joined(separator: ", ")))
            }
            let own = ("clocks[\(index)].thresholds", clock.thresholds.value)
            let others = (clock.overrides ?? []).enumerated().compactMap { position, override in
                override.thresholds.map { ("clocks[\(index)].overrides[\(position)].thresholds", $0.value) }
            }
            for (path, thresholds) in [own] + others {
                for (position, threshold) in thresholds.enumerated() where threshold.step > workOrders.ladder.count {
                    faults.append(
                        Fault(
                            field: "\(path).value[\(position)].step", problem: "is beyond the ladder of work-order.yaml",
                            expected: "at most \(workOrders.ladder.count)"))
                }
            }
        }
        return faults
    }
}
