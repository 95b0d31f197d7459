/// Why nothing is owed, as a code that the templates have words for in each language (S108, S198).
public enum DenialReason: String, Codable, Sendable, CaseIterable {
    case notAtFault = "not-at-fault"
    /// Nobody can say whose fault it was, and the policy gives nothing then.
    case unclear
    /// The ground gives nothing in the circumstances that were found, such as a fault of the customer's own terminal.
    case excluded
    /// The ground is given beyond a limit, or within one, which the finding does not meet.
    case limitNotMet = "limit-not-met"
    /// The finding's figures come to nothing.
    case nothingOwed = "nothing-owed"
    /// Refunded or credited elsewhere already.
    case alreadyHad = "already-had"
    /// Claimed before, on this complaint or the one it repeats.
    case alreadyClaimed = "already-claimed"
    /// The finding itself cannot be calculated from: the desk has to mend it, and no customer hears of it.
    case findingUnusable = "finding-unusable"

    /// Whether what it means depends on the ground, so that the words are the ground's.
    var isOfGround: Bool { self == .excluded || self == .limitNotMet }

    /// The code under which the templates have its words, such as `limit-not-met/late-repair`.
    public func word(of ground: String?) -> String {
        guard isOfGround, let ground else { return rawValue }
        return rawValue + "/" + ground
    }
}
