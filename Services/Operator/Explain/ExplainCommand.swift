import CommandLine
import Contracts
import Domain
import Foundation
import Postgres
import Runtime

/// `redress explain`: why a complaint's deadlines are what they are.
enum ExplainCommand {
    static let command = OperatorCommand(
        Command(
            "explain", summary: "Explain a complaint's deadlines: rule, calendar, start, pauses, thresholds.",
            discussion: """
                Calculates from the facts sla-monitor has stored, by the policy pack. --steps lists the days one by one, each with what it \
                counted and why.

                Exit codes: 0 explained, 1 no such complaint, 69 the database does not answer, 78 a policy pack or schema that cannot be used.
                """,
            examples: ["redress explain C20260401000001 --steps", "redress explain C20260401000001 --clock-name answer --json"],
            options: [
                Option("steps", help: "List the days that were counted."),
                Option("clock-name", value: .string(placeholder: "NAME"), repeated: true, help: "Only this clock."),
                JSONOutput.option, TimeText.option,
            ] + OperatorDatabase.options + StoredClocks.options,
            operands: [Operand("NUMBER", help: "The complaint's number.")])
    ) { arguments in
        let complaint = ComplaintNumber(arguments.operand("NUMBER") ?? "")
        guard let file = try file(of: complaint, arguments) else { return ShowCommand.unknown(complaint) }
        let names = arguments.strings("clock-name").map { ClockName($0) }
        let explanations = try StoredClocks.explanations(of: file, arguments).filter { names.isEmpty || names.contains($0.clock) }
        if arguments.flag("json") {
            try JSONOutput.write(explanations)
        } else if explanations.isEmpty {
            StandardStream.output.write("\(complaint) has no such clock, or is not registered yet\n")
        } else {
            let words = ExplanationText(times: try TimeText(arguments), showsSteps: arguments.flag("steps"))
            StandardStream.output.write(explanations.map(words.text).joined(separator: "\n"))
        }
        return .ok
    }

    private static func file(of complaint: ComplaintNumber, _ arguments: Arguments) throws -> ClockState? {
        let rows = try OperatorDatabase.connect(ServiceName.slaMonitor.definition, arguments).execute(
            Statement("SELECT body FROM complaint_state WHERE key = $1", [.text(complaint.rawValue)]))
        guard rows.count == 1 else { return nil }
        return try WireCoder().decode(StoredCompanion<ClockState>.self, from: rows.data(0, 0)).state
    }
}
