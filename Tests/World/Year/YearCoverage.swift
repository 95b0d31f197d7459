import Contracts
import Domain
import Policies

/// Whether all that there is has come about in the year: each value of the policy's lists, each habit, each kind of fact.
struct YearCoverage {
    private(set) var counts: [String: Int] = [:]
    private(set) var missing: [String] = []

    /// In a small year not all that is rare comes about.
    private static let enoughForHabits = 300
    private static let enoughForEverything = 2_000
    /// What no year of its own brings about: twenty alerts of one kind within ten minutes; a receipt that cannot be read.
    private static let elsewhere: Set<String> = ["redress.alert.burst.v1", "redress.notification.receipt-rejected.v1"]

    init(_ lives: YearLives, _ registered: [YearLife], _ simulation: YearSimulation) {
        let pack = simulation.stage.pack
        for life in registered {
            guard let fact = life.registered else { continue }
            note("channel", fact.channel.rawValue)
            note("province", fact.province.rawValue)
            note("category", fact.category.rawValue)
            note("class", "\(fact.level.rawValue)/\(fact.nature.rawValue)")
            note("repeat", fact.repeatOf == nil ? "no" : "yes")
            if let outcome = fact.appeal?.assessment?.outcome { note("appeal", outcome.rawValue) }
            for fact in life.archived { note("outcome", fact.outcome.rawValue) }
            for case .liabilityFound(let fact) in life.work { note("liability", fact.liability.rawValue) }
            for case .appealStepRecorded(let fact) in life.work { note("step", fact.step.rawValue) }
            for case .maliciousDeclared(let fact) in life.work { note("malicious", fact.kind.rawValue) }
            for case .settled(let fact) in life.claims { note("paid", (fact.kind ?? .liability).rawValue) }
            if let customer = simulation.register.customer(of: life.complaint) { note("habit", customer.habit.rawValue) }
        }
        counts.merge(lives.types) { $0 + $1 }
        want("channel", pack.intake.channels.channels.map(\.code.rawValue))
        want("province", pack.intake.intake.provinces.listed.map(\.code.rawValue))
        want("category", pack.intake.intake.categories.map(\.code.rawValue))
        guard simulation.register.customers.count >= Self.enoughForHabits else { return }
        want("habit", YearHabit.allCases.filter { $0 != .neverCompletes }.map(\.rawValue))
        want("liability", Liability.allCases.map(\.rawValue))
        want("outcome", ArchiveOutcome.allCases.map(\.rawValue))
        want("class", Self.classes(pack.intake.intake))
        if simulation.register.customers.count >= Self.enoughForEverything { wantRareThings() }
    }

    private mutating func note(_ kind: String, _ value: String) { counts["\(kind) \(value)", default: 0] += 1 }

    private mutating func want(_ kind: String, _ values: [String]) {
        missing += values.filter { counts["\(kind) \($0)"] == nil }.map { "no \(kind) \($0)" }
    }

    /// Every level in every nature; only the levels of the policy have repeats.
    private static func classes(_ policy: IntakePolicy) -> [String] {
        ChannelLevel.allCases.flatMap { level in
            Nature.allCases.filter { $0 != .repeat || policy.repeatLevels.value.contains(level) }.map { "\(level.rawValue)/\($0.rawValue)" }
        }
    }

    private mutating func wantRareThings() {
        want("step", AppealStep.allCases.map(\.rawValue))
        want("malicious", MaliciousKind.allCases.map(\.rawValue))
        want("paid", [ClaimKind.liability.rawValue, ClaimKind.granted.rawValue])
        let types =
            ComplaintEvent.wireTypes + WorkOrderEvent.wireTypes + ClaimEvent.wireTypes + ClockEvent.wireTypes + NoticeEvent.wireTypes
            + RiskEvent.wireTypes
        missing += types.filter { counts[$0] == nil && !Self.elsewhere.contains($0) }.map { "no fact \($0)" }
    }
}
