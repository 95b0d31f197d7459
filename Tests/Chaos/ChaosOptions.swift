import CommandLine
import Foundation

/// What a run was asked for.
struct ChaosOptions {
    let rounds: Int
    let seed: UInt64
    /// Complaints a second.
    let rate: Int
    /// The only fault; `nil` for all of them.
    let fault: String?
    /// The names of the only courses that complaints take; empty for all of them.
    let courses: [String]
    /// A file system of the run's own for the database, which may be filled; `nil` where there is none.
    let disk: String?
    let policies: URL
    let migrations: URL
    /// The release that the services start as; `nil` for this one.
    let previous: URL?
    /// Where logs go of rounds that take long to settle; `nil`: nowhere.
    let logs: URL?

    static let all: [Option] = [
        Option("rounds", value: .int(1...10_000), default: "100", help: "How many rounds; each has one fault."),
        Option("seed", value: .int(0...Int.max), default: "1", help: "Which faults come when, and whom they meet."),
        Option("rate", value: .int(1...10_000), default: "60", help: "Complaints a second."),
        Option("fault", value: .choice(FaultKind.allCases.map(\.rawValue)), help: "Only this fault, in each round."),
        Option(
            "course", value: .choice(Course.all.map(\.name)), repeated: true,
            help: "Only complaints of this course; several times for several. Then it is not asked whether each command was given."),
        Option(
            "disk", value: .path, environment: "REDRESS_CHAOS_DISK",
            help: "A file system for the database alone, which may be filled. Ops/chaos makes one where it is root."),
        Option("policies", value: .path, default: "Ops/policies/china", help: "The folder of the policy pack."),
        Option("migrations", value: .path, default: "Ops/migrations", help: "The folder of the migrations."),
        Option(
            "previous", value: .path,
            help: "The tree of another release, built: the services start as it; the fault is release-rolled where none is named."),
        Option(
            "logs", value: .path,
            help: "Where all logs go, in detail, when a round takes long to settle, with the state of the groups at that moment."),
        Option("json", help: "Print one object at the end."),
    ]

    init(_ arguments: Arguments) throws(UsageError) {
        rounds = try arguments.requiredInt("rounds")
        seed = UInt64(try arguments.requiredInt("seed"))
        rate = try arguments.requiredInt("rate")
        previous = arguments.string("previous").map { URL(filePath: $0) }
        fault = arguments.string("fault") ?? (previous == nil ? nil : FaultKind.releaseRolled.rawValue)
        courses = arguments.strings("course")
        disk = arguments.string("disk")
        policies = URL(filePath: try arguments.requiredString("policies"))
        logs = arguments.string("logs").map { URL(filePath: $0) }
        migrations = URL(filePath: try arguments.requiredString("migrations"))
    }
}
