/// Which desks a unit has, so that none is flooded (`workload.yaml`; S193, S195).
///
/// A work order knows nothing of the others, so no desk's load is known when one is dispatched. What is promised: among the desks whose
/// skills fit, each gets its share in the long run, and the same complaint always the same desk. What is not: that no desk is ever above its
/// limit. A desk that is says so (`report-load`), and the work order goes on to the next; a supervisor may move it (`redistribute`).
public struct WorkloadPolicy: Decodable, Equatable, Sendable {
    public let version: PolicyVersion
    public let effective: EffectivePeriod
    /// What a complaint may take to be solved.
    public let skills: [SkillRule]
    public let units: [UnitDesks]

    /// What the types cannot say: skills nobody defined, desks given twice, shares and limits out of range.
    public func faults() -> [Fault] {
        var faults = effective.faults()
        let known = Set(skills.map(\.code))
        for (index, unit) in units.enumerated() {
            var codes: Set<Desk> = []
            for (place, desk) in unit.desks.enumerated() {
                let path = "units[\(index)].desks[\(place)]"
                if !codes.insert(desk.code).inserted {
                    faults.append(Fault(field: "\(path).code", problem: "is given twice", expected: "each desk once"))
                }
                for (position, skill) in desk.skills.enumerated() where !known.contains(skill) {
                    faults.append(
                        Fault(
                            field: "\(path).skills[\(position)]", problem: "is not one of the skills",
                            expected: "a skill listed under skills"))
                }
                if desk.share.value < 1 {
                    faults.append(Fault(field: "\(path).share.value", problem: "is below 1", expected: "1 or more"))
                }
                if let limit = desk.limit, limit.value < 1 {
                    faults.append(Fault(field: "\(path).limit.value", problem: "is below 1", expected: "1 or more"))
                }
            }
        }
        return faults
    }

    /// The skills a complaint takes; `nil` for none.
    func skills(for complaint: ComplaintRegistered) -> [String]? {
        let needed = skills.filter { $0.when.holds(for: complaint) }.map(\.code)
        return needed.isEmpty ? nil : needed
    }

    func desk(_ code: Desk, of unit: Unit) -> DeskRule? { desks(of: unit)?.desks.first { $0.code == code } }

    func desks(of unit: Unit) -> UnitDesks? { units.first { $0.unit == unit } }
}

/// A skill, and which complaints take it.
public struct SkillRule: Decodable, Equatable, Sendable {
    public let code: String
    public let when: RoutingCondition
    public let source: String
}

/// The desks of one unit.
public struct UnitDesks: Decodable, Equatable, Sendable {
    public let unit: Unit
    public let desks: [DeskRule]

    /// The desk of a complaint: by its share among those that have the most of the skills, chosen by a hash of the complaint's number.
    func desk(for complaint: ComplaintNumber, skills: [String], except tried: [Desk] = []) -> Desk? {
        let free = desks.filter { !tried.contains($0.code) }
        let best = free.map { $0.fit(skills) }.max()
        let fitting = free.filter { $0.fit(skills) == best }
        let shares = fitting.reduce(0) { $0 + UInt64($1.share.value) }
        guard shares > 0 else { return nil }
        var ticket = StableHash.of(complaint.rawValue + "/" + unit.rawValue) % shares
        for desk in fitting {
            let share = UInt64(desk.share.value)
            if ticket < share { return desk.code }
            ticket -= share
        }
        return nil
    }
}

/// One desk: a group of handlers.
public struct DeskRule: Decodable, Equatable, Sendable {
    public let code: Desk
    public let skills: [String]
    /// Its part of the unit's work, in proportion to the other desks' shares; from 1.
    public let share: Sourced<Int>
    /// How many open work orders it can carry; it reports itself full from there on.
    public let limit: Sourced<Int>?

    func fit(_ needed: [String]) -> Int { needed.count { skills.contains($0) } }
}

/// Desks of a unit: a work order goes on where one is full (S193, S195).
extension OpenWorkOrder {
    /// A supervisor moves it to another desk of the unit.
    mutating func redistribute(to target: Desk, _ reason: Reason, _ order: Order) throws(Fault) -> WorkOrderEvent {
        let desks = order.rules.workload.desks(of: unit)?.desks.map(\.code) ?? []
        guard desks.contains(target) else {
            throw Fault(
                field: "data.to", problem: "is not a desk of \(unit)",
                expected: desks.isEmpty ? "a unit with desks" : "one of " + desks.map(\.rawValue).joined(separator: ", "))
        }
        guard target != desk else {
            throw Fault(field: "data.to", problem: "is the desk that has the work order already", expected: "another desk")
        }
        return give(to: target, reason, load: nil, order)
    }

    /// A desk at its limit passes it on to the next whose skills fit and that has not said it is full.
    mutating func overflow(_ full: Desk, _ load: Int, _ order: Order) throws(Fault) -> WorkOrderEvent {
        guard full == desk, let rule = order.rules.workload.desk(full, of: unit), let desks = order.rules.workload.desks(of: unit) else {
            throw Fault(field: "data.desk", problem: "does not have the work order", expected: desk?.rawValue ?? "a unit with desks")
        }
        guard let limit = rule.limit?.value, load >= limit else {
            throw Fault(
                field: "data.load", problem: "is below the desk's limit",
                expected: rule.limit.map { "\($0.value) or more" } ?? "a limit in the policy")
        }
        let tried = (fullDesks ?? []) + [full]
        guard let next = desks.desk(for: complaint, skills: skills ?? [], except: tried) else {
            throw Fault(
                field: "command", problem: "is not possible: every desk of the unit is full",
                expected: "redistribute or transfer, by a supervisor")
        }
        fullDesks = tried
        return give(to: next, "the desk is full", load: load, order)
    }

    private mutating func give(to target: Desk, _ reason: Reason, load: Int?, _ order: Order) -> WorkOrderEvent {
        let source = desk
        desk = target
        return .redistributed(
            WorkOrderRedistributed(
                complaint: complaint, workOrder: workOrder, unit: unit, from: source, to: target, reason: reason, load: load,
                by: order.by, at: order.now))
    }
}
