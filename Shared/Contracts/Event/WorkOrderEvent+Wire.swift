public import Domain

extension WorkOrderEvent: WireEvent {
    public enum WireType: String, CaseIterable, Sendable {
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
        case customerUntold = "redress.work-order.customer-untold.v1"
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
        case dissatisfied = "redress.work-order.dissatisfied.v1"
        case appealStepRecorded = "redress.work-order.appeal-step-recorded.v1"
        case flagged = "redress.work-order.flagged.v1"
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

    public var key: String {
        if case .commandRejected(let refusal) = self { refusal.key } else { complaint.rawValue }
    }

    public var answeredID: String? { if case .commandRejected(let refusal) = self { refusal.commandID } else { nil } }
    public func isAnswerAlone(sequence: Int64?) -> Bool {
        if case .commandRejected = self { sequence == nil } else { false }
    }

    public func give<Receiver: PayloadReceiver>(to receiver: Receiver) -> Receiver.Answer {
        switch self {
        case .dispatched(let payload): receiver.take(payload, as: WireType.dispatched.rawValue)
        case .accepted(let payload): receiver.take(payload, as: WireType.accepted.rawValue)
        case .transferred(let payload): receiver.take(payload, as: WireType.transferred.rawValue)
        case .held(let payload): receiver.take(payload, as: WireType.held.rawValue)
        case .resumed(let payload): receiver.take(payload, as: WireType.resumed.rawValue)
        case .liabilityFound(let payload): receiver.take(payload, as: WireType.liabilityFound.rawValue)
        case .answered(let payload): receiver.take(payload, as: WireType.answered.rawValue)
        case .answerApproved(let payload): receiver.take(payload, as: WireType.answerApproved.rawValue)
        case .answerReturned(let payload): receiver.take(payload, as: WireType.answerReturned.rawValue)
        case .customerTold(let payload): receiver.take(payload, as: WireType.customerTold.rawValue)
        case .customerUntold(let payload): receiver.take(payload, as: WireType.customerUntold.rawValue)
        case .urged(let payload): receiver.take(payload, as: WireType.urged.rawValue)
        case .escalated(let payload): receiver.take(payload, as: WireType.escalated.rawValue)
        case .archived(let payload): receiver.take(payload, as: WireType.archived.rawValue)
        case .coordinationRequested(let payload): receiver.take(payload, as: WireType.coordinationRequested.rawValue)
        case .contributed(let payload): receiver.take(payload, as: WireType.contributed.rawValue)
        case .evidenceRecorded(let payload): receiver.take(payload, as: WireType.evidenceRecorded.rawValue)
        case .meetingRecorded(let payload): receiver.take(payload, as: WireType.meetingRecorded.rawValue)
        case .redistributed(let payload): receiver.take(payload, as: WireType.redistributed.rawValue)
        case .supervised(let payload): receiver.take(payload, as: WireType.supervised.rawValue)
        case .reviewRequested(let payload): receiver.take(payload, as: WireType.reviewRequested.rawValue)
        case .majorDeclared(let payload): receiver.take(payload, as: WireType.majorDeclared.rawValue)
        case .majorRevoked(let payload): receiver.take(payload, as: WireType.majorRevoked.rawValue)
        case .reported(let payload): receiver.take(payload, as: WireType.reported.rawValue)
        case .planFiled(let payload): receiver.take(payload, as: WireType.planFiled.rawValue)
        case .scriptFiled(let payload): receiver.take(payload, as: WireType.scriptFiled.rawValue)
        case .maliciousDeclared(let payload): receiver.take(payload, as: WireType.maliciousDeclared.rawValue)
        case .maliciousRevoked(let payload): receiver.take(payload, as: WireType.maliciousRevoked.rawValue)
        case .merged(let payload): receiver.take(payload, as: WireType.merged.rawValue)
        case .unmerged(let payload): receiver.take(payload, as: WireType.unmerged.rawValue)
        case .memberAdded(let payload): receiver.take(payload, as: WireType.memberAdded.rawValue)
        case .memberRemoved(let payload): receiver.take(payload, as: WireType.memberRemoved.rawValue)
        case .entrusted(let payload): receiver.take(payload, as: WireType.entrusted.rawValue)
        case .followedUp(let payload): receiver.take(payload, as: WireType.followedUp.rawValue)
        case .dissatisfied(let payload): receiver.take(payload, as: WireType.dissatisfied.rawValue)
        case .appealStepRecorded(let payload): receiver.take(payload, as: WireType.appealStepRecorded.rawValue)
        case .flagged(let payload): receiver.take(payload, as: WireType.flagged.rawValue)
        case .commandRejected(let payload): receiver.take(payload, as: WireType.commandRejected.rawValue)
        case .commandWaiting(let payload): receiver.take(payload, as: WireType.commandWaiting.rawValue)
        case .asked(let payload): receiver.take(payload, as: MergerReader.type)
        }
    }

    public static func read<Source: PayloadSource>(_ type: WireType, from source: inout Source) throws(Fault) -> Self {
        switch type {
        case .dispatched: .dispatched(try source.payload())
        case .accepted: .accepted(try source.payload())
        case .transferred: .transferred(try source.payload())
        case .held: .held(try source.payload())
        case .resumed: .resumed(try source.payload())
        case .liabilityFound: .liabilityFound(try source.payload())
        case .answered: .answered(try source.payload())
        case .answerApproved: .answerApproved(try source.payload())
        case .answerReturned: .answerReturned(try source.payload())
        case .customerTold: .customerTold(try source.payload())
        case .customerUntold: .customerUntold(try source.payload())
        case .urged: .urged(try source.payload())
        case .escalated: .escalated(try source.payload())
        case .archived: .archived(try source.payload())
        case .coordinationRequested: .coordinationRequested(try source.payload())
        case .contributed: .contributed(try source.payload())
        case .evidenceRecorded: .evidenceRecorded(try source.payload())
        case .meetingRecorded: .meetingRecorded(try source.payload())
        case .redistributed: .redistributed(try source.payload())
        case .supervised: .supervised(try source.payload())
        case .reviewRequested: .reviewRequested(try source.payload())
        case .majorDeclared: .majorDeclared(try source.payload())
        case .majorRevoked: .majorRevoked(try source.payload())
        case .reported: .reported(try source.payload())
        case .planFiled: .planFiled(try source.payload())
        case .scriptFiled: .scriptFiled(try source.payload())
        case .maliciousDeclared: .maliciousDeclared(try source.payload())
        case .maliciousRevoked: .maliciousRevoked(try source.payload())
        case .merged: .merged(try source.payload())
        case .unmerged: .unmerged(try source.payload())
        case .memberAdded: .memberAdded(try source.payload())
        case .memberRemoved: .memberRemoved(try source.payload())
        case .entrusted: .entrusted(try source.payload())
        case .followedUp: .followedUp(try source.payload())
        case .dissatisfied: .dissatisfied(try source.payload())
        case .appealStepRecorded: .appealStepRecorded(try source.payload())
        case .flagged: .flagged(try source.payload())
        case .commandRejected: .commandRejected(try source.payload())
        case .commandWaiting: .commandWaiting(try source.payload())
        }
    }
}

extension CommandRejected {
    /// The complaint, or who sent the command where no complaint could be read.
    var key: String { complaint.rawValue.isEmpty ? commandSource : complaint.rawValue }
}
