/// How far a complaint has come, as a customer who asks is told (S089, S200). A complaint that is registered and no more has none.
public enum NoticeStage: String, DocumentWord, Sendable, CaseIterable {
    /// Somebody is at work on it.
    case accepted
    /// The work order is on hold, for the customer's answer or somebody else's.
    case held
    /// There is an answer, and a second person reviews it.
    case answered
    case told
    /// The customer was not content and it is looked at again (S040, S075).
    case reviewing
    case archived
    case withdrawn

    /// One letter that stands for it in stored files.
    var code: String {
        switch self {
        case .accepted: "a"
        case .held: "h"
        case .answered: "n"
        case .told: "t"
        case .reviewing: "r"
        case .archived: "z"
        case .withdrawn: "w"
        }
    }

    init(code: String) throws(Fault) {
        guard let stage = Self.allCases.first(where: { $0.code == code }) else { throw Fault.meaningless }
        self = stage
    }

    /// The stage a work order's event leads to; `nil` inside for one that is back at the beginning, outside for no change.
    static func after(_ event: WorkOrderEvent) -> NoticeStage?? {
        switch event {
        case .accepted, .resumed, .answerReturned: .some(.accepted)
        case .held: .some(.held)
        case .answered, .customerUntold: .some(.answered)
        case .customerTold: .some(.told)
        case .reviewRequested: .some(.reviewing)
        case .archived(let payload): .some(payload.outcome == .withdrawn ? .withdrawn : .archived)
        case .transferred: .some(nil)
        case .dispatched, .liabilityFound, .answerApproved, .urged, .escalated, .coordinationRequested, .contributed, .evidenceRecorded,
            .meetingRecorded, .redistributed, .supervised, .majorDeclared, .majorRevoked, .reported, .planFiled, .scriptFiled,
            .maliciousDeclared, .maliciousRevoked, .merged, .unmerged, .memberAdded, .memberRemoved, .entrusted, .followedUp,
            .appealStepRecorded, .dissatisfied, .commandRejected, .commandWaiting, .flagged, .asked:
            nil
        }
    }
}
