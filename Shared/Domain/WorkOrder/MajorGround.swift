/// Why a complaint is a major one (S131–S133).
public enum MajorGround: String, DocumentWord, Sendable, CaseIterable {
    /// 群体投诉: many complain of the same (S132, S133).
    case groupComplaint = "group-complaint"
    /// 较大舆情: the media or the public speak of it.
    case publicOpinion = "public-opinion"
}
