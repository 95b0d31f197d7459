import CommandLine
import Domain
import Foundation
import Policies
import Runtime

/// `redress policy try`: what a new pack would have made of past complaints.
enum PolicyTryCommand {
    static let command = OperatorCommand(
        Command(
            "try", summary: "Try a new pack on past complaints before it takes effect.",
            discussion: """
                Decides every past complaint twice, by the pack in force and by the new one, with the deciders the services run: level, nature, \
                flags, unit, priority, deadlines, amounts. Shows what would have changed, and writes nothing. What people did stays the same.

                Reads the journals of intake, dispatch and compensation; or a file of CloudEvents in JSON, one per line, each with its subject \
                and time. A repeat is only recognised if the complaint it repeats is among the facts.

                Exit codes: 0 nothing would have changed, 1 something would, 65 a line that is not an event, 69 a database does not answer, 78 a pack \
                with faults.
                """,
            examples: [
                "redress policy try ./china-2027 --since 2026-10-01T00:00:00+08:00",
                "redress policy try ./china-2027 --from facts.jsonl --json | jq .counts",
            ],
            options: [JSONOutput.option, TimeText.option, PolicyPlace.option, ServiceCommand.clock] + PastFacts.options,
            operands: [Operand("NEWPACK", help: "The folder of the new pack.")])
    ) { arguments in
        let packs = try [InstalledFiles.policies(arguments), arguments.operand("NEWPACK") ?? ""].map {
            try PolicyPackLoader.load(directory: URL(filePath: $0))
        }
        let facts = try PastFacts.read(arguments)
        let now = try ServiceSettings.clock(arguments).now()
        let outcomes = packs.map { PolicyTrial($0, now: now).outcomes(of: facts) }
        let report = TrialReport(old: outcomes[0], new: outcomes[1])
        if arguments.flag("json") {
            try JSONOutput.write(report)
        } else {
            StandardStream.output.write(report.text(try TimeText(arguments)))
        }
        return report.isEmpty ? .ok : .negative
    }
}
