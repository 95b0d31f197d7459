/// A submission that was taken for an urge, kept for a while: word may still come that the complaint had been archived before (S058, S130).
///
/// The work orders' topic has no order with intake's. Without a second look, a customer who complains again a second after archiving would
/// have urged a closed ticket and be heard by nobody.
public struct UrgeDoubt: Codable, Sendable, Equatable {
    public let submission: Submission
    /// When it was taken for an urge.
    public let at: Instant
    /// The event it came by; `nil` where a release wrote it that kept none.
    public var origin: EventOrigin? = nil
}

extension FiledComplaint {
    /// How many urging submissions a complaint keeps, the latest.
    static let doubtLimit = 4
    /// How many exposures a complaint keeps, the latest.
    static let exposureLimit = 8

    mutating func doubt(_ submission: Submission, from origin: EventOrigin?, at time: Instant) {
        doubts = (doubts ?? []).suffix(Self.doubtLimit - 1) + [UrgeDoubt(submission: submission, at: time, origin: origin)]
    }
}

extension IntakeTransition {
    /// Takes the second look: what came after an archiving that was not known yet is a complaint of its own after all.
    mutating func settleDoubts() -> [ComplaintEvent] {
        var events: [ComplaintEvent] = []
        for index in file.complaints.indices {
            guard let doubts = file.complaints[index].doubts else { continue }
            if case .archived(let time) = file.complaints[index].standing {
                file.complaints[index].doubts = nil
                if let late = doubts.first(where: { $0.at >= time }) { events += reopen(late) }
            } else {
                let since = now.adding(.zero - policy.archiveNewsDelay.value.duration)
                let left = file.complaints[index].isOpen ? doubts.filter { $0.at > since } : []
                file.complaints[index].doubts = left.isEmpty ? nil : left
            }
        }
        return events
    }

    /// When the next doubt has lasted long enough; `nil` for no doubt.
    var doubtsDue: Instant? {
        file.complaints.compactMap { $0.doubts?.first?.at }.min()?.adding(policy.archiveNewsDelay.value.duration)
    }

    private mutating func reopen(_ doubt: UrgeDoubt) -> [ComplaintEvent] {
        let submission = doubt.submission
        guard let channel = context.policy.rule(of: submission.channel) else { return [] }
        let same = file.openComplaint(sameMatterAs: submission.category, level: channel.level.value, scope: policy.urgeScope.value)
        return same == nil ? open(submission, on: channel, from: doubt.origin) : []
    }
}
