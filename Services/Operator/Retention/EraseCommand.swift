import CommandLine
import Contracts
import Crypto
import Domain
import Foundation
import Postgres
import Runtime

/// `redress retention erase`: one customer, at once, wherever a copy lies.
enum EraseCommand {
    static let command = OperatorCommand(
        Command(
            "erase", summary: "Erase one customer: destroy the keys that seal the personal data of a line.",
            discussion: """
                Nobody can open what the services have sealed for the line any more: not in topics, dead letters or backups of other schemas. \
                The keys are deleted from the tables at once, and from redress.customer-keys by tombstones that the services send; decision 18 \
                says how long copies may remain there and in backups. Texts in documents and journals that releases without customers' keys \
                wrote are overwritten. Facts that are not personal stay.

                It refuses while a complaint is open or a service still has work to do on it, unless you give --even-open: the customer can then \
                get no more messages about it. It always refuses if there are dead letters of the line, or a complaint that --hold names.

                It is first recorded in operations.customer_erasure. You may start it again at any time, and must do so if it was interrupted. \
                It needs the role redress_retention.

                Exit codes: 0 done, 1 no such line, or refused; 69 a database does not answer; 75 done except for tombstones that wait in a \
                journal until their service runs, or Kafka does not yet have a new key (start it again); 78 a key or schema that cannot be used.
                """,
            examples: [
                "redress retention erase --complaint C20260401000001 --by staff-7001 --reason \"request R-2026-118\"",
                "redress retention erase --line 13800138000 --line-key-file /run/secrets/line-key --by staff-7001 --reason R-2026-118 --json",
            ],
            options: [
                Option("complaint", value: .string(placeholder: "NUMBER"), help: "A complaint of the line."),
                Option("line", value: .string(placeholder: "LINE"), help: "The service number itself; needs the line key."),
                Option(
                    "line-kind", value: .string(placeholder: "KIND"), default: "phone", help: "What kind of number it is: phone or account."
                ),
                Option(
                    "line-key", value: .string(placeholder: "KEY"), environment: "REDRESS_LINE_KEY", secret: true,
                    help: "The key for line tokens."),
                Option(
                    "by", value: .string(placeholder: "STAFF"), environment: "REDRESS_ACTOR", required: true,
                    help: "Your staff number."),
                Option("reason", value: .string(placeholder: "TEXT"), required: true, help: "The reason; do not name the customer."),
                Option("even-open", help: "Erase even if a complaint is open or a service still has work to do."),
                Option(
                    "hold", value: .string(placeholder: "NUMBER"), repeated: true, environment: "REDRESS_HOLD",
                    help: "A complaint to keep, such as for a lawsuit."),
                Option("wait", value: .duration, default: "30s", help: "How long to wait until Kafka has new keys and the tombstones."),
                JSONOutput.option,
            ] + OperatorDatabase.options)
    ) { arguments in
        let connections = try OperatorDatabase.services.map { ($0.name, try OperatorDatabase.connect($0, arguments)) }
        guard let token = try token(arguments, connections[0].1), let erasure = try CustomerErasure(of: token, connections) else {
            StandardStream.errors.write("redress: there is no complaint of this line\n")
            return .negative
        }
        let obstacles = try erasure.obstacles(held: Set(arguments.strings("hold")))
        guard obstacles.isEmpty || obstacles.canBeOverruled && arguments.flag("even-open") else {
            StandardStream.errors.write(text(obstacles))
            return .negative
        }
        try note(erasure, arguments)
        let done: CustomerErasure.Summary
        do {
            done = try erasure.run(within: arguments.duration("wait") ?? .seconds(30))
        } catch let error as CustomerStore.NotYetSent {
            StandardStream.errors.write("redress: \(error)\n")
            return .temporaryFailure
        }
        try show(done, arguments)
        return done.unsent.isEmpty ? .ok : .temporaryFailure
    }

    /// - Returns: `nil` for a complaint that intake does not know.
    private static func token(_ arguments: Arguments, _ intake: PostgresConnection) throws -> LineToken? {
        switch (arguments.string("line"), arguments.string("complaint")) {
        case (let line?, nil):
            guard let kind = ServiceLine.Kind(rawValue: arguments.string("line-kind") ?? "") else {
                throw UsageError(
                    command: "redress retention erase", subject: "--line-kind", given: arguments.string("line-kind"),
                    expected: "phone or account")
            }
            let hasher = try LineHasher(key: SealingKey(text: try arguments.requiredString("line-key")))
            return LineToken(try hasher.token(for: ServiceLine(line, kind: kind).tokenInput))
        case (nil, let complaint?):
            return try LineKeyRecord.token(of: complaint, intake).map { LineToken($0) }
        default:
            throw UsageError(
                command: "redress retention erase", subject: "--line", expected: "either --line or --complaint")
        }
    }

    private static func note(_ erasure: CustomerErasure, _ arguments: Arguments) throws {
        try OperationsSchema.connect(arguments).run([
            Statement("BEGIN READ WRITE"),
            Statement(
                "INSERT INTO customer_erasure (actor, line, complaints, reason) VALUES ($1, $2, $3, $4)",
                [
                    .text(try arguments.requiredString("by")), .text(erasure.token.rawValue), .int4(Int32(erasure.complaints.count)),
                    .text(try arguments.requiredString("reason")),
                ]),
            Statement("COMMIT"),
        ])
    }

    private static func show(_ done: CustomerErasure.Summary, _ arguments: Arguments) throws {
        if arguments.flag("json") { return try JSONOutput.write(done) }
        var table = TextTable(["erased", ""], alignments: [.left, .right])
        table.add(["complaints of the line", "\(done.complaints)"])
        table.add(["keys destroyed", "\(done.keys)"])
        table.add(["documents, journal rows", "\(done.documents), \(done.entries)"])
        if done.waiting > 0 { table.add(["with texts of earlier releases left, start again later", "\(done.waiting)"]) }
        StandardStream.output.write(table.shown())
        if !done.unsent.isEmpty {
            StandardStream.errors.write(
                "redress: tombstones wait in the journal until these run: \(done.unsent.joined(separator: ", "))\n")
        }
    }

    private static func text(_ obstacles: CustomerErasure.Obstacles) -> String {
        var lines: [String] = []
        func add(_ what: String, _ complaints: [String]) {
            if !complaints.isEmpty { lines.append("\(what): \(complaints.joined(separator: ", "))") }
        }
        add("held", obstacles.held)
        for (service, keys) in obstacles.deadLetters.sorted(by: { $0.key < $1.key }) {
            add("dead letters of \(service), to be replayed or discarded first", keys)
        }
        add("open", obstacles.open)
        for (service, keys) in obstacles.unfinished.sorted(by: { $0.key < $1.key }) { add("\(service) still has work to do", keys) }
        let hint = obstacles.canBeOverruled ? "use --even-open to erase anyway\n" : ""
        return "redress: nothing was erased\n" + lines.map { $0 + "\n" }.joined() + hint
    }
}
