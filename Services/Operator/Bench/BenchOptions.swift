import CommandLine
import Domain
import Foundation

/// What `redress bench` was asked for.
struct BenchOptions {
    let plan: BenchPlan
    /// The release that is measured.
    let release: ReleaseFolder
    /// The release that it is held against, if one is.
    let against: ReleaseFolder?

    static let all = [
        Option("quick", help: "Take under a minute: fewer complaints, one worker a service."),
        Option("events", value: .int(1...10_000_000), help: "Complaints that are timed in each scenario; 60000, quick 4000."),
        Option(
            "warm-up", value: .int(1...10_000_000),
            help: "Complaints before the clock starts; 40000, after which a broker's compiler has settled; quick 1000."),
        Option("partitions", value: .int(1...999), default: "4", help: "Partitions of each topic that services read."),
        Option(
            "workers", value: .string(placeholder: "N,…"),
            help: "Workers a service; one round for each number. 1,2; quick or beside another release 1."),
        Option(
            "rates", value: .string(placeholder: "N,…"), help: "Complaints a second while the latency is watched. 50,500,2000; quick 500."),
        Option(
            "scenario", value: .choice(BenchPart.allCases.map(\.rawValue)), repeated: true,
            help: "Only this; by default \(BenchPart.standard.map(\.rawValue).joined(separator: ", "))."),
        Option("idle", value: .int(1...3_600), help: "Seconds for which idle services are watched; 60, quick 5."),
        Option("clocks", value: .int(1...100_000_000), help: "Clocks that are armed; 1000000, quick 20000."),
        Option("clocks-due", value: .int(1...10_000_000), help: "How many of them fall due; 100000, quick 2000."),
        Option(
            "timers-within", value: .string(placeholder: "N,…"),
            help: "Seconds within which they fall due, 0 for one instant; one measurement for each. 60,0; quick 5,0."),
        Option("unconfirmed", value: .int(1...10_000_000), help: "Unconfirmed events of the lane that is taken; 100000, quick 2000."),
        Option("grown", value: .int(1...1_000_000_000), help: "Complaints in the tables of the grown database; 10000000, quick 50000."),
        Option(
            "against", value: .path,
            help: "Another release to measure in turn: a checkout in which it was built, or a folder of its six executables."),
        Option("against-migrations", value: .path, help: "Its migrations; Ops/migrations in or around that folder."),
        Option("against-policies", value: .path, help: "Its policy pack; Ops/policies/china in or around that folder."),
        Option("turns", value: .int(1...99), default: "3", help: "How often both releases are measured."),
        Option(
            "check", value: .path,
            help: "Hold the figures and ratios to the thresholds of this file, one line each; code 1 where one is missed."),
        Option("json", help: "Print one JSON object."),
        Option("binaries", value: .path, help: "The folder of the six executables; by default the one this program is in."),
        Option(
            "migrations", value: .path, environment: "REDRESS_MIGRATIONS", default: "Ops/migrations", help: "The folder of the migrations."),
        Option(
            "policies", value: .path, environment: "REDRESS_POLICIES", default: "Ops/policies/china", help: "The folder of the policy pack."
        ),
    ]

    /// What the figures are held to, where they are.
    let thresholds: BenchThresholds?

    /// - Throws: `UsageError` for what cannot be asked, `ReleaseFolder.Missing` where the other release is not there, `YAMLError` or
    ///   `Faults` for thresholds that cannot be read.
    init(_ arguments: Arguments) throws {
        func folder(_ name: String) -> URL? { arguments.string(name).map { URL(fileURLWithPath: $0) } }
        release = ReleaseFolder(
            binaries: folder("binaries") ?? DeploymentPlan.ownFolder,
            migrations: URL(fileURLWithPath: try arguments.requiredString("migrations")),
            policies: URL(fileURLWithPath: try arguments.requiredString("policies")))
        against = try folder("against").map {
            try ReleaseFolder(at: $0, migrations: folder("against-migrations"), policies: folder("against-policies"))
        }
        plan = try Self.plan(arguments)
        thresholds = try folder("check").map { try BenchThresholds(contentsOf: $0) }
    }

    /// How the servers are set up.
    var deployment: DeploymentPlan {
        var deployment = DeploymentPlan(binaries: release.binaries)
        deployment.migrations = release.migrations
        deployment.policies = release.policies
        deployment.partitions = plan.partitions
        deployment.databaseSettings = BenchPlan.databaseSettings
        deployment.mayUseExternalBroker = false
        return deployment
    }

    private static func plan(_ arguments: Arguments) throws(UsageError) -> BenchPlan {
        var plan = arguments.flag("quick") ? BenchPlan.quick : BenchPlan()
        if arguments.string("against") != nil { plan.workers = [1] }
        plan.events = arguments.int("events") ?? plan.events
        plan.warmUp = arguments.int("warm-up") ?? plan.warmUp
        plan.partitions = try arguments.requiredInt("partitions")
        plan.turns = try arguments.requiredInt("turns")
        let chosen = arguments.strings("scenario")
        if !chosen.isEmpty { plan.parts = BenchPart.allCases.filter { chosen.contains($0.rawValue) } }
        plan.workers = try numbers("workers", 1...64, arguments) ?? plan.workers
        plan.rates = try numbers("rates", 1...100_000, arguments) ?? plan.rates
        plan.idleSeconds = arguments.int("idle") ?? plan.idleSeconds
        plan.clocks = arguments.int("clocks") ?? plan.clocks
        plan.clocksDue = arguments.int("clocks-due") ?? min(plan.clocksDue, plan.clocks)
        plan.timersWithin = try numbers("timers-within", 0...86_400, arguments) ?? plan.timersWithin
        plan.unconfirmed = arguments.int("unconfirmed") ?? plan.unconfirmed
        plan.grown = arguments.int("grown") ?? plan.grown
        guard plan.clocksDue <= plan.clocks else {
            throw UsageError(
                command: "redress bench", subject: "--clocks-due", given: "\(plan.clocksDue)",
                expected: "no more than the \(plan.clocks) clocks that are armed")
        }
        return plan
    }

    private static func numbers(
        _ option: String, _ range: ClosedRange<Int>, _ arguments: Arguments
    ) throws(UsageError) -> [Int]? {
        guard let text = arguments.string(option) else { return nil }
        let words = text.split(separator: ",", omittingEmptySubsequences: false)
        let numbers = words.compactMap { Int(digits: $0) }.filter(range.contains)
        guard numbers.count == words.count else {
            throw UsageError(
                command: "redress bench", subject: "--\(option)", given: text,
                expected: "numbers from \(range.lowerBound) to \(range.upperBound)")
        }
        return numbers
    }
}
