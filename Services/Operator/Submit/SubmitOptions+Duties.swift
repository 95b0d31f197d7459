import CommandLine
import Contracts
import Domain

/// The options for what few complaints bring, for exposures, feedback and appeals.
extension SubmitOptions {
    static let more: [Option] = [
        text("settlement", "TEXT", "How it was settled on the spot, and that the customer agreed."),
        text("taken-by", "STAFF", "The staff number of who took it down."),
        text("home-province", "CODE", "The line's own province, where the complaint is about another."),
        Option("written-by-customer", help: "The customer filled in the content themselves."),
        Option(
            "duty", value: .string(placeholder: "CODE[=REFERENCE]"), repeated: true,
            help: "A duty of intake that was done, such as letter-archived=LF-7."),
        Option("medium", value: .choice(ExposureMedium.allCases.map(\.rawValue)), help: "Who has exposed the matter."),
        Option("effect", value: .choice(ExposureEffect.allCases.map(\.rawValue)), help: "How far the exposure's effect reaches."),
        text("reference", "TEXT", "Where the exposure can be looked up."),
        Option("satisfaction", value: .choice((1...5).map(String.init)), help: "1, not at all satisfied, to 5; for feedback-given."),
        Option("resolved", value: .choice(["true", "false"]), help: "Whether it is really settled; for feedback-given."),
        Option("wants-review", value: .choice(["true", "false"]), help: "Whether the customer wants a second look; for feedback-given."),
        text("address", "TEXT", "The appellant's address."),
        text("postcode", "TEXT", "The appellant's postcode."),
        text("appeal-body", "CODE", "The appeal body: a province, or miit."),
        text("appeal-case", "TEXT", "The number the appeal body gave the appeal."),
        text("appeal-date", "DAY", "The appeal's own date."),
        text("respondent", "NAME", "The operator that is appealed against."),
        text("respondent-address", "TEXT", "Its address."),
        Option("interest", value: .choice(AppealInterest.allCases.map(\.rawValue)), help: "What the appellant has to do with the matter."),
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
                wantsReview: arguments.string("wants-review").flatMap { Bool($0) })
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
