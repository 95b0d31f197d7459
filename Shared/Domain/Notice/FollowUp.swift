/// The asking afterwards whether it is really settled, while it is not done (S109, S199).
struct FollowUp: Hashable, Sendable {
    /// How often somebody was asked to call the customer.
    var asked: Int
    /// When the next is due: the first call, another, or, after the last, the question in writing.
    var due: Instant

    var stored: String { String(asked) + " " + NoticeShorthand.text(due) }

    init(asked: Int, due: Instant) {
        self.asked = asked
        self.due = due
    }

    init(stored text: String) throws(Fault) {
        let parts = text.split(separator: " ")
        guard parts.count == 2, let asked = Int(digits: parts[0]) else { throw Fault.meaningless }
        self.asked = asked
        due = try NoticeShorthand.instant(parts[1])
    }
}
