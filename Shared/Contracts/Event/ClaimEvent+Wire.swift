public import Domain

extension ClaimEvent: WireEvent {
    public enum WireType: String, CaseIterable, Sendable {
        case proposed = "redress.compensation.proposed.v1"
        case approved = "redress.compensation.approved.v1"
        case declined = "redress.compensation.declined.v1"
        case denied = "redress.compensation.denied.v1"
        case settlementRequested = "redress.compensation.settlement-requested.v1"
        case settled = "redress.compensation.settled.v1"
        case settlementFailed = "redress.compensation.settlement-failed.v1"
        case reversalRequested = "redress.compensation.reversal-requested.v1"
        case reversed = "redress.compensation.reversed.v1"
        case reversalFailed = "redress.compensation.reversal-failed.v1"
        case commandRejected = "redress.compensation.command-rejected.v1"
    }

    public static var topic: Topic { .compensations }

    public static let wireTypes = WireType.allCases.map(\.rawValue)

    public var key: String {
        switch self {
        case .proposed(let payload): payload.complaint.rawValue
        case .approved(let payload): payload.complaint.rawValue
        case .declined(let payload): payload.complaint.rawValue
        case .denied(let payload): payload.complaint.rawValue
        case .settlementRequested(let payload): payload.complaint.rawValue
        case .settled(let payload): payload.complaint.rawValue
        case .settlementFailed(let payload): payload.complaint.rawValue
        case .reversalRequested(let payload): payload.complaint.rawValue
        case .reversed(let payload): payload.complaint.rawValue
        case .reversalFailed(let payload): payload.complaint.rawValue
        case .commandRejected(let payload): payload.key
        }
    }

    public var answeredID: String? { if case .commandRejected(let refusal) = self { refusal.commandID } else { nil } }
    public func isAnswerAlone(sequence: Int64?) -> Bool {
        if case .commandRejected = self { sequence == nil } else { false }
    }

    public func give<Receiver: PayloadReceiver>(to receiver: Receiver) -> Receiver.Answer {
        switch self {
        case .proposed(let payload): receiver.take(payload, as: WireType.proposed.rawValue)
        case .approved(let payload): receiver.take(payload, as: WireType.approved.rawValue)
        case .declined(let payload): receiver.take(payload, as: WireType.declined.rawValue)
        case .denied(let payload): receiver.take(payload, as: WireType.denied.rawValue)
        case .settlementRequested(let payload): receiver.take(payload, as: WireType.settlementRequested.rawValue)
        case .settled(let payload): receiver.take(payload, as: WireType.settled.rawValue)
        case .settlementFailed(let payload): receiver.take(payload, as: WireType.settlementFailed.rawValue)
        case .reversalRequested(let payload): receiver.take(payload, as: WireType.reversalRequested.rawValue)
        case .reversed(let payload): receiver.take(payload, as: WireType.reversed.rawValue)
        case .reversalFailed(let payload): receiver.take(payload, as: WireType.reversalFailed.rawValue)
        case .commandRejected(let payload): receiver.take(payload, as: WireType.commandRejected.rawValue)
        }
    }

    public static func read<Source: PayloadSource>(_ type: WireType, from source: inout Source) throws(Fault) -> Self {
        switch type {
        case .proposed: .proposed(try source.payload())
        case .approved: .approved(try source.payload())
        case .declined: .declined(try source.payload())
        case .denied: .denied(try source.payload())
        case .settlementRequested: .settlementRequested(try source.payload())
        case .settled: .settled(try source.payload())
        case .settlementFailed: .settlementFailed(try source.payload())
        case .reversalRequested: .reversalRequested(try source.payload())
        case .reversed: .reversed(try source.payload())
        case .reversalFailed: .reversalFailed(try source.payload())
        case .commandRejected: .commandRejected(try source.payload())
        }
    }
}
