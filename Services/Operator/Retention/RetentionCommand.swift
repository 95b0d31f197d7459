import CommandLine
import Domain
import Foundation
import Policies
import Runtime

/// `redress retention`: what has outlived its period, and its taking away.
enum RetentionCommand {
    static let command = OperatorCommand(
        "retention", summary: "Erase personal data whose retention period is over.", subcommands: [plan, apply, EraseCommand.command])

    private static let discussion = """
        The periods are in retention.yaml. The personal data of complaints that were archived longer ago is erased in documents and journals, \
        together with the complaints' keys, without which no copy in a topic or backup can be opened; what is not personal stays. Journal rows \
        that Kafka has confirmed, and entries of the access log, are deleted when their own periods are over. The services may keep running. \
        It may be interrupted and started again at any time. The brokers delete what Kafka keeps: set retention.ms as the plan says.
        """

    private static let plan = OperatorCommand(
        Command(
            "plan", summary: "Count the data whose retention period is over; change nothing.",
            discussion: discussion
                + "\n\nExit codes: 0 counted, 69 a database does not answer, 78 a policy pack or schema that cannot be used.",
            examples: ["redress retention plan", "redress retention plan --json | jq .found.complaints"], options: options)
    ) { arguments in
        let pack = try pack(arguments)
        let found = try run(arguments, pack.retention, actor: "plan").plan()
        try show(found, pack.retention, arguments, "is past its period")
        return .ok
    }

    private static let apply = OperatorCommand(
        Command(
            "apply", summary: "Erase the personal data and delete the journal rows whose retention periods are over.",
            discussion: discussion + """


                It needs the role redress_retention. Every complaint is recorded in operations.erasure once all services have erased it.

                Exit codes: 0 done, 69 a database does not answer (start it again), 78 a policy pack or schema that cannot be used.
                """,
            examples: ["redress retention apply --by staff-7001 --database-url-file /run/secrets/retention-database-url"],
            options: options + [
                Option(
                    "by", value: .string(placeholder: "STAFF"), environment: "REDRESS_ACTOR", required: true,
                    help: "Your staff number.")
            ])
    ) { arguments in
        let pack = try pack(arguments)
        let actor = ActorID(try arguments.requiredString("by"))
        let done = try run(arguments, pack.retention, actor: actor).apply()
        try show(done, pack.retention, arguments, "taken away")
        return .ok
    }

    private static let options: [Option] =
        [
            Option(
                "hold", value: .string(placeholder: "NUMBER"), repeated: true, environment: "REDRESS_HOLD",
                help: "A complaint to keep whatever its age, such as for a lawsuit."),
            JSONOutput.option, ServiceCommand.policies, ServiceCommand.clock,
        ] + OperatorDatabase.options

    private static func pack(_ arguments: Arguments) throws -> ReportingPack {
        try ReportingPackLoader.load(directory: URL(filePath: try InstalledFiles.policies(arguments)))
    }

    private static func run(_ arguments: Arguments, _ policy: RetentionPolicy, actor: ActorID) throws -> RetentionRun {
        let stores = try OperatorDatabase.services.map { service in
            RetentionStore(service.name, try OperatorDatabase.connect(service, arguments))
        }
        var run = RetentionRun(
            stores: stores, log: ErasureLog(try OperationsSchema.connect(arguments)), policy: policy,
            cutoffs: policy.cutoffs(at: try ServiceSettings.clock(arguments).now()), actor: actor, held: Set(arguments.strings("hold")))
        if Terminal(.errors).isTerminal {
            run.progress = {
                StandardStream.errors.write("\rcomplaints \($0.complaints), journal rows \($0.journal.values.reduce(0, +))\u{1B}[K")
            }
        }
        return run
    }

    private struct Shown: Encodable {
        let policyVersion: PolicyVersion
        let found: RetentionRun.Summary
        let topicsRetentionMilliseconds: Int64
    }

    private static func show(_ summary: RetentionRun.Summary, _ policy: RetentionPolicy, _ arguments: Arguments, _ words: String) throws {
        let milliseconds = policy.topics.value.duration.wholeMilliseconds
        if arguments.flag("json") {
            return try JSONOutput.write(
                Shown(policyVersion: policy.version, found: summary, topicsRetentionMilliseconds: milliseconds))
        }
        var table = TextTable(["what \(words)", "", "after"], alignments: [.left, .right, .left])
        table.add(["complaints' personal data", "\(summary.complaints)", "\(policy.personal.value) (\(policy.personal.source))"])
        table.add(["  documents, journal rows of these", "\(summary.documents), \(summary.entries)"])
        table.add(["  customers' keys destroyed", "\(summary.keys)"])
        table.add(["  left for later, held", "\(summary.waiting), \(summary.held)"])
        for (service, count) in summary.journal.sorted(by: { $0.key < $1.key }) {
            table.add(["journal of \(service)", "\(count)", "\(policy.journal.value) (\(policy.journal.source))"])
        }
        for (service, count) in summary.letters.sorted(by: { $0.key < $1.key }) where count > 0 {
            table.add(["settled dead letters of \(service)", "\(count)", "\(policy.journal.value) (\(policy.journal.source))"])
        }
        table.add(["access log", "\(summary.accessLog)", "\(policy.accessLog.value) (\(policy.accessLog.source))"])
        table.add(["topics: retention.ms", "\(milliseconds)", "\(policy.topics.value) (\(policy.topics.source))"])
        for anchor in policy.anchors { table.add(["the law elsewhere", "\(anchor.period)", anchor.source]) }
        StandardStream.output.write(table.shown())
    }
}
