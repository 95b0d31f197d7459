/// What sets a customer of the year apart; the year has every kind.
enum YearHabit: String, CaseIterable {
    case plain
    case settledOnSpot = "settled on the spot"
    case urges
    case urgesByComplaining = "urges by complaining again"
    case withdraws
    case incomplete
    case neverCompletes = "never completes"
    case exposedAtOnce = "exposed at once"
    case exposedLater = "exposed later"
    case repeatsSoon = "repeats within 30 days"
    case repeatsLate = "repeats after 30 days"
    case escalates
    case appeals
    case appealIsRefused = "appeal that is refused"
    case appealsFirst = "appeals before complaining"
    case appealsTwice = "appeals twice"
    case wantsReview = "wants a review"
    case unreachable
    case hardToReach = "not reached for the follow-up"
    case unsettled = "says it is not settled"
    case malicious
    case merged
    case declaredMajor = "declared major"
    case goodwill
    case paidByMistake = "paid by mistake"
    case coordinated
    case givesFeedback = "gives feedback"
    case abroad = "from another province"
    /// One of several of the same day, province and class of problem.
    case grouped = "one of a group"

    /// The kinds given out in turn; groups are planned apart.
    static let inTurn = allCases.filter { $0 != .plain && $0 != .grouped }
}
