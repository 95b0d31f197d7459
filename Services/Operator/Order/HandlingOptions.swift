import CommandLine
import Contracts
import Domain
import Foundation

/// What commands beside the plain course carry, named as the contract names it: `otherProblems` is `--other-problems`.
enum HandlingOptions {
    /// What a field holds on the command line.
    private enum Kind {
        case text(String)
        case unit
        case reason
        case words([String])
        case number(ClosedRange<Int>)
        case truth
        case time
    }

    /// One field of a command.
    private struct Field {
        let name: String
        let kind: Kind
        let help: String
        let required: Bool

        init(_ name: String, _ kind: Kind, _ help: String, required: Bool = true) {
            self.name = name
            self.kind = kind
            self.help = help
            self.required = required
        }

        /// `other-problems` for `otherProblems`.
        var option: String {
            name.reduce(into: "") { text, letter in
                if letter.isUppercase { text += "-" }
                text += letter.lowercased()
            }
        }
    }

    static func options(of type: WorkOrderCommandType) -> [Option] {
        fields(of: type).map { field in
            switch field.kind {
            case .text(let placeholder):
                Option(field.option, value: .string(placeholder: placeholder), required: field.required, help: field.help)
            case .unit: Option(field.option, value: .string(placeholder: "UNIT"), required: field.required, help: field.help)
            case .reason, .time: Option(field.option, value: .string(placeholder: "TEXT"), required: field.required, help: field.help)
            case .words(let words): Option(field.option, value: .choice(words), required: field.required, help: field.help)
            case .number(let range): Option(field.option, value: .int(range), required: field.required, help: field.help)
            case .truth: Option(field.option, value: .choice(["yes", "no"]), required: field.required, help: field.help)
            }
        }
    }

    /// Fills a message with what the command line gives.
    ///
    /// - Throws: a `UsageError` that names an option that is no time.
    static func fill(_ message: inout CommandMessage, _ type: WorkOrderCommandType, _ arguments: Arguments) throws(UsageError) {
        for field in fields(of: type) {
            guard let text = arguments.string(field.option) else { continue }
            switch field.kind {
            // Those have a place of their own in the message, and are filled there.
            case .unit where field.name == "to", .reason: break
            case .words where field.name == "reason" || field.name == "ground": break
            case .text, .unit, .words: message.texts[field.name] = text
            case .number: message.numbers[field.name] = Int(digits: text)
            case .truth: message.flags[field.name] = text == "yes"
            case .time:
                guard let time = Instant(text) else {
                    throw UsageError(
                        command: "redress command \(CommandVerb.workOrder(type).name)", subject: "--\(field.option)", given: text,
                        expected: "a time such as 2026-09-30T16:00:00+08:00")
                }
                message.at = time
            }
        }
    }

    private static func fields(of type: WorkOrderCommandType) -> [Field] {
        switch type {
        case .hold: [Field("evidence", .text("NUMBER"), "The number of what shows that work has to rest.", required: false)]
        case .findLiability: [Field("partner", .text("CODE"), "The partner whose service it is.", required: false)]
        case .answer:
            [
                Field("reasons", .text("TEXT"), "The reasons for it.", required: false),
                Field("measures", .text("TEXT"), "What was and will be done.", required: false),
            ]
        case .tellCustomer:
            [
                Field("medium", .text("CODE"), "How the customer was told, such as letter.", required: false),
                Field("reference", .text("NUMBER"), "The number of a written answer.", required: false),
            ]
        case .coordinate:
            [Field("to", .unit, "The unit that is asked."), province, Field("request", .text("TEXT"), "What is asked of it.")]
        case .contribute:
            [Field("unit", .unit, "The unit that was asked."), province, Field("contribution", .text("TEXT"), "What it found or did.")]
        case .recordEvidence:
            [
                Field("kind", .text("CODE"), "A kind of evidence of the policy, such as customer-contact."), reference,
                Field("note", .text("TEXT"), "What it shows.", required: false),
            ]
        case .recordMeeting:
            [
                Field("minutes", .text("NUMBER"), "The number of the minutes."), Field("conclusion", .text("TEXT"), "What was concluded."),
                Field("plan", .text("TEXT"), "How it is carried out."),
            ]
        case .redistribute: [Field("to", .unit, "The desk it goes to."), reason]
        case .reportLoad:
            [
                Field("desk", .text("DESK"), "The desk that has it."),
                Field("load", .number(0...100_000), "How many open work orders the desk has."),
            ]
        case .supervise:
            [
                Field("unit", .unit, "The unit that supervises."), reason,
                Field("instruction", .text("TEXT"), "What is to be put right.", required: false),
            ]
        case .merge: [Field("into", .text("NUMBER"), "The complaint it goes with."), reason]
        case .requestReview, .unmerge, .revokeMajor, .revokeMalicious: [reason]
        default: majorOrMaliciousFields(of: type)
        }
    }

    private static func majorOrMaliciousFields(of type: WorkOrderCommandType) -> [Field] {
        switch type {
        case .declareMajor:
            [
                Field("ground", .words(MajorGround.allCases.map(\.rawValue)), "Why it is major."),
                Field("evidence", .text("TEXT"), "On what finding."),
                Field("alert", .text("ID"), "The alert of major risk it follows.", required: false),
            ]
        case .filePlan:
            [
                Field("kind", .words(PlanKind.allCases.map(\.rawValue)), "Before handling, or of it."), reference,
                Field("plan", .text("TEXT"), "The plan."),
            ]
        case .fileScript: [reference, Field("script", .text("TEXT"), "What the front line answers.")]
        case .declareMalicious:
            [
                Field("kind", .words(MaliciousKind.allCases.map(\.rawValue)), "What was found."),
                Field("finding", .text("TEXT"), "What was found, in words, without personal data."),
                Field("evidence", .text("NUMBER"), "The number of evidence on file."),
                Field("measure", .text("CODE"), "A measure of the policy, such as explain."),
            ]
        case .recordFollowUp:
            [
                Field("reached", .truth, "Whether the customer was reached."),
                Field("satisfaction", .number(1...5), "From 1, very dissatisfied, to 5.", required: false),
                Field("resolved", .truth, "Whether the customer says it is settled.", required: false),
                Field("otherProblems", .text("TEXT"), "What else troubles the customer.", required: false),
            ]
        case .recordAppealStep:
            [
                Field("step", .words(AppealStep.allCases.map(\.rawValue)), "What the body did."),
                Field("at", .time, "When it did, such as 2026-09-30T16:00:00+08:00."),
                Field("document", .text("NUMBER"), "The number of its document.", required: false),
                Field("reason", .words(AppealPoint.allCases.map(\.rawValue)), "Why it refused, where it did.", required: false),
            ]
        default: []
        }
    }

    private static let reason = Field("reason", .reason, "Why.")
    private static let reference = Field("reference", .text("NUMBER"), "The document's number.")
    private static let province = Field("province", .text("CODE"), "The province, such as CN-AH.", required: false)
}
