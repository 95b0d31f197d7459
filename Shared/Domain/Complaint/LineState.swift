/// What intake remembers of one line: its open complaints, and the lately closed ones by which a repeat is known (S130).
public struct LineState: Codable, Sendable, Equatable {
    /// In the order of their numbers: the latest last.
    public internal(set) var complaints: [FiledComplaint]

    /// How many closed complaints a file keeps at most, so that a line that complains every hour keeps a small file.
    static let closedLimit = 16

    init(complaints: [FiledComplaint] = []) {
        self.complaints = complaints
    }

    /// Takes over which complaints the work orders say are archived, and when.
    mutating func note(archived: [ComplaintNumber: Instant]) {
        guard !archived.isEmpty else { return }
        for index in complaints.indices {
            guard let time = archived[complaints[index].number] else { continue }
            switch complaints[index].standing {
            case .awaitingInformation, .open, .withdrawn: complaints[index].close(as: .archived(at: time))
            case .archived, .settled: break
            }
        }
    }

    /// Drops the complaints closed before a time, and of the others all but the last `closedLimit`; open ones stay forever.
    mutating func prune(closedBefore time: Instant) {
        complaints.removeAll { complaint in complaint.closedAt.map { $0 < time } ?? false }
        var surplus = complaints.count { !$0.isOpen } - Self.closedLimit
        while surplus > 0, let oldest = complaints.firstIndex(where: { !$0.isOpen }) {
            complaints.remove(at: oldest)
            surplus -= 1
        }
    }

    func index(of number: ComplaintNumber) -> Int? {
        complaints.firstIndex { $0.number == number }
    }

    /// The latest open complaint that a new submission is about: in scope, and not of a lower level.
    ///
    /// Who goes to a higher level with a matter that is open below does not urge: it is an escalated complaint of its own (S050, S132).
    func openComplaint(sameMatterAs category: Category?, level: ChannelLevel, scope: UrgeScope) -> Int? {
        complaints.lastIndex { complaint in
            guard complaint.isOpen, complaint.level.rank >= level.rank else { return false }
            return switch scope {
            case .line: true
            case .category: category == nil || complaint.category == nil || complaint.category == category
            }
        }
    }

    /// The complaint that one received at a time repeats: archived before it, or at most `window` ago, the last moment included (S130).
    ///
    /// The window runs by the clock, to the millisecond. A complaint that was received before the other one repeats nothing.
    func complaint(repeatedBy receivedAt: Instant, within window: Duration, countingWithdrawn: Bool) -> ComplaintNumber? {
        complaints.last { complaint in
            if case .withdrawn = complaint.standing, !countingWithdrawn { return false }
            guard let closedAt = complaint.closedAt else { return false }
            return complaint.receivedAt <= receivedAt && receivedAt <= closedAt.adding(window)
        }?.number
    }
}
