import CommandLine
import Domain
import Foundation
import Policies
import Runtime

/// `redress policy diff`: how two packs differ.
enum PolicyDiffCommand {
    static let command = OperatorCommand(
        Command(
            "diff", summary: "Show which figures changed between two packs or versions.",
            discussion: """
                A pack is named by its folder, or by a version that the pack in force keeps. Of an earlier version only the clocks and \
                calendars are kept, so only they are compared. Each figure is shown with its old and new value and the source of each. A rule \
                that is in one pack only is shown as a whole, as one difference.

                Exit codes: 0 no differences, 1 differences, 64 no such pack, 78 a file that cannot be read.
                """,
            examples: [
                "redress policy diff Ops/policies/china ./china-2027",
                "redress policy diff 2019.1 ./china-2027 --json | jq -r '.figures[].key'",
            ],
            options: [JSONOutput.option, PolicyPlace.option],
            operands: [Operand("OLD", help: "The earlier pack."), Operand("NEW", help: "The later pack.")])
    ) { arguments in
        let inForce = try PolicyFigures(directory: URL(filePath: try InstalledFiles.policies(arguments)))
        let version = inForce.heads["intake.yaml"]?.version ?? ""
        let places = try ["OLD", "NEW"].map { name in
            try PolicyPlace(arguments.operand(name) ?? "", arguments, PolicyPackLoader.earlierFolder, versionInForce: version)
        }
        let packs = try places.map { try PolicyFigures(directory: $0.folder) }
        let answer = PolicyDiff(packs[0], packs[1], sharedOnly: places.contains { $0.isEarlier })
        if arguments.flag("json") { try JSONOutput.write(answer) } else { StandardStream.output.write(answer.text) }
        return answer.isEmpty ? .ok : .negative
    }
}
