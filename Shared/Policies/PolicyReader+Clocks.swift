import Domain

extension PolicyReader {
    /// Reads calendars, clocks and the signs of abnormal work orders and makes them ready; `nil`, and faults noted, where they cannot be.
    ///
    /// - Parameters:
    ///   - workOrders: whose holds and ladder they speak of, where it is known.
    ///   - routing: whose units they speak of, where it is known.
    mutating func clockRules(validatedAgainst workOrders: PolicyFile<WorkOrderPolicy>?, _ routing: PolicyFile<RoutingPolicy>?)
        -> ClockRules?
    {
        let abnormal = read(AbnormalPolicy.self, "abnormal.yaml")
        return clockRules(beside: abnormal) { clocks in
            let steps = ClockSteps(clocks, abnormal?.policy)
            var faults: [Fault] = []
            if let workOrders {
                faults += Self.restFaults(of: clocks, validatedAgainst: workOrders.policy) + steps.faults(ladder: workOrders.policy)
            }
            if let routing { faults += steps.faults(validatedAgainst: routing.policy) }
            return faults
        }
    }

    /// Reads the calendars and clocks of a version that is not in force any more, for the complaints accepted under it.
    mutating func earlierClockRules() -> ClockRules? { clockRules(beside: nil) { _ in [] } }

    private mutating func clockRules(
        beside abnormal: PolicyFile<AbnormalPolicy>?, checking check: (ClockPolicy) -> [Fault]
    ) -> ClockRules? {
        let calendars = read(CalendarPolicy.self, "calendar.yaml")
        let clocks = read(ClockPolicy.self, "clocks.yaml")
        place(calendars?.policy.faults() ?? [], in: [calendars?.tree])
        if let clocks {
            let names = calendars.map { Set($0.policy.calendars.map(\.name)) } ?? Set(clocks.policy.clocks.map(\.calendar))
            place(clocks.policy.faults(calendars: names), in: [clocks.tree])
            place(check(clocks.policy), in: [clocks.tree, abnormal?.tree])
        }
        if let abnormal {
            place(abnormal.policy.faults(beside: Set(clocks?.policy.clocks.map(\.name) ?? [])), in: [abnormal.tree])
        }
        var policy = clocks?.policy
        for name in names(in: ProvinceRules.folder) {
            guard let file = read(ProvinceRules.self, "\(ProvinceRules.folder)/\(name)"), let base = policy else { continue }
            let known = Set(calendars?.policy.calendars.map(\.name) ?? [])
            place(file.policy.faults(name: name, over: base, calendars: known), in: [file.tree])
            policy = file.policy.laid(over: base)
        }
        guard let calendars, let clocks, let policy, faults.isEmpty else { return nil }
        do {
            return try ClockRules(policy: policy, calendars: calendars.policy, abnormal: abnormal?.policy)
        } catch {
            place(error.faults, in: [clocks.tree, calendars.tree, abnormal?.tree])
            return nil
        }
    }

    /// Reasons of rest that no hold can have.
    private static func restFaults(of clocks: ClockPolicy, validatedAgainst workOrders: WorkOrderPolicy) -> [Fault] {
        let reasons = [ClockRule.informationRequired] + workOrders.holdReasons.map(\.code)
        var faults: [Fault] = []
        for (index, clock) in clocks.clocks.enumerated() {
            for (position, reason) in (clock.restsOn?.value ?? []).enumerated() where !reasons.contains(reason) {
                faults.append(
                    Fault(
                        field: "clocks[\(index)].restsOn.value[\(position)]", problem: "is not a reason of a hold",
                        expected: "one of " + reasons.joined(separator: ", ")))
            }
        }
        return faults
    }
}

/// Every step of the ladder, and every recipient, that clocks and signs name, with its path.
private struct ClockSteps {
    private var steps: [(path: String, step: Int, to: [Unit])] = []

    init(_ clocks: ClockPolicy, _ abnormal: AbnormalPolicy?) {
        for (index, clock) in clocks.clocks.enumerated() {
            add(clock.thresholds.value, at: "clocks[\(index)].thresholds")
            for (position, override) in (clock.overrides ?? []).enumerated() {
                add(override.thresholds?.value ?? [], at: "clocks[\(index)].overrides[\(position)].thresholds")
            }
        }
        for (index, sign) in (abnormal?.signs ?? []).enumerated() {
            for (position, grade) in sign.grades.value.enumerated() {
                steps.append(("signs[\(index)].grades.value[\(position)]", grade.step, grade.to ?? []))
            }
        }
    }

    private mutating func add(_ thresholds: [ClockThreshold], at path: String) {
        for (position, threshold) in thresholds.enumerated() {
            steps.append(("\(path).value[\(position)]", threshold.step, threshold.to ?? []))
        }
    }

    func faults(ladder workOrders: WorkOrderPolicy) -> [Fault] {
        let top = workOrders.ladder.count
        return steps.filter { $0.step > top }.map {
            Fault(field: $0.path + ".step", problem: "is beyond the ladder of work-order.yaml", expected: "at most \(top)")
        }
    }

    func faults(validatedAgainst routing: RoutingPolicy) -> [Fault] {
        steps.flatMap { routing.unknownUnits(among: $0.to, at: $0.path + ".to") }
    }
}
