import CommandLine
import Contracts
import Domain

/// The options that make up one complaint, and the event they come to.
enum SubmitOptions {
    private static let types = ["submitted", "supplemented", "urged", "withdrawn", "appealed", "exposed", "feedback-given"]

    static let all: [Option] = basic + more

    private static let basic: [Option] = [
        Option("type", value: .choice(types), default: "submitted", help: "What the customer does."),
        Option("line", value: .string(placeholder: "NUMBER"), help: "The service number the complaint is about."),
        Option(
            "line-kind", value: .choice(ServiceLine.Kind.allCases.map(\.rawValue)), help: "What kind of number it is; phone by default."),
        Option(
            "complaint", value: .string(placeholder: "NUMBER"),
            help: "The complaint's number; by default the line's open complaint."),
        text("channel", "CODE", "The channel it came in by, as the policy names it, such as hotline."),
        text("province", "CODE", "ISO 3166-2, such as CN-SC."),
        text("category", "CODE", "The class of the problem, such as billing."),
        text("customer", "NAME", "The customer's name."),
        text("contact", "TEXT", "How the customer can be reached."),
        text("description", "TEXT", "The customer's words."),
        text("demand", "TEXT", "What the customer asks for."),
        text("dissatisfaction", "TEXT", "Why the customer was not satisfied with an earlier result."),
        Option("language", value: .choice(Language.allCases.map(\.rawValue)), help: "The language of answers."),
        text("received-at", "TIME", "When the customer complained, RFC 3339; now by default."),
        Option("flag", value: .choice(Flag.allCases.map(\.rawValue)), repeated: true, help: "What else there is to know about it."),
        text("disputed-amount", "AMOUNT", "The amount in dispute, such as 12.50."),
        text("currency", "CODE", "Its currency, ISO 4217; CNY by default."),
        Option("settled-on-spot", help: "It was settled on the spot and only needs to be registered."),
        text("id", "TEXT", "The event's id; a random one by default. The same source and id sent again adds nothing."),
    ]

    /// The submission the options make up.
    ///
    /// - Throws: a `UsageError` that names the option.
    static func submission(_ arguments: Arguments, now: Instant) throws(UsageError) -> IntakeSubmission {
        guard let line = arguments.string("line") else {
            throw UsageError(command: "redress submit", subject: "--line", expected: "a value, or --file with many complaints")
        }
        let type = IntakeType(rawValue: "redress.intake.\(arguments.string("type") ?? "submitted").v1") ?? .submitted
        let kind = arguments.string("line-kind").flatMap(ServiceLine.Kind.init(rawValue:)) ?? .phone
        var submission = IntakeSubmission(type, line: line, lineKind: kind)
        submission.complaint = arguments.string("complaint").map { ComplaintNumber($0) }
        submission.channel = arguments.string("channel").map { Channel($0) }
        submission.province = arguments.string("province").map { Province($0) }
        submission.category = arguments.string("category").map { Domain.Category($0) }
        submission.customer = arguments.string("customer")
        submission.contact = arguments.string("contact")
        submission.description = arguments.string("description")
        submission.demand = arguments.string("demand")
        submission.dissatisfaction = arguments.string("dissatisfaction")
        submission.language = arguments.string("language").flatMap(Language.init(rawValue:))
        submission.receivedAt = try time(arguments) ?? now
        submission.flags = arguments.strings("flag").compactMap(Flag.init(rawValue:))
        submission.disputedAmount = try amount(arguments)
        if arguments.flag("settled-on-spot") { submission.settledOnSpot = true }
        try addMore(arguments, to: &submission)
        return submission
    }

    /// A fault of the event as a fault of the option it came from.
    static func usageError(_ fault: Fault) -> UsageError {
        let name = fault.field.prefix { $0 != "." && $0 != "[" }
        let option =
            switch name {
            case "flags": "flag"
            case "duties": "duty"
            default:
                name.reduce(into: "") { option, letter in option += letter.isUppercase ? "-" + letter.lowercased() : String(letter) }
            }
        return UsageError(
            command: "redress submit", subject: option.isEmpty ? "the complaint" : "--\(option)",
            expected: "\(fault.expected); it \(fault.problem)")
    }

    static func text(_ name: String, _ placeholder: String, _ help: String) -> Option {
        Option(name, value: .string(placeholder: placeholder), help: help)
    }

    private static func time(_ arguments: Arguments) throws(UsageError) -> Instant? {
        guard let text = arguments.string("received-at") else { return nil }
        guard let instant = Instant(text) else { throw wrong("received-at", text, FieldWord.expected(of: .receivedAt)) }
        return instant
    }

    private static func amount(_ arguments: Arguments) throws(UsageError) -> Money? {
        guard let text = arguments.string("disputed-amount") else { return nil }
        let currency = arguments.string("currency") ?? "CNY"
        guard Currency(currency) != nil else { throw wrong("currency", currency, FieldWord.expectedAmount(in: currency)) }
        guard let money = FieldWord.money(text, currency: currency) else {
            throw wrong("disputed-amount", text, FieldWord.expectedAmount(in: currency))
        }
        return money
    }

    static func wrong(_ option: String, _ given: String, _ expected: String) -> UsageError {
        UsageError(command: "redress submit", subject: "--\(option)", given: given, expected: expected)
    }
}

/// The options for what few complaints bring, for exposures, feedback and appeals.
extension SubmitOptions {
    static let more: [Option] = [
        text("settlement", "TEXT", "How it was settled on the spot, and that the customer agreed."),
        text("taken-by", "STAFF", "The staff number of who took it down."),
        text("home-province", "CODE", "The line's own province, where the complaint is about another."),
        Option("written-by-customer", help: "The customer filled in the content themselves."),
        Option(
            "duty", value: .string(placeholder: "CODE[=REFERENCE]"), repeated: true,
            help: "An intake duty that was done, such as letter-archived=LF-7."),
        Option("medium", value: .choice(ExposureMedium.allCases.map(\.rawValue)), help: "The kind of media that reported the matter."),
        Option("effect", value: .choice(ExposureEffect.allCases.map(\.rawValue)), help: "How widely the report has spread."),
        text("reference", "TEXT", "Where the media report can be found."),
        Option("satisfaction", value: .choice((1...5).map(String.init)), help: "1, not at all satisfied, to 5; for feedback-given."),
        Option("resolved", value: .choice(["true", "false"]), help: "Whether it is really settled; for feedback-given."),
        Option("wants-review", value: .choice(["true", "false"]), help: "Whether the customer wants a second look; for feedback-given."),
        Option(
            "other-problems", value: .choice(["true", "false"]), help: "Whether the words name another problem; for feedback-given."),
        text("address", "TEXT", "The appellant's address."),
        text("postcode", "TEXT", "The appellant's postcode."),
        text("appeal-body", "CODE", "The appeal body: a province, or miit."),
        text("appeal-case", "TEXT", "The appeal's number at the appeal body."),
        text("appeal-date", "DAY", "The appeal's own date."),
        text("respondent", "NAME", "The operator that is appealed against."),
        text("respondent-address", "TEXT", "Its address."),
        Option("interest", value: .choice(AppealInterest.allCases.map(\.rawValue)), help: "The appellant's interest in the matter."),
        text("complained-on", "DAY", "When the customer complained to the operator."),
        text("answered-on", "DAY", "When the operator answered."),
        text("arisen-on", "DAY", "When what the appeal is about happened."),
        text("accepted-on", "DAY", "When the appeal body accepted the appeal."),
    ]

    /// Adds to a submission what these options say.
    ///
    /// - Throws: a `UsageError` that names the option.
    static func addMore(_ arguments: Arguments, to submission: inout IntakeSubmission) throws(UsageError) {
        submission.settlement = arguments.string("settlement")
        let details = details(arguments)
        if details != SubmissionDetails() { submission.details = details }
        switch submission.type {
        case .feedbackGiven:
            submission.feedback = Feedback(
                satisfaction: arguments.string("satisfaction").flatMap { Int(digits: $0) },
                resolved: arguments.string("resolved").flatMap { Bool($0) },
                wantsReview: arguments.string("wants-review").flatMap { Bool($0) },
                otherProblems: arguments.string("other-problems").flatMap { Bool($0) })
        case .appealed:
            submission.address = arguments.string("address")
            submission.postcode = arguments.string("postcode")
            submission.respondentAddress = arguments.string("respondent-address")
            submission.appeal = try appeal(arguments)
        case .supplemented:
            submission.address = arguments.string("address")
            submission.postcode = arguments.string("postcode")
        case .submitted, .urged, .withdrawn, .exposed: break
        }
    }

    private static func details(_ arguments: Arguments) -> SubmissionDetails {
        let duties = arguments.strings("duty").map(FieldWord.duty)
        let exposure = arguments.string("medium").flatMap(ExposureMedium.init(rawValue:)).map { medium in
            Exposure(
                medium: medium, effect: arguments.string("effect").flatMap(ExposureEffect.init(rawValue:)),
                reference: arguments.string("reference"))
        }
        return SubmissionDetails(
            duties: duties.isEmpty ? nil : duties, exposure: exposure, takenBy: arguments.string("taken-by").map { ActorID($0) },
            homeProvince: arguments.string("home-province").map { Province($0) },
            writtenByCustomer: arguments.flag("written-by-customer") ? true : nil)
    }

    private static func appeal(_ arguments: Arguments) throws(UsageError) -> Appeal {
        var appeal = Appeal()
        appeal.body = arguments.string("appeal-body").map { AppealBody($0) }
        appeal.caseNumber = arguments.string("appeal-case")
        appeal.date = try day("appeal-date", arguments)
        appeal.respondent = arguments.string("respondent")
        appeal.interest = arguments.string("interest").flatMap(AppealInterest.init(rawValue:))
        appeal.complainedOn = try day("complained-on", arguments)
        appeal.answeredOn = try day("answered-on", arguments)
        appeal.arisenOn = try day("arisen-on", arguments)
        appeal.acceptedOn = try day("accepted-on", arguments)
        return appeal
    }

    private static func day(_ option: String, _ arguments: Arguments) throws(UsageError) -> CivilDate? {
        guard let text = arguments.string(option) else { return nil }
        guard let day = CivilDate(text) else { throw wrong(option, text, "a day such as 2026-09-30") }
        return day
    }
}
