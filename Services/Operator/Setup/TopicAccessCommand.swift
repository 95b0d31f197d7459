import CommandLine
import Contracts
import Kafka
import Runtime

/// `redress topics acls`: who may write and read which topic, as the brokers are to hold it.
enum TopicAccessCommand {
    static let command = OperatorCommand(
        Command(
            "acls", summary: "Show, print as commands, or grant the rights that each service and each outside party needs.",
            discussion: """
                A service may write its own facts and dead letters, read its inputs in its own consumer group, and forward messages that are in \
                the wrong partition of a topic that outsiders write. Whoever sends something may also read the topic with the answers: channel \
                gateways and the regulators' desk redress.complaints, handlers' desks redress.complaints and redress.work-orders, approvers and \
                billing redress.compensations. Personal data there is sealed, and these rights include no key. Without --commands or --apply \
                the rights are shown as a table.

                --apply grants rights and revokes none: kafka-acls.sh --list shows what else there is. It needs a user who may administer the \
                brokers.

                Exit codes: 0 done, 64 wrong usage, 69 no broker answers, 77 the brokers refuse.
                """,
            examples: [
                "redress topics acls",
                "redress topics acls --commands --user channel-gateway=app --user channel-gateway=hotline --outsider-bytes-per-second 500000",
                "redress topics acls --apply --kafka-security-protocol sasl_ssl --kafka-user admin --kafka-password-file /run/secrets/kafka",
            ],
            options: [
                Option("commands", help: "Print the commands of Apache Kafka's own tools instead of running anything."),
                Option("apply", help: "Grant the rights."),
                Option(
                    "user", value: .string(placeholder: "ROLE=NAME"), repeated: true, environment: "REDRESS_KAFKA_USERS",
                    help:
                        "The user who has a role, instead of redress-ROLE; give it once for each gateway, so that each has its own limits."),
                Option(
                    "outsider-bytes-per-second", value: .int(1...Int.max),
                    help: "How much each outside user may send to one broker; a broker slows down whoever sends more. No limit by default."),
                JSONOutput.option,
            ] + ServiceCommand.kafka)
    ) { arguments in
        let plan = AccessPlan(users: try users(arguments.strings("user")), outsiderRate: arguments.int("outsider-bytes-per-second"))
        let commands = AccessCommands(bootstrapServers: arguments.string("kafka-bootstrap-servers") ?? "", plan: plan)
        if arguments.flag("commands") {
            print(commands.lines.joined(separator: "\n"))
        } else if arguments.flag("apply") {
            try KafkaAdmin(ServiceSettings.kafka(arguments, clientID: "redress-topics")).grant(plan.rights)
            if arguments.flag("json") {
                try JSONOutput.write(Given(rights: plan.rights.count, stillToRun: commands.limits))
            } else {
                print("granted: \(CountText.text(plan.rights.count, "right"))")
                for line in commands.limits { print("still to run: \(line)") }
            }
        } else if arguments.flag("json") {
            try JSONOutput.write(plan.holders.map(ShownRole.init))
        } else {
            StandardStream.output.write(table(plan))
        }
        return .ok
    }

    /// Reads `ROLE=NAME`.
    static func users(_ texts: [String]) throws(SettingFault) -> [String: [String]] {
        var users: [String: [String]] = [:]
        for text in texts {
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2 else { throw SettingFault(setting: "user", problem: "has no \"=\"", expected: "ROLE=NAME") }
            guard TopicRole.named(parts[0]) != nil else {
                throw SettingFault(
                    setting: "user", problem: "names no role: \(parts[0])",
                    expected: "one of \(TopicRole.all.map(\.name).joined(separator: ", "))")
            }
            users[parts[0], default: []].append(parts[1])
        }
        return users
    }

    private static func table(_ plan: AccessPlan) -> String {
        var table = TextTable(["role", "users", "may write", "may read", "in the groups"])
        for shown in plan.holders.map(ShownRole.init) {
            table.add([
                shown.role, shown.users.joined(separator: ", "), shown.writes.joined(separator: " "), shown.reads.joined(separator: " "),
                shown.groups.joined(separator: ", "),
            ])
        }
        return table.shown()
    }

    /// What was given, and the commands that set limits.
    private struct Given: Encodable {
        let rights: Int
        let stillToRun: [String]
    }

    /// One role for people and for programs.
    private struct ShownRole: Encodable {
        let role: String
        let users: [String]
        let writes: [String]
        let reads: [String]
        let groups: [String]

        init(_ holder: AccessPlan.Holder) {
            role = holder.role.name
            users = holder.users
            writes = holder.role.writes.map(\.name)
            reads = holder.role.reads.map(\.name)
            let isService = holder.role.party.isService
            groups = reads.isEmpty ? [] : isService ? [holder.role.consumerGroup] : holder.users.map { $0 + "*" }
        }
    }
}
