public import Domain
public import Foundation

extension WorkOrderEvent: WireEvent {
    private enum WireType: String, CaseIterable {
        case dispatched = "redress.work-order.dispatched.v1"
        case accepted = "redress.work-order.accepted.v1"
        case transferred = "redress.work-order.transferred.v1"
        case held = "redress.work-order.held.v1"
        case resumed = "redress.work-order.resumed.v1"
        case liabilityFound = "redress.work-order.liability-found.v1"
        case answered = "redress.work-order.answered.v1"
        case answerApproved = "redress.work-order.answer-approved.v1"
        case answerReturned = "redress.work-order.answer-returned.v1"
        case customerTold = "redress.work-order.customer-told.v1"
        case urged = "redress.work-order.urged.v1"
        case escalated = "redress.work-order.escalated.v1"
        case archived = "redress.work-order.archived.v1"
        case coordinationRequested = "redress.work-order.coordination-requested.v1"
        case contributed = "redress.work-order.contributed.v1"
        case evidenceRecorded = "redress.work-order.evidence-recorded.v1"
        case meetingRecorded = "redress.work-order.meeting-recorded.v1"
        case redistributed = "redress.work-order.redistributed.v1"
        case supervised = "redress.work-order.supervised.v1"
        case reviewRequested = "redress.work-order.review-requested.v1"
        case majorDeclared = "redress.work-order.major-declared.v1"
        case majorRevoked = "redress.work-order.major-revoked.v1"
        case reported = "redress.work-order.reported.v1"
        case planFiled = "redress.work-order.plan-filed.v1"
        case scriptFiled = "redress.work-order.script-filed.v1"
        case maliciousDeclared = "redress.work-order.malicious-declared.v1"
        case maliciousRevoked = "redress.work-order.malicious-revoked.v1"
        case merged = "redress.work-order.merged.v1"
        case unmerged = "redress.work-order.unmerged.v1"
        case memberAdded = "redress.work-order.member-added.v1"
        case memberRemoved = "redress.work-order.member-removed.v1"
        case entrusted = "redress.work-order.entrusted.v1"
        case followedUp = "redress.work-order.followed-up.v1"
        case appealStepRecorded = "redress.work-order.appeal-step-recorded.v1"
        case commandRejected = "redress.work-order.command-rejected.v1"
        case commandWaiting = "redress.work-order.command-waiting.v1"
    }

    public static var topic: Topic { .workOrders }

    public static let wireTypes = WireType.allCases.map(\.rawValue)

    /// What one merged complaint sends the other goes to dispatch itself.
    public var destination: Topic {
        if case .asked = self { return .workOrderCommands }
        return Self.topic
    }

    /// Several complaints may tell the same one something, each from a lane of its own.
    public var isSequenced: Bool {
        if case .asked = self { return false }
        return true
    }

    public var wireID: String? {
        guard case .asked(let message) = self else { return nil }
        return message.id
    }

    public var wireType: String {
        let type: WireType
        switch self {
        case .dispatched: type = .dispatched
        case .accepted: type = .accepted
        case .transferred: type = .transferred
        case .held: type = .held
        case .resumed: type = .resumed
        case .liabilityFound: type = .liabilityFound
        case .answered: type = .answered
        case .answerApproved: type = .answerApproved
        case .answerReturned: type = .answerReturned
        case .customerTold: type = .customerTold
        case .urged: type = .urged
        case .escalated: type = .escalated
        case .archived: type = .archived
        case .coordinationRequested: type = .coordinationRequested
        case .contributed: type = .contributed
        case .evidenceRecorded: type = .evidenceRecorded
        case .meetingRecorded: type = .meetingRecorded
        case .redistributed: type = .redistributed
        case .supervised: type = .supervised
        case .reviewRequested: type = .reviewRequested
        case .majorDeclared: type = .majorDeclared
        case .majorRevoked: type = .majorRevoked
        case .reported: type = .reported
        case .planFiled: type = .planFiled
        case .scriptFiled: type = .scriptFiled
        case .maliciousDeclared: type = .maliciousDeclared
        case .maliciousRevoked: type = .maliciousRevoked
        case .merged: type = .merged
        case .unmerged: type = .unmerged
        case .memberAdded: type = .memberAdded
        case .memberRemoved: type = .memberRemoved
        case .entrusted: type = .entrusted
        case .followedUp: type = .followedUp
        case .appealStepRecorded: type = .appealStepRecorded
        case .commandRejected: type = .commandRejected
        case .commandWaiting: type = .commandWaiting
        case .asked: return MergerReader.type
        }
        return type.rawValue
    }

    public var key: String {
        if case .commandRejected(let refusal) = self { refusal.key } else { complaint.rawValue }
    }

    public var answeredID: String? { if case .commandRejected(let refusal) = self { refusal.commandID } else { nil } }
    public func isAnswerAlone(sequence: Int64?) -> Bool {
        if case .commandRejected = self { sequence == nil } else { false }
    }

    public func encodeData(with coder: WireCoder) throws(Fault) -> Data {
        switch self {
        case .dispatched(let payload): try coder.encode(payload)
        case .accepted(let payload): try coder.encode(payload)
        case .transferred(let payload): try coder.encode(payload)
        case .held(let payload): try coder.encode(payload)
        case .resumed(let payload): try coder.encode(payload)
        case .liabilityFound(let payload): try coder.encode(payload)
        case .answered(let payload): try coder.encode(payload)
        case .answerApproved(let payload): try coder.encode(payload)
        case .answerReturned(let payload): try coder.encode(payload)
        case .customerTold(let payload): try coder.encode(payload)
        case .urged(let payload): try coder.encode(payload)
        case .escalated(let payload): try coder.encode(payload)
        case .archived(let payload): try coder.encode(payload)
        case .coordinationRequested(let payload): try coder.encode(payload)
        case .contributed(let payload): try coder.encode(payload)
        case .evidenceRecorded(let payload): try coder.encode(payload)
        case .meetingRecorded(let payload): try coder.encode(payload)
        case .redistributed(let payload): try coder.encode(payload)
        case .supervised(let payload): try coder.encode(payload)
        case .reviewRequested(let payload): try coder.encode(payload)
        case .majorDeclared(let payload): try coder.encode(payload)
        case .majorRevoked(let payload): try coder.encode(payload)
        case .reported(let payload): try coder.encode(payload)
        case .planFiled(let payload): try coder.encode(payload)
        case .scriptFiled(let payload): try coder.encode(payload)
        case .maliciousDeclared(let payload): try coder.encode(payload)
        case .maliciousRevoked(let payload): try coder.encode(payload)
        case .merged(let payload): try coder.encode(payload)
        case .unmerged(let payload): try coder.encode(payload)
        case .memberAdded(let payload): try coder.encode(payload)
        case .memberRemoved(let payload): try coder.encode(payload)
        case .entrusted(let payload): try coder.encode(payload)
        case .followedUp(let payload): try coder.encode(payload)
        case .appealStepRecorded(let payload): try coder.encode(payload)
        case .commandRejected(let payload): try coder.encode(payload)
        case .commandWaiting(let payload): try coder.encode(payload)
        case .asked(let payload): try coder.encode(payload)
        }
    }

    public static func decode(type: String, data: Data, with coder: WireCoder) throws(Fault) -> WorkOrderEvent? {
        switch WireType(rawValue: type) {
        case .dispatched: .dispatched(try coder.decode(WorkOrderDispatched.self, from: data))
        case .accepted: .accepted(try coder.decode(WorkOrderAccepted.self, from: data))
        case .transferred: .transferred(try coder.decode(WorkOrderTransferred.self, from: data))
        case .held: .held(try coder.decode(WorkOrderHeld.self, from: data))
        case .resumed: .resumed(try coder.decode(WorkOrderResumed.self, from: data))
        case .liabilityFound: .liabilityFound(try coder.decode(WorkOrderLiabilityFound.self, from: data))
        case .answered: .answered(try coder.decode(WorkOrderAnswered.self, from: data))
        case .answerApproved: .answerApproved(try coder.decode(WorkOrderAnswerApproved.self, from: data))
        case .answerReturned: .answerReturned(try coder.decode(WorkOrderAnswerReturned.self, from: data))
        case .customerTold: .customerTold(try coder.decode(WorkOrderCustomerTold.self, from: data))
        case .urged: .urged(try coder.decode(WorkOrderUrged.self, from: data))
        case .escalated: .escalated(try coder.decode(WorkOrderEscalated.self, from: data))
        case .archived: .archived(try coder.decode(WorkOrderArchived.self, from: data))
        case .coordinationRequested: .coordinationRequested(try coder.decode(WorkOrderCoordinationRequested.self, from: data))
        case .contributed: .contributed(try coder.decode(WorkOrderContributed.self, from: data))
        case .evidenceRecorded: .evidenceRecorded(try coder.decode(WorkOrderEvidenceRecorded.self, from: data))
        case .meetingRecorded: .meetingRecorded(try coder.decode(WorkOrderMeetingRecorded.self, from: data))
        case .redistributed: .redistributed(try coder.decode(WorkOrderRedistributed.self, from: data))
        case .supervised: .supervised(try coder.decode(WorkOrderSupervised.self, from: data))
        case .reviewRequested: .reviewRequested(try coder.decode(WorkOrderReviewRequested.self, from: data))
        case .majorDeclared: .majorDeclared(try coder.decode(WorkOrderMajorDeclared.self, from: data))
        case .majorRevoked: .majorRevoked(try coder.decode(WorkOrderMajorRevoked.self, from: data))
        case .reported: .reported(try coder.decode(WorkOrderReported.self, from: data))
        case .planFiled: .planFiled(try coder.decode(WorkOrderPlanFiled.self, from: data))
        case .scriptFiled: .scriptFiled(try coder.decode(WorkOrderScriptFiled.self, from: data))
        case .maliciousDeclared: .maliciousDeclared(try coder.decode(WorkOrderMaliciousDeclared.self, from: data))
        case .maliciousRevoked: .maliciousRevoked(try coder.decode(WorkOrderMaliciousRevoked.self, from: data))
        case .merged: .merged(try coder.decode(WorkOrderMerged.self, from: data))
        case .unmerged: .unmerged(try coder.decode(WorkOrderUnmerged.self, from: data))
        case .memberAdded: .memberAdded(try coder.decode(WorkOrderMemberAdded.self, from: data))
        case .memberRemoved: .memberRemoved(try coder.decode(WorkOrderMemberRemoved.self, from: data))
        case .entrusted: .entrusted(try coder.decode(WorkOrderEntrusted.self, from: data))
        case .followedUp: .followedUp(try coder.decode(WorkOrderFollowedUp.self, from: data))
        case .appealStepRecorded: .appealStepRecorded(try coder.decode(WorkOrderAppealStepRecorded.self, from: data))
        case .commandRejected: .commandRejected(try coder.decode(CommandRejected.self, from: data))
        case .commandWaiting: .commandWaiting(try coder.decode(WorkOrderCommandWaiting.self, from: data))
        case nil: nil
        }
    }
}
