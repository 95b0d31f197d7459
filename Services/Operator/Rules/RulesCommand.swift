import CommandLine
import Foundation
import Policies
import Runtime

/// `redress rules`: the rules of the source, where each is kept, and what proves it.
enum RulesCommand {
    static let command = OperatorCommand(
        Command(
            "rules", summary: "Show the rules of the source: their words, where they are kept, and the test that proves each.",
            discussion: """
                With rule numbers, shows each rule in full; without, one line per rule. Options narrow the list; a rule must match all of them.

                Exit codes: 0 shown, 1 no rule matches, 78 the table cannot be used.
                """,
            examples: [
                "redress rules S130 S014", "redress rules --missing", "redress rules --document D1 --tag NUM",
                "redress rules --json | jq -r '.[] | select(.status == \"person\") | .id + \" \" + .reason'",
            ],
            options: [
                Option("missing", help: "Only rules that are not implemented yet."),
                Option(
                    "status", value: .choice(SourceRule.Status.allCases.map(\.rawValue)), repeated: true, help: "Only rules of this status."
                ),
                Option("document", value: .string(placeholder: "D1…D9"), repeated: true, help: "Only rules of this document."),
                Option("tag", value: .string(placeholder: "TAG"), repeated: true, help: "Only rules with this tag, such as NUM or LAW."),
                Option("find", value: .string(placeholder: "TEXT"), help: "Only rules whose words, summary or places contain this text."),
                Option(
                    "rules", value: .path, environment: "REDRESS_RULES",
                    help: "The table of the rules; \(InstalledFiles.help(.rules))"),
                JSONOutput.option,
            ],
            operands: [Operand("ID", help: "A rule's number, such as S130.", required: false, repeated: true)])
    ) { arguments in
        let table = try RuleTable.read(contentsOf: URL(filePath: try InstalledFiles().path(of: .rules, arguments)))
        let query = RuleQuery(arguments)
        let rules = table.rules.filter(query.matches)
        if arguments.flag("json") {
            try JSONOutput.write(rules.map(RuleLine.init))
        } else {
            let text = RuleText(table: table)
            StandardStream.output.write(query.ids.isEmpty ? text.list(rules) : text.full(rules))
        }
        let unknown = query.ids.filter { table[$0] == nil }
        for id in unknown { StandardStream.errors.write("redress: there is no rule \(id)\n") }
        return rules.isEmpty || !unknown.isEmpty ? .negative : .ok
    }
}
