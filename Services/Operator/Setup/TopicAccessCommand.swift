import CommandLine
import Contracts
import Kafka
import Runtime

/// `redress topics acls`: who may write and read which topic, as the brokers are to hold it.
enum TopicAccessCommand {
    static let command = OperatorCommand(
        Command(
            "acls", summary: "Show, print as commands or give the rights each service and each party outside needs.",
            discussion: """
                A service may write its own facts and the dead letters, read its inputs in its own group, and pass on what lies in another \
                key's partition of a topic that outsiders write. Who sends something may also read the topic on which the answer comes: \
                channel gateways and the regulators' desk redress.complaints, handlers' desks that and redress.work-orders, approvers \
                and billing redress.compensations. What is personal there is sealed, and no key comes with these rights. With neither --commands nor --apply the table is shown.

                --apply gives rights and takes none away: kafka-acls.sh --list shows what is there besides. The user must be one who \
                administers the brokers.

                Exit codes: 0 done, 64 wrong usage, 69 no broker answers, 77 the brokers refuse.
                """,
            examples: [
                "redress topics acls",
                "redress topics acls --commands --user channel-gateway=app --user channel-gateway=hotline --outsider-bytes-per-second 500000",
                "redress topics acls --apply --kafka-security-protocol sasl_ssl --kafka-user admin --kafka-password-file /run/secrets/kafka",
            ],
            options: [
                Option("commands", help: "Print commands of Apache Kafka's own tools; run nothing."),
                Option("apply", help: "Give the rights."),
                Option(
                    "user", value: .string(placeholder: "ROLE=NAME"), repeated: true, environment: "REDRESS_KAFKA_USERS",
                    help: "Who has a role, in place of redress-ROLE; several for several gateways, so that each has limits of its own."),
                Option(
                    "outsider-bytes-per-second", value: .int(1...Int.max),
                    help: "How much each user outside may send to one broker; brokers delay whoever sends more. None by default."),
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
                print("\(plan.rights.count) rights are given")
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
