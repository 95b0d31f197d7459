internal import Domain

extension CommandReader {
    /// Commands beside the plain course: coordination, evidence, supervision, review, major, malicious and merged complaints, follow-up.
    static func handlingCommand(
        _ type: WorkOrderCommandType, _ fields: CommandFields, _ personalData: some PersonalDataGuard
    ) throws(Fault) -> WorkOrderCommand {
        switch type {
        case .coordinate:
            .coordinate(
                with: Domain.Unit(try fields.code("to")), province: try fields.province(),
                request: try fields.freeText("request", personalData))
        case .contribute:
            .contribute(
                Domain.Unit(try fields.code("unit")), province: try fields.province(), try fields.note("contribution", personalData))
        case .recordEvidence:
            .recordEvidence(
                kind: try fields.code("kind"), reference: try fields.reference("reference"),
                note: try fields.optionalNote("note", personalData))
        case .recordMeeting:
            .recordMeeting(
                minutes: try fields.reference("minutes"), conclusion: try fields.note("conclusion", personalData),
                plan: try fields.note("plan", personalData))
        case .redistribute: .redistribute(to: Desk(try fields.code("to")), reason: try fields.freeText("reason", personalData))
        case .reportLoad: .reportLoad(Desk(try fields.code("desk")), try fields.number("load", in: 0...100_000))
        case .supervise:
            .supervise(
                by: Domain.Unit(try fields.code("unit")), reason: try fields.freeText("reason", personalData),
                instruction: try fields.optionalFreeText("instruction", personalData))
        case .requestReview: .requestReview(reason: try fields.freeText("reason", personalData))
        case .merge: .merge(into: ComplaintNumber(try fields.code("into")), reason: try fields.freeText("reason", personalData))
        case .unmerge: .unmerge(reason: try fields.freeText("reason", personalData))
        case .recordFollowUp:
            .recordFollowUp(
                FollowUpResult(
                    reached: try fields.flag("reached"), satisfaction: try fields.quantity("satisfaction", in: 1...5),
                    resolved: try fields.json.boolean("resolved"),
                    otherProblems: try fields.optionalNote("otherProblems", personalData)))
        case .recordAppealStep: try appealStep(fields)
        default: try majorOrMaliciousCommand(type, fields, personalData)
        }
    }

    /// What the body did; a reason is for a refusal only.
    private static func appealStep(_ fields: CommandFields) throws(Fault) -> WorkOrderCommand {
        let step = try fields.word("step", AppealStep.self)
        let reason = try fields.optionalWord("reason", AppealPoint.self)
        guard reason == nil || step == .refused else {
            throw Fault(field: fields.json.path("reason"), problem: "is for a refusal", expected: "the step refused, or no reason")
        }
        return .recordAppealStep(
            step, at: try fields.time("at"), document: try fields.optionalReference("document"), reason: reason)
    }

    /// Commands about major, malicious and false complaints; of the plain course none is left.
    private static func majorOrMaliciousCommand(
        _ type: WorkOrderCommandType, _ fields: CommandFields, _ personalData: some PersonalDataGuard
    ) throws(Fault) -> WorkOrderCommand {
        switch type {
        case .declareMajor:
            .declareMajor(
                try fields.word("ground", MajorGround.self), evidence: try fields.text("evidence"),
                alert: try fields.optionalText("alert", TextRule(maximum: 200)))
        case .revokeMajor: .revokeMajor(reason: try fields.freeText("reason", personalData))
        case .filePlan:
            .filePlan(
                try fields.word("kind", PlanKind.self), reference: try fields.reference("reference"),
                try fields.note("plan", personalData))
        case .fileScript:
            .fileScript(reference: try fields.reference("reference"), try fields.note("script", personalData))
        case .declareMalicious:
            .declareMalicious(
                try fields.word("kind", MaliciousKind.self), finding: try fields.freeText("finding", personalData),
                evidence: try fields.reference("evidence"), measure: try fields.code("measure"))
        case .revokeMalicious: .revokeMalicious(reason: try fields.freeText("reason", personalData))
        default: throw Fault(field: "type", problem: "is not known", expected: "a command on a work order")
        }
    }
}

extension CommandFields {
    fileprivate func province() throws(Fault) -> Province? { try optionalCode("province").map { Province($0) } }
}
