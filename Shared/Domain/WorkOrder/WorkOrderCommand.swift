/// What a handler's desk may ask of a work order. Each names the complaint and who asks.
public enum WorkOrderCommand: Hashable, Codable, Sendable {
    case accept
    case transfer(to: Unit, reason: String)
    /// - Parameter evidence: the number of what shows that work has to rest.
    case hold(reason: String, evidence: String? = nil)
    case resume
    /// - Parameters:
    ///   - partner: the partner whose service it is (S169).
    ///   - particulars: which matter it is, and what else the ground is calculated from.
    case findLiability(
        Liability, ground: String?, amount: Money?, quantity: Int?, partner: String? = nil, particulars: Particulars? = nil)
    /// - Parameter parts: what the text contains; `nil` is the result alone.
    case answer(Sealed, parts: [AnswerPart]? = nil)
    case approveAnswer
    case returnAnswer(reason: String)
    /// - Parameters:
    ///   - medium: how the customer was told, such as `letter`.
    ///   - reference: the number of a written answer.
    case tellCustomer(satisfied: Bool?, medium: String? = nil, reference: String? = nil)
    case archive
    /// Asks another unit, or that of another province, to contribute (S098, S150).
    case coordinate(with: Unit, province: Province?, request: String)
    case contribute(Unit, province: Province?, Sealed)
    case recordEvidence(kind: String, reference: String, note: Sealed?)
    case recordMeeting(minutes: String, conclusion: Sealed, plan: Sealed)
    case redistribute(to: Desk, reason: String)
    /// A desk says how many work orders it has, because it has too many.
    case reportLoad(Desk, Int)
    case supervise(by: Unit, reason: String, instruction: String?)
    case requestReview(reason: String)
    case declareMajor(MajorGround, evidence: String, alert: String?)
    case revokeMajor(reason: String)
    case filePlan(PlanKind, reference: String, Sealed)
    case fileScript(reference: String, Sealed)
    case declareMalicious(MaliciousKind, finding: String, evidence: String, measure: String)
    case revokeMalicious(reason: String)
    case merge(into: ComplaintNumber, reason: String)
    case unmerge(reason: String)
    case recordFollowUp(FollowUpResult)
    case recordAppealStep(AppealStep, at: Instant, document: String?, reason: AppealPoint? = nil)
}
