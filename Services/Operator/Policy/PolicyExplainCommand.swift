import CommandLine
import Domain
import Foundation
import Policies
import Runtime

/// `redress policy explain`: what a figure is, which rule and law it comes from, and who overrides it.
enum PolicyExplainCommand {
    static let command = OperatorCommand(
        Command(
            "explain", summary: "Explain a figure: value, source, law, dates of effect, overrides.",
            discussion: """
                KEY is a figure's key or part of one, RULE a rule of the source such as S014 or a law such as "Order 35". With --province, the \
                value for that province comes first, with the value it overrides below it.

                Exit codes: 0 explained, 1 no such figure, 78 a file that cannot be read.
                """,
            examples: [
                "redress policy explain clocks.answer --province CN-HA", "redress policy explain S130",
                "redress policy explain \"Order 35\" --json",
            ],
            options: [
                Option("province", value: .string(placeholder: "CODE"), help: "Show the value for this province, such as CN-HA."),
                JSONOutput.option, PolicyPlace.option,
            ],
            operands: [Operand("KEY|RULE", help: "A figure's key, a rule, or a law.")])
    ) { arguments in
        let folder = URL(filePath: try InstalledFiles.policies(arguments))
        let figures = try PolicyFigures(directory: folder)
        let check = PolicyPackCheck(directory: folder)
        let word = arguments.operand("KEY|RULE") ?? ""
        let found = figures.figures(about: word)
        // A key of many parts is asked for its figures; names and moments, which have no source, only where nothing else answers.
        let sourced = found.filter { $0.source != nil }
        let explained = FigureExplanation.all(of: sourced.isEmpty ? found : sourced, province: arguments.string("province")).map {
            ExplainedFigure($0, heads: figures.heads, laws: check.laws)
        }
        if arguments.flag("json") {
            try JSONOutput.write(explained)
        } else {
            StandardStream.output.write(explained.map(\.text).joined(separator: "\n"))
        }
        if explained.isEmpty { StandardStream.errors.write("redress: no figure has the key or the source \"\(word)\"\n") }
        return explained.isEmpty ? .negative : .ok
    }
}
