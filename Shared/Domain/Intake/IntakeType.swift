/// The types of events that gateways publish on `redress.intake`.
///
/// This file is the description of what they may say: the type, what is said of it, and its fields, each named once whatever types have it.
/// ``IntakeDecider`` decides.
public enum IntakeType: String, Sendable, CaseIterable {
    case submitted = "redress.intake.submitted.v1"
    /// The customer adds what was asked for (S070).
    case supplemented = "redress.intake.supplemented.v1"
    /// The customer urges an open complaint (S058).
    case urged = "redress.intake.urged.v1"
    case withdrawn = "redress.intake.withdrawn.v1"
    /// The customer went to a regulator (S128).
    case appealed = "redress.intake.appealed.v1"
    /// The media or the internet have shown the matter of an open complaint (S135).
    case exposed = "redress.intake.exposed.v1"
    /// The customer says how the handling was (S109).
    case feedbackGiven = "redress.intake.feedback-given.v1"
}

/// What is said of a type of intake events beside its fields.
public struct IntakeDescription: Hashable, Sendable {
    public let title: String
    public let text: String
    /// Values of the type's example that are not those of its fields, by their names; `nil` for a field that the example leaves out.
    public let example: [String: String?]

    init(_ title: String, _ text: String, example: [String: String?] = [:]) {
        self.title = title
        self.text = text
        self.example = example
    }
}

extension IntakeType {
    public var about: IntakeDescription {
        switch self {
        case .submitted:
            .init(
                "A complaint as a channel gateway sends it",
                """
                A customer complains (S037, S063, S119). Fields not named here are ignored. What is missing but needed is asked for (S069, S070); \
                what is wrong comes back as redress.complaint.rejected.v1.
                """)
        case .supplemented: .init("More data for a complaint", "The customer adds what was asked for, or anything else (S070).")
        case .urged:
            .init(
                "A reminder", "The customer urges a complaint that is still open; no new ticket is opened (S058).",
                example: ["flags": Flag.skipLevelTendency.rawValue])
        case .withdrawn: .init("A withdrawal", "The customer takes the complaint back.")
        case .appealed:
            .init(
                "An appeal",
                """
                The customer went to a regulator, an association or a citizen hotline (S128, S145, S183). It is held against Order 35 and \
                registered; the assessment is the operator's own.
                """,
                example: [
                    "channel": "communications-administration", "receivedAt": "2026-03-18T09:15:00+08:00", "flags": "",
                    "settlement": nil, "exposure": nil, "writtenByCustomer": "false",
                ])
        case .exposed:
            .init(
                "An exposure",
                "The media or the internet have shown the matter of an open complaint (S131, S135); told twice, nothing happens.",
                example: ["channel": "new-media-service"])
        case .feedbackGiven:
            .init(
                "A customer's word on the handling",
                "What the customer says of how a complaint was handled, while it is open or later (S109, S199).",
                example: ["channel": "sms", "description": "还是没有退费", "dissatisfaction": "只退了一半"])
        }
    }

    /// Its fields beside the line, in the order they are read.
    public var fields: [IntakeField] {
        var list = IntakeFieldList()
        do {
            _ = try read(on: .unreadable, from: &list)
        } catch {
            // Of what the list gives no field is missing or wrong.
        }
        return list.fields
    }

    /// Makes what the customer wants from the fields of an event.
    ///
    /// Every type's event is held to the JSON types of what any of them may have; only the values of its own fields are judged.
    ///
    /// - Returns: what is wanted, with nothing yet where sealed words of the customer go (``IntakeInput/Content/saying(_:)``).
    /// - Throws: a `Fault` at a field of the wrong JSON type. What else is wrong the fields are told by ``MessageFields/refuse(_:goingOnWith:)``.
    public func read<Fields: IntakeFields>(on line: LineReference, from fields: inout Fields) throws(Fault) -> IntakeInput.Content {
        fields.turn = turn(of: .complaint)
        let complaint = try fields.optionalCode("complaint", complaintHelp, "C20260302003000127", .complaint).map { ComplaintNumber($0) }
        fields.turn = turn(of: .channel)
        let channel = Channel(
            try fields.code("channel", "Where the complaint came in, a code of the policy (S034–S036, S124–S129).", "hotline"))
        fields.turn = turn(of: .circumstances)
        let province = Province(try fields.code("province", "An ISO 3166-2 code.", "CN-JS"))
        let category = try fields.optionalCode("category", "The class of the problem, a code of the policy (S067).", "billing")
        let language = try fields.optionalChoice(
            "language", "The language the person is written to.", Language.chinese, expected: "zh or en")
        let receivedAt = try fields.time(
            "receivedAt", "When the customer complained; deadlines run from it (S014). RFC 3339 with offset.", "2026-03-02T09:15:00+08:00")
        fields.turn = turn(of: .flags)
        let flags = try readFlags(from: &fields)
        fields.turn = turn(of: .circumstances)
        let amount = try fields.optionalAmount("disputedAmount", "The amount in dispute, where the customer names one.", "5000")
        let settledOnSpot = try fields.optionalFlag(
            "settledOnSpot", "Whether it was settled on the spot; it still counts as a complaint (S048, S049, S120).", "false")
        var given = Set<String>(minimumCapacity: PersonalField.allCases.count)
        try readWords(from: &fields, given: &given)
        let appeal = self == .appealed ? try readAppeal(from: &fields, given: &given) : nil
        let (details, exposure) = try readDetails(from: &fields)

        func submission() -> Submission {
            Submission(
                line: line, channel: channel, province: province, category: category.map { Category($0) }, language: language,
                personal: SealedText(ciphertext: ""), given: given, receivedAt: receivedAt, flags: flags, disputedAmount: amount,
                settledOnSpot: settledOnSpot ?? false, details: details)
        }
        return switch self {
        case .submitted: .submission(submission())
        case .supplemented: .supplement(complaint: complaint, submission())
        case .urged: .urge(complaint: complaint, channel: channel, flags: flags)
        case .withdrawn: .withdrawal(complaint: complaint)
        case .appealed: .appeal(complaint: complaint, submission(), appeal ?? Appeal())
        case .exposed: .exposure(complaint: complaint, channel: channel, exposure)
        case .feedbackGiven: .feedback(complaint: complaint, channel: channel, try readFeedback(from: &fields), SealedText(ciphertext: ""))
        }
    }
}

extension IntakeType {
    /// A part of an event that some types have.
    private enum Part {
        case complaint
        case channel
        case circumstances
        case flags
        case words
        case settlement
        case exposure
    }

    /// When the faults of a part are told; `nil` where the type does not have it.
    private func turn(of part: Part) -> IntakeTurn? {
        switch part {
        case .complaint: self == .submitted ? nil : .subject
        case .channel: isSubmission ? .circumstances : self == .withdrawn ? nil : .subject
        case .circumstances: isSubmission ? .circumstances : nil
        case .flags: isSubmission ? .circumstances : self == .urged ? .subject : nil
        case .words: isSubmission || self == .feedbackGiven ? .words : nil
        case .settlement: isSubmission || self == .feedbackGiven ? .settlement : nil
        case .exposure: isSubmission ? .circumstances : self == .exposed ? .subject : nil
        }
    }

    /// Whether it brings all that a complaint has.
    private var isSubmission: Bool {
        switch self {
        case .submitted, .supplemented, .appealed: true
        case .urged, .withdrawn, .exposed, .feedbackGiven: false
        }
    }

    private var complaintHelp: String {
        self == .appealed
            ? "The complaint to the operator that the appeal is about; where it is left out, the line's first in the same category."
            : "The complaint that is meant; where it is left out, the line's open one."
    }

    /// Sorted and without repetitions, so that the same flags always make the same event.
    private func readFlags<Fields: IntakeFields>(from fields: inout Fields) throws(Fault) -> [Flag] {
        let field = CommandField(
            "flags", "What else is to be known of the complaint (S050, S088, S128, S150).", Flag.escalated.rawValue, isRequired: false)
        let flags = try fields.choices(field, Flag.self)
        return flags.count < 2 ? flags : Set(flags).sorted()
    }

    private func readWords<Fields: IntakeFields>(from fields: inout Fields, given: inout Set<String>) throws(Fault) {
        let hasForm = self == .appealed || self == .supplemented
        for field in PersonalField.allCases where hasForm || !field.isOfForm {
            fields.turn = turn(of: field == .settlement ? .settlement : .words)
            // What else the customer says with a feedback is kept with it, though nobody asks for it.
            let isListed = self != .feedbackGiven || field == .description || field == .dissatisfaction
            if try fields.personal(field, isListed: isListed) { given.insert(field.rawValue) }
        }
    }

    private func readDetails<Fields: IntakeFields>(
        from fields: inout Fields
    ) throws(Fault) -> (details: SubmissionDetails?, exposure: Exposure) {
        fields.turn = turn(of: .circumstances)
        let duties = try fields.objects(
            CommandField(
                "duties",
                "The duties of intake that were done with it: the signed form, the archived letter, the call back (S051–S055).", "",
                isRequired: false)
        ) { (duty: inout Fields) throws(Fault) in
            DutyDone(
                duty: Duty(try duty.code("duty", "A code of the policy's duties.", "letter-archived")),
                reference: try duty.optionalCode(
                    "reference", "Where the evidence can be looked up; never personal data.", "LF-2026-0301-07"))
        }
        fields.turn = turn(of: .exposure)
        let exposure = try readExposure(from: &fields)
        fields.turn = turn(of: .circumstances)
        let takenBy = try fields.optionalCode(
            "takenBy", "The staff number of who took it down and keeps its register (S066, S103).", "staff-301")
        let homeProvince = try fields.optionalCode(
            "homeProvince",
            "The province the line belongs to, where it is not the one the complaint is about: then it is cross-province (S150).",
            "CN-SC")
        let writtenByCustomer = try fields.optionalFlag(
            "writtenByCustomer", "Whether the customer filled in the content themselves, which needs their consent (S053).")
        let isBare = duties.isEmpty && exposure == nil && takenBy == nil && homeProvince == nil && writtenByCustomer == nil
        let details =
            isBare
            ? nil
            : SubmissionDetails(
                duties: duties.isEmpty ? nil : duties, exposure: exposure, takenBy: takenBy.map { ActorID($0) },
                homeProvince: homeProvince.map { Province($0) }, writtenByCustomer: writtenByCustomer)
        return (details, exposure ?? Exposure(medium: .national))
    }

    private func readExposure<Fields: IntakeFields>(from fields: inout Fields) throws(Fault) -> Exposure? {
        let field = CommandField(
            "exposure", "Where the media or the internet have shown the matter (S131, S135).", "", isRequired: self == .exposed)
        let exposure = try fields.object(field) { (exposure: inout Fields) throws(Fault) in
            Exposure(
                medium: try exposure.word("medium", "Who exposed it.", ExposureMedium.newMedia),
                effect: try exposure.optionalChoice(
                    "effect", "How far the bad effect reaches; left out while none is known.", ExposureEffect.crossProvince),
                reference: try exposure.optionalCode(
                    "reference", "Where it can be looked up; never personal data.", "PRESS-2026-118"))
        }
        guard exposure == nil, self == .exposed else { return exposure }
        return try fields.lack(field, "a medium and, where it is known, its effect", standIn: nil)
    }

    private func readFeedback<Fields: IntakeFields>(from fields: inout Fields) throws(Fault) -> Feedback {
        fields.turn = .subject
        return Feedback(
            satisfaction: try fields.optionalNumber("satisfaction", in: 1...5, "1, not at all satisfied, to 5.", "2"),
            resolved: try fields.optionalFlag("resolved", "Whether the matter is really settled.", "false"),
            wantsReview: try fields.optionalFlag("wantsReview", "Whether the customer asks for a second look (S040, S075)."),
            otherProblems: try fields.optionalFlag(
                "otherProblems", "Whether the description names another problem than the complaint's (S109)."))
    }
}
