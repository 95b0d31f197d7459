/// What a registered complaint says of the appeal it came by.
public struct AppealRecord: Hashable, Codable, Sendable {
    public let body: AppealBody
    /// The number the body gave it.
    public let caseNumber: String?
    public let appealedOn: CivilDate
    /// When the body accepted it, where it has.
    public let acceptedOn: CivilDate?
    /// The complaint to the operator that it is about, where the line's file has one.
    public let complaint: ComplaintNumber?
    /// The operator's own reading; `nil` for a body that Order 35 does not speak of.
    public let assessment: AppealAssessment?
    public let statement: AppealStatement?
}
