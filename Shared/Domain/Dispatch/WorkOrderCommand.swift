/// What a handler's desk may ask of a work order. Each names the complaint and who asks.
///
/// This file is the description of the commands: the case, its name, what is said of it, and its fields. ``OpenWorkOrder`` decides.
public enum WorkOrderCommand: DescribedCommand {
    case accept
    case transfer(to: Unit, reason: Reason)
    /// - Parameter evidence: the number of what shows that work has to rest.
    case hold(reason: String, evidence: String? = nil)
    case resume
    /// - Parameters:
    ///   - partner: the partner whose service it is (S169).
    ///   - particulars: which matter it is, and what else the ground is calculated from.
    case findLiability(
        Liability, ground: String?, amount: Money?, quantity: Int?, partner: String? = nil, particulars: Particulars? = nil)
    /// - Parameter parts: what the text contains; `nil` is the result alone.
    case answer(SealedText, parts: [AnswerPart]? = nil)
    case approveAnswer
    case returnAnswer(reason: Reason)
    /// - Parameters:
    ///   - medium: how the customer was told, such as `letter`.
    ///   - reference: the number of a written answer.
    case tellCustomer(satisfied: Bool?, medium: String? = nil, reference: String? = nil)
    case archive
    /// Asks another unit, or that of another province, to contribute (S098, S150).
    case coordinate(with: Unit, province: Province?, request: Reason)
    case contribute(Unit, province: Province?, SealedText)
    case recordEvidence(kind: String, reference: String, note: SealedText?)
    case recordMeeting(minutes: String, conclusion: SealedText, plan: SealedText)
    case redistribute(to: Desk, reason: Reason)
    /// A desk says how many work orders it has, because it has too many.
    case reportLoad(Desk, Int)
    case supervise(by: Unit, reason: Reason, instruction: Reason?)
    case requestReview(reason: Reason)
    case declareMajor(MajorGround, evidence: String, alert: String?)
    case revokeMajor(reason: Reason)
    case filePlan(PlanKind, reference: String, SealedText)
    case fileScript(reference: String, SealedText)
    case declareMalicious(MaliciousKind, finding: Reason, evidence: String, measure: String)
    case revokeMalicious(reason: Reason)
    case merge(into: ComplaintNumber, reason: Reason)
    case unmerge(reason: Reason)
    case recordFollowUp(FollowUpResult)
    case recordAppealStep(AppealStep, at: Instant, document: String?, reason: AppealPoint? = nil)
}

extension WorkOrderCommand {
    /// A command without what it carries.
    public enum Name: String, Codable, CommandName {
        case accept
        case transfer
        case hold
        case resume
        case findLiability = "find-liability"
        case answer
        case approveAnswer = "approve-answer"
        case returnAnswer = "return-answer"
        case tellCustomer = "tell-customer"
        case archive
        case coordinate
        case contribute
        case recordEvidence = "record-evidence"
        case recordMeeting = "record-meeting"
        case redistribute
        case reportLoad = "report-load"
        case supervise
        case requestReview = "request-review"
        case declareMajor = "declare-major"
        case revokeMajor = "revoke-major"
        case filePlan = "file-plan"
        case fileScript = "file-script"
        case declareMalicious = "declare-malicious"
        case revokeMalicious = "revoke-malicious"
        case merge
        case unmerge
        case recordFollowUp = "record-follow-up"
        case recordAppealStep = "record-appeal-step"

        public typealias Command = WorkOrderCommand
        public static let subject = "work-order"

        /// The statuses of a work order at which the command can be given; at any other it is refused. Before the complaint is registered every
        /// command waits.
        public var statuses: [WorkOrderStatus] { about.statuses }

        /// Whether the command takes a work order from one status to another.
        public func leads(from status: WorkOrderStatus, to next: WorkOrderStatus) -> Bool {
            status != next && about.statuses.contains(status) && about.leadsTo.contains(next)
        }

        /// The commands that can be given at a status, in the order of the cases.
        public static func permitted(at status: WorkOrderStatus) -> [WorkOrderCommand.Name] {
            allCases.filter { $0.statuses.contains(status) }
        }
    }

    public var name: Name {
        switch self {
        case .accept: .accept
        case .transfer: .transfer
        case .hold: .hold
        case .resume: .resume
        case .findLiability: .findLiability
        case .answer: .answer
        case .approveAnswer: .approveAnswer
        case .returnAnswer: .returnAnswer
        case .tellCustomer: .tellCustomer
        case .archive: .archive
        case .coordinate: .coordinate
        case .contribute: .contribute
        case .recordEvidence: .recordEvidence
        case .recordMeeting: .recordMeeting
        case .redistribute: .redistribute
        case .reportLoad: .reportLoad
        case .supervise: .supervise
        case .requestReview: .requestReview
        case .declareMajor: .declareMajor
        case .revokeMajor: .revokeMajor
        case .filePlan: .filePlan
        case .fileScript: .fileScript
        case .declareMalicious: .declareMalicious
        case .revokeMalicious: .revokeMalicious
        case .merge: .merge
        case .unmerge: .unmerge
        case .recordFollowUp: .recordFollowUp
        case .recordAppealStep: .recordAppealStep
        }
    }
}

extension WorkOrderCommand.Name {
    private static let open: [WorkOrderStatus] = [
        .dispatched, .accepted, .held, .merged, .answered, .answerApproved, .customerTold,
    ]
    private static let underInvestigation: [WorkOrderStatus] = [.dispatched, .accepted, .held, .answered]
    // What may still be found out, and what others may still do, when the complaint is filed.
    private static let always = open + [.archived]

    public var about: CommandDescription {
        switch self {
        case .accept: .init("Accept", "The unit takes the work order on.", at: [.dispatched], leadsTo: .accepted)
        case .transfer:
            .init(
                "Transfer", "Pass the work order to another unit; the first contact stays responsible.", rules: "S046, S098",
                at: [.dispatched, .accepted], leadsTo: .dispatched)
        case .hold:
            .init("Hold", "Put the work order on hold, for a reason the policy allows.", rules: "S070", at: [.accepted], leadsTo: .held)
        case .resume: .init("Resume", "Resume work on the work order.", at: [.held], leadsTo: .accepted)
        case .findLiability: .init("Find liability", "Say whose fault it was.", rules: "S071, S198", at: [.accepted])
        case .answer:
            .init(
                "Answer", "Send back the answer 回单: its result, and the reasons and measures the policy asks for.",
                rules: "S039, S073, S197 5.4", at: [.accepted], leadsTo: .answered)
        case .approveAnswer:
            .init(
                "Approve the answer", "Approve the answer; not by who gave it.", rules: "S149", at: [.answered], leadsTo: .answerApproved)
        case .returnAnswer:
            .init(
                "Return the answer", "Send the answer back to the unit, or review it for a customer who is not content.",
                rules: "S149, S040, S075", at: [.answered, .customerTold], leadsTo: .accepted)
        case .tellCustomer:
            .init(
                "Tell the customer", "Say that the customer was told the result, the plan and the reasons.", rules: "S039, S074",
                at: [.answerApproved, .customerTold], leadsTo: .customerTold)
        case .archive: .init("Archive", "Close and file the complaint 归档.", rules: "S130", at: [.customerTold], leadsTo: .archived)
        case .coordinate:
            .init(
                "Coordinate", "Ask another unit, or that of another province, to contribute; the responsible unit stays responsible.",
                rules: "S098, S150", at: [.accepted, .held])
        case .contribute: .init("Contribute", "Send back what was asked for.", rules: "S098", at: Self.open)
        case .recordEvidence:
            .init(
                "Record evidence", "Put a piece of evidence of the investigation on file.", rules: "S071, S097, S197 5.3",
                at: Self.underInvestigation)
        case .recordMeeting:
            .init(
                "Record a meeting", "Put the conclusion of a special meeting and its plan on file.", rules: "S087",
                at: Self.underInvestigation)
        case .redistribute:
            .init("Redistribute", "Give the work order to another desk of the unit.", rules: "S195", at: [.dispatched, .accepted, .held])
        case .reportLoad:
            .init(
                "Report the load", "Say that the desk has as many work orders as it can carry, so that this one goes on to the next desk.",
                rules: "S193, S195", at: [.dispatched, .accepted, .held])
        case .supervise:
            .init(
                "Supervise", "Have a superior unit supervise 督办, with or without an instruction.", rules: "S114, S143, S182",
                at: Self.open)
        case .requestReview:
            .init(
                "Request a review", "Have the answer looked at again for a customer who is not content 复核.", rules: "S040, S075",
                at: [.customerTold, .archived], leadsTo: .accepted)
        case .declareMajor:
            .init(
                "Declare major", "Say, after verifying, that the complaint is a major one 重大投诉.", rules: "S056, S134", at: Self.open)
        case .revokeMajor: .init("Revoke major", "Say that the complaint is not a major one after all.", rules: "S134", at: Self.open)
        case .filePlan:
            .init("File a plan", "File the plan of a major complaint's handling 预处理方案 or 处理方案.", rules: "S056", at: Self.open)
        case .fileScript:
            .init("File the script", "File the emergency answer script of a major complaint 应急口径.", rules: "S056", at: Self.open)
        case .declareMalicious:
            .init(
                "Declare malicious", "Say, after the finding, that the complaint is malicious or false, and what follows.", rules: "S088",
                at: [.accepted, .held, .answered, .answerApproved, .customerTold])
        case .revokeMalicious:
            .init("Revoke malicious", "Take the finding back that the complaint is malicious or false.", rules: "S088", at: Self.always)
        case .merge:
            .init(
                "Merge", "Merge the complaint into another of the same cause.", rules: "S141", at: [.dispatched, .accepted],
                leadsTo: .merged)
        case .unmerge:
            .init("Unmerge", "Separate the complaint from the one it was merged into.", at: [.merged], leadsTo: .dispatched, .accepted)
        case .recordFollowUp:
            .init(
                "Record the follow-up", "Record what the customer said afterwards 回访.", rules: "S109, S110",
                at: [.customerTold, .archived])
        case .recordAppealStep:
            .init(
                "Record an appeal's step", "Record what the appeal body or the mediation did.", rules: "Order 35 art. 14; S012, S183",
                at: Self.always)
        }
    }
}

extension WorkOrderCommand {
    public static func read(_ name: Name, from fields: inout some CommandFields) throws(Fault) -> WorkOrderCommand {
        switch name {
        case .accept: .accept
        case .transfer: .transfer(to: try fields.unit("to", "The unit it goes to.", "network-operations"), reason: try whyThere(&fields))
        case .hold: try hold(&fields)
        case .resume: .resume
        case .findLiability: try findLiability(&fields)
        case .answer: try answer(&fields)
        case .approveAnswer: .approveAnswer
        case .returnAnswer: .returnAnswer(reason: try fields.reason("reason", "What is wrong with the answer.", "未说明扣费原因"))
        case .tellCustomer: try tellCustomer(&fields)
        case .archive: .archive
        case .coordinate: try coordinate(&fields)
        case .contribute: try contribute(&fields)
        case .recordEvidence: try recordEvidence(&fields)
        case .recordMeeting: try recordMeeting(&fields)
        case .redistribute:
            .redistribute(to: try fields.desk("to", "The desk it goes to.", "escalations"), reason: try fields.reason("本组已满"))
        case .reportLoad: try reportLoad(&fields)
        case .supervise: try supervise(&fields)
        case .requestReview: .requestReview(reason: try fields.reason("未退二月费用"))
        case .declareMajor: try declareMajor(&fields)
        case .revokeMajor: .revokeMajor(reason: try fields.reason("核实不属实"))
        case .filePlan: try filePlan(&fields)
        case .fileScript: try fileScript(&fields)
        case .declareMalicious: try declareMalicious(&fields)
        case .revokeMalicious: .revokeMalicious(reason: try fields.reason("证据有误"))
        case .merge:
            .merge(
                into: try fields.complaint("into", "The complaint it is merged into.", "C20260303003000201"),
                reason: try fields.reason("同一基站故障")
            )
        case .unmerge: .unmerge(reason: try fields.reason("原因不同"))
        case .recordFollowUp: try recordFollowUp(&fields)
        case .recordAppealStep: try recordAppealStep(&fields)
        }
    }

    private static func whyThere(_ fields: inout some CommandFields) throws(Fault) -> Reason {
        try fields.reason("reason", "Why it goes there.", "基站故障,非资费问题")
    }

    private static func hold(_ fields: inout some CommandFields) throws(Fault) -> Self {
        .hold(
            reason: try fields.code("reason", "Why the work order is on hold, a code of the policy.", "waiting-for-customer"),
            evidence: try fields.optionalReference("evidence", "The number of what shows that work has to rest.", "REC-20260302-118"))
    }

    private static func findLiability(_ fields: inout some CommandFields) throws(Fault) -> Self {
        .findLiability(
            try fields.word("liability", "Whose fault it was: 企业有瑕疵, 责任不清 or 企业无责.", Liability.operatorAtFault),
            ground: try fields.optionalCode(
                "ground", "The reason of a refund, a code of the compensation policy.", "wrong-charge", .findingGround),
            amount: try fields.optionalAmount("amount", "The amount the ground is calculated from.", "5000"),
            quantity: try fields.optionalNumber("quantity", in: 0...100_000, "Days or hours the ground is calculated from.", "3"),
            partner: try fields.optionalCode("partner", "The partner whose service it is (S169).", "P-0042"),
            particulars: Particulars(
                cause: try fields.optionalCode("cause", "Which matter it is, where the complaint has several.", "bill-2026-09"),
                figures: try fields.figures(
                    "figures", "Further figures of the ground, by the policy's names; sums are in minor units.", "monthly-average=12000"),
                circumstances: try fields.codes("circumstances", "What was so, by the policy's words.", "rural")))
    }

    /// The result, then the reasons and the measures where they are given: one text for the customer, and what it contains.
    private static func answer(_ fields: inout some CommandFields) throws(Fault) -> Self {
        let field = CommandField("answer", "The result, in words for the customer.", "经核查属系统重复计费,已退费50元。")
        let reasons = CommandField("reasons", "Why it is so (S039, S197 5.4).", "系统重复计费", isRequired: false)
        let measures = CommandField("measures", "What was and will be done (S073).", "已退费并修复系统", isRequired: false)
        let given: [(AnswerPart, String?)] = [
            (.result, try fields.required(field, .long)), (.reasons, try fields.text(reasons, .long)),
            (.measures, try fields.text(measures, .long)),
        ]
        let text = given.compactMap(\.1).joined(separator: "\n\n")
        return .answer(try fields.seal(text, of: field, for: .answer), parts: given.filter { $0.1 != nil }.map(\.0))
    }

    private static func tellCustomer(_ fields: inout some CommandFields) throws(Fault) -> Self {
        .tellCustomer(
            satisfied: try fields.optionalFlag("satisfied", "Whether the customer is content; left out until asked (S109)."),
            medium: try fields.optionalCode("medium", "How the customer was told (S108).", "letter"),
            reference: try fields.optionalReference("reference", "The number of a written answer.", "L-2026-0311"))
    }

    private static func coordinate(_ fields: inout some CommandFields) throws(Fault) -> Self {
        .coordinate(
            with: try fields.unit("to", "The unit that is asked.", "network-operations"),
            province: try fields.optionalProvince("The province, where a unit of another province is asked."),
            request: try fields.reason("request", "What is asked of it.", "3月1日用户所在小区是否有故障"))
    }

    private static func contribute(_ fields: inout some CommandFields) throws(Fault) -> Self {
        .contribute(
            try fields.unit("unit", "The unit that was asked.", "network-operations"),
            province: try fields.optionalProvince("The province, where a unit of another province was asked."),
            try fields.note("contribution", "What it found or did.", "当日无故障记录"))
    }

    private static func recordEvidence(_ fields: inout some CommandFields) throws(Fault) -> Self {
        .recordEvidence(
            kind: try fields.code("kind", "A kind of evidence of the policy.", "customer-contact"),
            reference: try fields.reference("reference", "The document's number.", "REC-20260302-118"),
            note: try fields.optionalNote("note", "What it shows.", "用户确认扣费时间"))
    }

    private static func recordMeeting(_ fields: inout some CommandFields) throws(Fault) -> Self {
        .recordMeeting(
            minutes: try fields.reference("minutes", "The number of the minutes.", "MIN-2026-017"),
            conclusion: try fields.note("conclusion", "What was concluded.", "全额退费"),
            plan: try fields.note("plan", "How it is carried out.", "市场部三日内退费"))
    }

    private static func reportLoad(_ fields: inout some CommandFields) throws(Fault) -> Self {
        .reportLoad(
            try fields.desk("desk", "The desk that has it.", "general"),
            try fields.number("load", in: 0...100_000, "How many open work orders the desk has.", "60"))
    }

    private static func supervise(_ fields: inout some CommandFields) throws(Fault) -> Self {
        .supervise(
            by: try fields.unit("unit", "The unit that supervises.", "provincial-customer-service"),
            reason: try fields.reason("省内重复投诉"),
            instruction: try fields.optionalReason("instruction", "What is to be put right.", "今日内联系用户"))
    }

    private static func declareMajor(_ fields: inout some CommandFields) throws(Fault) -> Self {
        .declareMajor(
            try fields.word("ground", "Why it is major: a group complaint, or public opinion.", MajorGround.groupComplaint),
            evidence: try fields.code("evidence", "On what finding: a reference, no personal data.", "RISK-20260302-07", .remark),
            alert: try fields.optionalCode(
                "alert", "The id of the alert of major risk it follows.", "risk/group/CN-JS/2026-03-02", .alert))
    }

    private static func filePlan(_ fields: inout some CommandFields) throws(Fault) -> Self {
        .filePlan(
            try fields.word("kind", "Before handling, or of it.", PlanKind.preHandling),
            reference: try fields.reference("reference", "The plan's number.", "PLAN-2026-017"),
            try fields.note("plan", "The plan.", "先恢复服务,再核实原因"))
    }

    private static func fileScript(_ fields: inout some CommandFields) throws(Fault) -> Self {
        .fileScript(
            reference: try fields.reference("reference", "The script's number.", "SCRIPT-2026-017"),
            try fields.note("script", "What the front line answers.", "正在抢修,预计今日恢复"))
    }

    private static func declareMalicious(_ fields: inout some CommandFields) throws(Fault) -> Self {
        .declareMalicious(
            try fields.word("kind", "Malicious or false.", MaliciousKind.malicious),
            finding: try fields.reason("finding", "What was found, without personal data.", "同一诉求已两次解决"),
            evidence: try fields.reference("evidence", "The number of evidence on file.", "REC-20260302-118"),
            measure: try fields.code("measure", "A measure of the policy.", "explain"))
    }

    private static func recordFollowUp(_ fields: inout some CommandFields) throws(Fault) -> Self {
        .recordFollowUp(
            FollowUpResult(
                reached: try fields.flag("reached", "Whether the customer was reached."),
                satisfaction: try fields.optionalNumber(
                    "satisfaction", in: 1...5, "From 1, very dissatisfied, to 5, very satisfied.", "4"),
                resolved: try fields.optionalFlag("resolved", "Whether the customer says it is settled."),
                otherProblems: try fields.optionalNote("otherProblems", "What else troubles the customer.", "宽带偶尔掉线"),
                wantsReview: try fields.optionalFlag("wantsReview", "Whether the customer asks for a second look (S040, S075).")))
    }

    /// What the body did; a reason is for a refusal only.
    private static func recordAppealStep(_ fields: inout some CommandFields) throws(Fault) -> Self {
        let step = try fields.word("step", "What was done.", AppealStep.refused)
        let reason = try fields.optionalWord(
            "reason", "Why the body refused, where it did and the desk was told (Order 35 art. 10, 11).", AppealPoint.inTime)
        guard reason == nil || step == .refused else {
            throw Fault(field: fields.place(of: "reason"), problem: "is for a refusal", expected: "the step refused, or no reason")
        }
        return .recordAppealStep(
            step, at: try fields.time("at", "When the body did it. RFC 3339 with offset.", "2026-03-02T01:00:00Z"),
            document: try fields.optionalReference("document", "The number of its document.", "SH-2026-0311"), reason: reason)
    }
}
