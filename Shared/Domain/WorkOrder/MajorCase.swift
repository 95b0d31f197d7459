/// What there is of a complaint while it is a major one (S056).
public struct MajorCase: Codable, Sendable, Equatable {
    /// `nil` where intake knew it from its channel or its exposure.
    public let ground: MajorGround?
    public let since: Instant
    /// To how many levels it was reported.
    public internal(set) var reported = 0
    /// The numbers of the papers filed.
    public internal(set) var preHandlingPlan: String?
    public internal(set) var handlingPlan: String?
    public internal(set) var script: String?

    init(ground: MajorGround?, since: Instant) {
        self.ground = ground
        self.since = since
    }

    func holds(_ paper: MajorPaper) -> Bool {
        switch paper {
        case .preHandlingPlan: preHandlingPlan != nil
        case .handlingPlan: handlingPlan != nil
        case .script: script != nil
        }
    }
}
