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
        case commandRejected = "redress.work-order.command-rejected.v1"
    }

    public static var topic: Topic { .workOrders }

    public static let wireTypes = WireType.allCases.map(\.rawValue)

    public var wireType: String {
        let type: WireType =
            switch self {
            case .dispatched: .dispatched
            case .accepted: .accepted
            case .transferred: .transferred
            case .held: .held
            case .resumed: .resumed
            case .liabilityFound: .liabilityFound
            case .answered: .answered
            case .answerApproved: .answerApproved
            case .answerReturned: .answerReturned
            case .customerTold: .customerTold
            case .urged: .urged
            case .escalated: .escalated
            case .archived: .archived
            case .commandRejected: .commandRejected
            }
        return type.rawValue
    }

    public var key: String {
        switch self {
        case .dispatched(let payload): payload.complaint.rawValue
        case .accepted(let payload): payload.complaint.rawValue
        case .transferred(let payload): payload.complaint.rawValue
        case .held(let payload): payload.complaint.rawValue
        case .resumed(let payload): payload.complaint.rawValue
        case .liabilityFound(let payload): payload.complaint.rawValue
        case .answered(let payload): payload.complaint.rawValue
        case .answerApproved(let payload): payload.complaint.rawValue
        case .answerReturned(let payload): payload.complaint.rawValue
        case .customerTold(let payload): payload.complaint.rawValue
        case .urged(let payload): payload.complaint.rawValue
        case .escalated(let payload): payload.complaint.rawValue
        case .archived(let payload): payload.complaint.rawValue
        case .commandRejected(let payload): payload.complaint.rawValue
        }
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
        case .commandRejected(let payload): try coder.encode(payload)
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
        case .commandRejected: .commandRejected(try coder.decode(CommandRejected.self, from: data))
        case nil: nil
        }
    }
}
