import CommandLine
import Contracts
import Domain
import Foundation

/// What a command carries besides the complaint and who asks: an option for each field of its description.
enum OrderOptions {
    /// The options of a verb; those it cannot do without are required.
    static func options(of verb: CommandVerb) -> [Option] { verb.fields.flatMap(options(of:)) }

    /// What an example says besides the complaint and who asks: what the verb cannot do without, or else all that it may have.
    static func example(of verb: CommandVerb) -> String {
        let fields = verb.fields
        let required = fields.filter(\.field.isRequired)
        return (required.isEmpty ? fields : required).map { " --\(name(of: $0)) \(example(of: $0))" }.joined()
    }

    /// The message a command line comes to.
    ///
    /// - Throws: a `UsageError` that names the option.
    static func message(
        _ verb: CommandVerb, complaint: ComplaintNumber, by actor: ActorID, _ arguments: Arguments
    ) throws -> OrderMessage {
        var message = OrderMessage(type: verb.type, complaint: complaint, by: actor)
        for field in verb.fields {
            guard let text = arguments.string(name(of: field)) else { continue }
            message.members.append((field.name, try value(of: field, text, verb, arguments)))
        }
        return message
    }

    /// `other-problems` for `otherProblems`.
    static func name(of field: DescribedField) -> String {
        field.name.reduce(into: "") { text, letter in
            if letter.isUppercase { text += "-" }
            text += letter.lowercased()
        }
    }

    private static func options(of field: DescribedField) -> [Option] {
        let name = name(of: field)
        let help = field.field.help
        let required = field.field.isRequired
        switch field.kind {
        case .text(let form):
            let reads = form.maximum == TextForm.longest ? " - reads the standard input." : ""
            return [Option(name, value: .string(placeholder: placeholder(of: form)), required: required, help: help + reads)]
        case .words(let words): return [Option(name, value: .choice(words), required: required, help: help)]
        case .number(let range):
            return [Option(name, value: .int(Int(range.lowerBound)...Int(range.upperBound)), required: required, help: help)]
        case .flag: return [Option(name, value: .choice(["yes", "no"]), required: required, help: help)]
        case .time: return [Option(name, value: .string(placeholder: "TIME"), required: required, help: help)]
        case .amount:
            return [
                Option(name, value: .string(placeholder: "AMOUNT"), required: required, help: help),
                Option(currency, value: .string(placeholder: "CODE"), help: "Its currency; CNY by default."),
            ]
        case .codes, .figures: return [Option(name, value: .string(placeholder: "LIST"), required: required, help: help)]
        }
    }

    private static let currency = "currency"

    private static func placeholder(of form: TextForm) -> String {
        switch form.kind {
        case .code, .findingGround, .goodwillGround: "CODE"
        case .unit: "UNIT"
        case .desk: "DESK"
        case .complaint, .reference: "NUMBER"
        case .words: "TEXT"
        }
    }

    private static func example(of field: DescribedField) -> String {
        switch field.kind {
        case .text(let form): form.kind == .words ? "\"\(field.field.example)\"" : field.field.example
        case .words, .number, .time, .codes, .figures: field.field.example
        case .flag: "yes"
        case .amount: Int64(digits: field.field.example).map { Money(minorUnits: $0).mainUnits } ?? field.field.example
        }
    }

    private static func value(
        of field: DescribedField, _ text: String, _ verb: CommandVerb, _ arguments: Arguments
    ) throws -> OrderMessage.Value {
        func wrong(_ expected: String) -> UsageError {
            UsageError(command: "redress command \(verb.name)", subject: "--\(name(of: field))", given: text, expected: expected)
        }
        switch field.kind {
        case .text(let form):
            let isElsewhere = form.maximum == TextForm.longest && text == "-"
            return .text(isElsewhere ? try standardInput() : text)
        case .words: return .text(text)
        case .number:
            guard let number = Int64(digits: text) else { throw wrong("a whole number") }
            return .number(number)
        case .flag: return .flag(text == "yes")
        case .time:
            guard let time = Instant(text) else { throw wrong("a time such as 2026-09-30T16:00:00+08:00") }
            return .text(time.description)
        case .amount:
            guard let money = FieldWord.money(text, currency: arguments.string(currency) ?? "CNY") else {
                throw wrong("an amount such as 12.50")
            }
            return .amount(money)
        case .codes: return .codes(text.split(separator: ",").map(String.init))
        case .figures:
            return .figures(
                try text.split(separator: ",").map { pair in
                    let parts = pair.split(separator: "=", omittingEmptySubsequences: false)
                    guard parts.count == 2, let value = Int64(digits: parts[1]) else {
                        throw wrong("names and whole numbers such as days=30,costs=500")
                    }
                    return Particulars.Figure(name: String(parts[0]), value: value)
                })
        }
    }

    private static func standardInput() throws -> String {
        String(decoding: try FileHandle.standardInput.readToEnd() ?? Data(), as: UTF8.self).trimmed
    }
}
