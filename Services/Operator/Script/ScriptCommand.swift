import CommandLine
import Contracts
import Domain
import Foundation
import Policies
import Reporting
import Runtime

/// `redress script`: what helps a person who speaks with a customer.
enum ScriptCommand {
    static let command = OperatorCommand(
        Command(
            "script", summary: "Show scripts for talking with a customer: phrases, steps, questions.",
            discussion: """
                Without NAME it lists the scripts. With --complaint it shows the ones that fit the complaint's present state, including the \
                emergency answer script if it is a major complaint.

                Exit codes: 0 shown, 1 no such script or complaint, 69 a database does not answer, 78 a policy pack or schema that cannot be used.
                """,
            examples: [
                "redress script", "redress script phrases --language en", "redress script --complaint C20260401000001",
                "redress script phrases --json | jq .items",
            ],
            options: [
                Option("complaint", value: .string(placeholder: "NUMBER"), help: "Show the scripts that fit this complaint now."),
                Option(
                    "language", value: .choice(Language.allCases.map(\.rawValue)),
                    help: "The language; by default the one the policy sets for staff."),
                ServiceCommand.policies, JSONOutput.option,
            ] + OperatorDatabase.options,
            operands: [Operand("NAME", help: "The script's name.", required: false)])
    ) { arguments in
        let pack = try PolicyPackLoader.load(directory: URL(filePath: try InstalledFiles.policies(arguments)))
        let language = arguments.string("language").flatMap(Language.init) ?? pack.notification.notification.staffLanguage.value
        let text = ScriptText(language: language)
        if let name = arguments.operand("NAME") {
            guard let script = pack.scripts.script(named: name) else { return unknown(name, pack.scripts) }
            if arguments.flag("json") { try JSONOutput.write(ScriptDocument(script, in: language)) } else { show(text.full(script)) }
        } else if let number = arguments.string("complaint") {
            let complaint = ComplaintNumber(number)
            guard let standing = try standing(of: complaint, arguments) else { return ShowCommand.unknown(complaint) }
            let scripts = moments(of: standing).flatMap { pack.scripts.scripts(at: $0, nature: standing.nature) }
            try show(unique(scripts), language, arguments, as: text.full)
        } else {
            try show(pack.scripts.scripts, language, arguments, as: text.list)
        }
        return .ok
    }

    private static func show(
        _ scripts: [AgentScript], _ language: Language, _ arguments: Arguments, as text: ([AgentScript]) -> String
    ) throws {
        guard arguments.flag("json") else { return show(text(scripts)) }
        try JSONOutput.write(scripts.map { ScriptDocument($0, in: language) })
    }

    private static func show(_ text: String) { StandardStream.output.write(text) }

    /// What a person may have to do with a complaint that stands so.
    static func moments(of standing: ComplaintStanding) -> [AgentScript.Moment] {
        let moment: AgentScript.Moment =
            switch WorkOrderStatus(rawValue: standing.status) {
            case .answered, .answerApproved: .answering
            case .customerTold, .archived: .afterwards
            case .unregistered, .dispatched, .accepted, .held, .merged: .handling
            case nil: moment(beside: standing.status)
            }
        return standing.urges > 0 && moment == .handling ? [.urge, .handling] : [moment]
    }

    /// What there is to do at a status that is no work order's.
    private static func moment(beside status: String) -> AgentScript.Moment {
        if ["unknown", "awaiting-information"].contains(status) { return .intake }
        return status.hasPrefix("archived") || ["settled-on-spot", "withdrawn"].contains(status) ? .afterwards : .handling
    }

    /// Each once, where it came first.
    private static func unique(_ scripts: [AgentScript]) -> [AgentScript] {
        var names: Set<String> = []
        return scripts.filter { names.insert($0.name).inserted }
    }

    private static func standing(of complaint: ComplaintNumber, _ arguments: Arguments) throws -> ComplaintStanding? {
        let records = try ComplaintRecords(of: complaint, arguments)
        return records.isEmpty ? nil : try ComplaintStanding(of: complaint, records, coder: WireCoder())
    }

    private static func unknown(_ name: String, _ policy: ScriptPolicy) -> ExitCode {
        let names = policy.scripts.map(\.name).joined(separator: ", ")
        StandardStream.errors.write("redress: there is no script \(name); expected one of \(names)\n")
        return .negative
    }
}
