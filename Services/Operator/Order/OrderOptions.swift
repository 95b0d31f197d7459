import CommandLine
import Contracts
import Domain
import Foundation

/// What a command carries besides the complaint and who asks: for each verb its own options.
enum OrderOptions {
    /// The options of a verb; those it cannot do without are required.
    static func options(of verb: CommandVerb) -> [Option] {
        switch verb {
        case .workOrder(let type): workOrderOptions(of: type)
        case .claim(let type): claimOptions(of: type)
        }
    }

    /// The message a command line comes to.
    ///
    /// - Throws: a `UsageError` that names the option.
    static func message(
        _ verb: CommandVerb, complaint: ComplaintNumber, by actor: ActorID, _ arguments: Arguments
    ) throws -> CommandMessage {
        var message =
            switch verb {
            case .workOrder(let type): CommandMessage(type, complaint: complaint, by: actor)
            case .claim(let type): CommandMessage(type, complaint: complaint, by: actor)
            }
        let names = Set(options(of: verb).map(\.name))
        func value(_ name: String) -> String? { names.contains(name) ? arguments.string(name) : nil }
        message.to = value("to").map { Domain.Unit($0) }
        message.reason = value("reason")
        message.liability = value("liability").flatMap(Liability.init(rawValue:))
        message.ground = value("ground")
        message.amount = try value("amount").map { try amount($0, currency: value("currency") ?? "CNY", verb) }
        message.quantity = value("quantity").flatMap { Int(digits: $0) }
        message.particulars = try particulars(
            cause: value("cause"), figures: value("figures"), circumstances: value("circumstances"), verb)
        message.claim = value("claim").map { ClaimNumber($0) }
        message.attempt = value("attempt").flatMap { Int(digits: $0) }
        message.code = value("code")
        message.answer = try value("answer").map { $0 == "-" ? try standardInput() : $0 }
        message.satisfied = value("satisfied").map { $0 == "yes" }
        message.paymentKey = value("payment-key")
        if case .workOrder(let type) = verb { try HandlingOptions.fill(&message, type, arguments) }
        if case .claim = verb { message.reference = value("reference") }
        return message
    }

    private static func workOrderOptions(of type: WorkOrderCommandType) -> [Option] {
        switch type {
        case .accept, .resume, .approveAnswer, .archive: []
        case .transfer: [text("to", "UNIT", "The unit it goes to.", required: true), reason("Why.")]
        case .hold:
            [reason("Why the work order is on hold, a code of the policy such as waiting-for-customer.")]
                + HandlingOptions.options(of: type)
        case .findLiability:
            [
                Option(
                    "liability", value: .choice(Liability.allCases.map(\.rawValue)), required: true, help: "Whose fault it was."),
                text("ground", "CODE", "The reason of a refund, a code of the compensation policy such as wrong-charge."),
                text("amount", "AMOUNT", "What the ground is calculated from, such as 12.50."),
                text("currency", "CODE", "Its currency; CNY by default."),
                Option("quantity", value: .int(0...1_000_000), help: "Days or hours the ground is calculated from."),
                text("cause", "CODE", "Which matter it is, where the complaint has several, such as bill-2026-09."),
                text("figures", "LIST", "Further figures of the ground, such as monthly-average=12000,days=30."),
                text("circumstances", "LIST", "What was so, such as rural,not-notified."),
            ] + HandlingOptions.options(of: type)
        case .answer:
            [text("answer", "TEXT", "The result; - reads it from the standard input.", required: true)] + HandlingOptions.options(of: type)
        case .returnAnswer: [reason("What is wrong with the answer.")]
        case .tellCustomer:
            [Option("satisfied", value: .choice(["yes", "no"]), help: "Whether the customer was content, once asked.")]
                + HandlingOptions.options(of: type)
        default: HandlingOptions.options(of: type)
        }
    }

    private static func claimOptions(of type: ClaimCommandType) -> [Option] {
        switch type {
        case .approve: [claim(required: false)]
        case .decline: [claim(required: false), reason("Why.")]
        case .grantGoodwill:
            [
                text("ground", "CODE", "For what, a code of the policy such as late-handling.", required: true),
                text("amount", "AMOUNT", "How much, such as 20.00.", required: true),
                text("currency", "CODE", "Its currency; CNY by default."), reason("Why."),
            ]
        case .confirmSettlement, .confirmReversal: [paymentKey, text("reference", "TEXT", "Billing's own reference.")]
        case .failSettlement:
            [
                paymentKey, attempt("The attempt that failed."), text("code", "CODE", "Which failure, a code of the policy."),
                reason("Why billing could not pay."),
            ]
        case .failReversal: [paymentKey, attempt("The attempt that failed."), reason("Why it could not be taken back.")]
        case .retrySettlement: [claim(required: false), attempt("The number of the attempt that failed last.")]
        case .reverseSettlement: [claim(required: true), attempt("Which time it is asked for."), reason("Why.")]
        }
    }

    private static func claim(required: Bool) -> Option {
        text("claim", "NUMBER", "The claim that is meant, so that none other is.", required: required)
    }

    private static func attempt(_ help: String) -> Option { Option("attempt", value: .int(1...100_000), help: help) }

    private static let paymentKey = text("payment-key", "KEY", "The payment it is about.", required: true)

    private static func reason(_ help: String) -> Option { text("reason", "TEXT", help, required: true) }

    private static func text(_ name: String, _ placeholder: String, _ help: String, required: Bool = false) -> Option {
        Option(name, value: .string(placeholder: placeholder), required: required, help: help)
    }

    private static func amount(_ text: String, currency: String, _ verb: CommandVerb) throws(UsageError) -> Money {
        guard let money = FieldWord.money(text, currency: currency) else {
            throw UsageError(command: "redress command \(verb.name)", subject: "--amount", given: text, expected: "an amount such as 12.50")
        }
        return money
    }

    private static func particulars(
        cause: String?, figures: String?, circumstances: String?, _ verb: CommandVerb
    ) throws(UsageError) -> Particulars? {
        var numbers: [Particulars.Figure] = []
        for pair in (figures ?? "").split(separator: ",") {
            let parts = pair.split(separator: "=", omittingEmptySubsequences: false)
            guard parts.count == 2, let value = Int64(digits: parts[1]) else {
                throw UsageError(
                    command: "redress command \(verb.name)", subject: "--figures", given: figures,
                    expected: "names and whole numbers such as days=30,costs=500")
            }
            numbers.append(Particulars.Figure(name: String(parts[0]), value: value))
        }
        let words = (circumstances ?? "").split(separator: ",").map(String.init)
        return Particulars(cause: cause, figures: numbers, circumstances: words)
    }

    private static func standardInput() throws -> String {
        String(decoding: try FileHandle.standardInput.readToEnd() ?? Data(), as: UTF8.self).trimmed
    }
}
