/// Which unit solves a complaint, and how urgent it is (`routing.yaml`; S067, S083, S098, S106, S136–S194).
public struct RoutingPolicy: Decodable, Equatable, Sendable {
    public let version: PolicyVersion
    public let effective: EffectivePeriod
    public let units: [UnitRule]
    /// Tried in order; the first that holds decides.
    public let routes: [Route]
    /// Where no route holds.
    public let defaultUnit: Sourced<Unit>
    /// Tried in order; the first that holds decides.
    public let priorities: [PriorityRule]
    /// Where no rule of priority holds; 1 is the most urgent, 4 the least.
    public let defaultPriority: Sourced<Int>

    /// The values a priority may have: 1 is the most urgent, 4 the least.
    static let priorityRange = 1...4

    func unit(for complaint: ComplaintRegistered) -> Unit {
        routes.first { $0.when.holds(for: complaint) }?.unit.value ?? defaultUnit.value
    }

    func priority(of complaint: ComplaintRegistered) -> Int {
        priorities.first { $0.when.holds(for: complaint) }?.priority.value ?? defaultPriority.value
    }

    /// What the types cannot say: units nobody defined or defined twice, priorities out of range.
    public func faults() -> [Fault] {
        var faults = effective.faults()
        var known: Set<Unit> = []
        for (index, unit) in units.enumerated() where !known.insert(unit.code).inserted {
            faults.append(Fault(field: "units[\(index)].code", problem: "is given twice", expected: "each unit once"))
        }
        func check(_ unit: Unit, at field: String) {
            if !known.contains(unit) {
                faults.append(Fault(field: field, problem: "is not one of the units", expected: "a unit listed under units"))
            }
        }
        func check(_ priority: Int, at field: String) {
            if !Self.priorityRange.contains(priority) {
                faults.append(Fault(field: field, problem: "is out of range", expected: "1 (most urgent) to 4"))
            }
        }
        for (index, route) in routes.enumerated() { check(route.unit.value, at: "routes[\(index)].unit.value") }
        check(defaultUnit.value, at: "defaultUnit.value")
        for (index, rule) in priorities.enumerated() { check(rule.priority.value, at: "priorities[\(index)].priority.value") }
        check(defaultPriority.value, at: "defaultPriority.value")
        return faults
    }
}

/// One unit that can be responsible.
public struct UnitRule: Decodable, Equatable, Sendable {
    public let code: Unit
    public let name: String
    public let source: String
}

/// One rule of routing.
public struct Route: Decodable, Equatable, Sendable {
    public let name: String
    public let when: RoutingCondition
    public let unit: Sourced<Unit>
}

/// One rule of priority.
public struct PriorityRule: Decodable, Equatable, Sendable {
    public let name: String
    public let when: RoutingCondition
    public let priority: Sourced<Int>
}

/// Which complaints a rule of routing or priority is for: all that is given must hold; what is not given holds for every complaint.
public struct RoutingCondition: Decodable, Equatable, Sendable {
    public let channels: [Channel]?
    public let levels: [ChannelLevel]?
    public let provinces: [Province]?
    public let categories: [Category]?
    public let natures: [Nature]?
    /// One of them is enough.
    public let flags: [Flag]?
    /// The least amount in dispute, in hundredths of its currency; a complaint that names none does not reach it (S067).
    public internal(set) var disputedAtLeast: Int64? = nil

    func holds(for complaint: ComplaintRegistered) -> Bool {
        if let channels, !channels.contains(complaint.channel) { return false }
        if let levels, !levels.contains(complaint.level) { return false }
        if let provinces, !provinces.contains(complaint.province) { return false }
        if let categories, !categories.contains(complaint.category) { return false }
        if let natures, !natures.contains(complaint.nature) { return false }
        if let flags, !flags.contains(where: complaint.flags.contains) { return false }
        if let disputedAtLeast, (complaint.disputedAmount?.minorUnits ?? 0) < disputedAtLeast { return false }
        return true
    }
}

/// A hash that is the same on every machine and in every release, for choices that must not change when they are made again.
enum StableHash {
    /// FNV-1a over the text's UTF-8, then mixed, so that numbers that differ in their last digit lie far apart.
    static func of(_ text: String) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
        hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
        return hash ^ (hash >> 31)
    }
}
