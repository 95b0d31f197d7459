/// Which complaints of a line are of the same matter as another, and which of them the customer has an answer to.
extension LineState {
    /// The latest open complaint of the same matter, of whatever level, that was answered before a new one was received: who complains then is not
    /// content with the result (S057, S059).
    func answeredComplaint(sameMatterAs category: Category?, at receivedAt: Instant, scope: UrgeScope) -> Int? {
        complaints.lastIndex { $0.isAnswered(to: receivedAt) && $0.isSameMatter(as: category, scope: scope) }
    }

    /// Whether a complaint of the same matter was closed with a result, at most `window` before another was received: that one's customer is asked
    /// why they are not content; who complains of something else, or has taken the complaint back, is not (S059).
    func hasResult(ofSameMatterAs category: Category?, at receivedAt: Instant, within window: Duration, scope: UrgeScope) -> Bool {
        complaints.contains { complaint in
            switch complaint.standing {
            case .archived(let time), .settled(let time):
                complaint.receivedAt <= receivedAt && receivedAt <= time.adding(window)
                    && complaint.isSameMatter(as: category, scope: scope)
            case .awaitingInformation, .open, .withdrawn: false
            }
        }
    }
}

extension FiledComplaint {
    /// Whether it is about what a submission is about; one that does not say is taken to be.
    func isSameMatter(as category: Category?, scope: UrgeScope) -> Bool {
        scope.isSameMatter(category, self.category)
    }

    /// Whether a customer who complained then had heard the result already, and nobody was looking into it again.
    func isAnswered(to receivedAt: Instant) -> Bool {
        guard case .open = standing, let answer, answer.isFinal else { return false }
        return receivedAt >= answer.latestAt
    }
}
