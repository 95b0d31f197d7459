/// Something that happened to a complaint and that a clock may care about.
public struct ClockFact: Hashable, Sendable {
    public let moment: ClockMoment
    public let at: Instant
    /// The reason of a hold; the priority of a dispatch.
    public let reason: String?

    init(_ moment: ClockMoment, at: Instant, reason: String? = nil) {
        self.moment = moment
        self.at = at
        self.reason = reason
    }
}

/// Written as one line of text, `held 2026-09-21T03:00:00Z waiting-for-customer`: a file holds many of them and is stored with every event.
extension ClockFact: LosslessStringConvertible, DocumentText {
    public var description: String {
        moment.rawValue + " " + at.description + (reason.map { " " + $0 } ?? "")
    }

    public init?(_ text: String) {
        let parts = text.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count >= 2, let moment = ClockMoment(rawValue: String(parts[0])), let at = Instant(stored: String(parts[1])) else {
            return nil
        }
        self.init(moment, at: at, reason: parts.count == 3 ? String(parts[2]) : nil)
    }
}

extension ClockFact {
    /// The moment that an event of the work order is; `nil` for one that no clock can care about.
    init?(_ event: WorkOrderEvent) {
        switch event {
        case .dispatched(let event): self.init(.dispatched, at: event.at, reason: String(event.priority))
        case .transferred(let event): self.init(.transferred, at: event.at)
        case .accepted(let event): self.init(.accepted, at: event.at)
        case .held(let event): self.init(.held, at: event.at, reason: event.reason)
        case .resumed(let event): self.init(.resumed, at: event.at)
        case .answered(let event): self.init(.answered, at: event.at)
        case .answerApproved(let event): self.init(.answerApproved, at: event.at)
        case .answerReturned(let event): self.init(.answerReturned, at: event.at)
        case .customerTold(let event): self.init(.customerTold, at: event.at)
        case .customerUntold(let event): self.init(.customerUntold, at: event.at)
        case .escalated(let event): self.init(.escalated, at: event.at)
        case .archived(let event): self.init(.archived, at: event.at)
        case .coordinationRequested(let event): self.init(.coordinationRequested, at: event.at)
        case .contributed(let event): self.init(.contributed, at: event.at)
        case .reviewRequested(let event): self.init(.reviewRequested, at: event.at)
        case .majorDeclared(let event): self.init(.majorDeclared, at: event.at)
        case .majorRevoked(let event): self.init(.majorRevoked, at: event.at)
        case .reported(let event): self.init(.reported, at: event.at)
        case .followedUp(let event):
            guard event.reached else { return nil }
            self.init(.followedUp, at: event.at)
        case .liabilityFound, .urged, .evidenceRecorded, .meetingRecorded, .redistributed, .supervised, .planFiled, .scriptFiled,
            .maliciousDeclared, .maliciousRevoked, .merged, .unmerged, .memberAdded, .memberRemoved, .entrusted, .dissatisfied,
            .appealStepRecorded,
            .commandRejected, .commandWaiting, .flagged, .asked:
            return nil
        }
    }
}

extension AppealStep {
    var moment: ClockMoment {
        switch self {
        case .accepted: .appealAccepted
        case .refused: .appealRefused
        case .forwarded: .appealForwarded
        case .mediationOpened: .mediationOpened
        case .mediationAgreed: .mediationAgreed
        case .mediationFailed: .mediationFailed
        case .closed: .appealClosed
        }
    }
}
