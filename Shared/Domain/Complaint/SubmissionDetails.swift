/// What few submissions bring.
public struct SubmissionDetails: Hashable, Codable, Sendable {
    /// The duties of intake that were done with the submission (S051–S055).
    public internal(set) var duties: [DutyDone]?
    /// Where the media or the internet have shown the matter (S135).
    public internal(set) var exposure: Exposure?
    /// The staff member who took the complaint down and keeps its register (S066, S103).
    public internal(set) var takenBy: ActorID?
    /// The province the line belongs to, where that is not the one the complaint is about (S150).
    public internal(set) var homeProvince: Province?
    /// The customer filled in the content themselves (S053).
    public internal(set) var writtenByCustomer: Bool?

    public init(
        duties: [DutyDone]? = nil, exposure: Exposure? = nil, takenBy: ActorID? = nil, homeProvince: Province? = nil,
        writtenByCustomer: Bool? = nil
    ) {
        self.duties = duties
        self.exposure = exposure
        self.takenBy = takenBy
        self.homeProvince = homeProvince
        self.writtenByCustomer = writtenByCustomer
    }

    /// These with what later ones add. Who took it down and where stays the first contact's.
    func supplemented(by later: SubmissionDetails) -> SubmissionDetails {
        SubmissionDetails(
            duties: duties.map { first in first + (later.duties ?? []).filter { !first.contains($0) } } ?? later.duties,
            exposure: exposure ?? later.exposure, takenBy: takenBy ?? later.takenBy, homeProvince: homeProvince ?? later.homeProvince,
            writtenByCustomer: writtenByCustomer ?? later.writtenByCustomer)
    }
}
