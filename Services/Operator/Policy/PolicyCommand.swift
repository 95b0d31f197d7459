import CommandLine
import Domain
import Foundation
import Policies
import Runtime

/// `redress policy check`: whether a policy pack can be used.
enum PolicyCommand {
    static let command = OperatorCommand(
        "policy", summary: "Check, compare, explain and try policy packs: the rules that are data.",
        subcommands: [
            check, PolicyDiffCommand.command, PolicyExplainCommand.command, PolicyTryCommand.command, ChannelsCommand.command,
        ])

    private static let check = OperatorCommand(
        Command(
            "check", summary: "Check a policy pack and list every fault with its file and line.",
            discussion: """
                Checks that the pack has all that the services need, who may give which command (roles.yaml), that there are words for all that \
                people read (templates.yaml), and that every law a figure comes from is known and in force on the day (laws.yaml).

                Exit codes: 0 the pack can be used, 65 it has faults.
                """,
            examples: [
                "redress policy check", "redress policy check Ops/policies/china --json", "redress policy check next-year --on 2027-01-01",
            ],
            options: [
                JSONOutput.option,
                Option(
                    "on", value: .string(placeholder: "DATE"),
                    help: "The day on which the laws must be in force; by default today, or the pack's first day if that is later."),
                ServiceCommand.policies,
            ],
            operands: [Operand("DIR", help: "The folder of the pack.", required: false)])
    ) { arguments in
        let folder = try arguments.operand("DIR") ?? InstalledFiles.policies(arguments)
        let verdict = Verdict(of: folder, on: try day(arguments.string("on")))
        try show(verdict, arguments)
        return verdict.faults.isEmpty ? .ok : .dataError
    }

    private static func day(_ text: String?) throws(UsageError) -> CivilDate {
        guard let text else { return SystemClock().now().day(at: .utc) }
        guard let day = CivilDate(text) else {
            throw UsageError(command: "redress policy check", subject: "--on", given: text, expected: "a day such as 2027-01-01")
        }
        return day
    }

    /// What the check found.
    private struct Verdict: Encodable {
        let pack: String
        let version: PolicyVersion?
        let faults: [PolicyFault]

        init(of folder: String, on day: CivilDate) {
            pack = folder
            let check = PolicyPackCheck(directory: URL(filePath: folder), on: day)
            version = check.faults.isEmpty ? check.laws?.version : nil
            faults = check.faults
        }

        private enum Key: String, CodingKey {
            case pack, version, faults
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(pack, forKey: .pack)
            try container.encodeIfPresent(version, forKey: .version)
            try container.encode(faults.map(FaultLine.init), forKey: .faults)
        }
    }

    /// A fault as JSON has it.
    private struct FaultLine: Encodable {
        let file: String
        let line: Int?
        let path: String
        let problem: String
        let expected: String

        init(_ fault: PolicyFault) {
            file = fault.file
            line = fault.line
            path = fault.path
            problem = fault.problem
            expected = fault.expected
        }
    }

    private static func show(_ verdict: Verdict, _ arguments: Arguments) throws {
        if arguments.flag("json") { return try JSONOutput.write(verdict) }
        if let version = verdict.version {
            StandardStream.output.write("\(verdict.pack): version \(version), no faults\n")
        } else {
            let lines = verdict.faults.map { "\(verdict.pack)/\($0)\n" }.joined()
            StandardStream.errors.write("\(lines)\(CountText.text(verdict.faults.count, "fault"))\n")
        }
    }
}
