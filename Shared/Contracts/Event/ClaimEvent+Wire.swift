public import Domain
public import Foundation

extension ClaimEvent: WireEvent {
    private enum WireType: String, CaseIterable {
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

    public var wireType: String {
        let type: WireType =
            switch self {
            case .proposed: .proposed
            case .approved: .approved
            case .declined: .declined
            case .denied: .denied
            case .settlementRequested: .settlementRequested
            case .settled: .settled
            case .settlementFailed: .settlementFailed
            case .reversalRequested: .reversalRequested
            case .reversed: .reversed
            case .reversalFailed: .reversalFailed
            case .commandRejected: .commandRejected
            }
        return type.rawValue
    }

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

    public func encodeData(with coder: WireCoder) throws(Fault) -> Data {
        switch self {
        case .proposed(let payload): try coder.encode(payload)
        case .approved(let payload): try coder.encode(payload)
        case .declined(let payload): try coder.encode(payload)
        case .denied(let payload): try coder.encode(payload)
        case .settlementRequested(let payload): try coder.encode(payload)
        case .settled(let payload): try coder.encode(payload)
        case .settlementFailed(let payload): try coder.encode(payload)
        case .reversalRequested(let payload): try coder.encode(payload)
        case .reversed(let payload): try coder.encode(payload)
        case .reversalFailed(let payload): try coder.encode(payload)
        case .commandRejected(let payload): try coder.encode(payload)
        }
    }

    public static func decode(type: String, data: Data, with coder: WireCoder) throws(Fault) -> ClaimEvent? {
        switch WireType(rawValue: type) {
        case .proposed: .proposed(try coder.decode(ClaimProposed.self, from: data))
        case .approved: .approved(try coder.decode(ClaimApproved.self, from: data))
        case .declined: .declined(try coder.decode(ClaimDeclined.self, from: data))
        case .denied: .denied(try coder.decode(ClaimDenied.self, from: data))
        case .settlementRequested: .settlementRequested(try coder.decode(SettlementRequested.self, from: data))
        case .settled: .settled(try coder.decode(ClaimSettled.self, from: data))
        case .settlementFailed: .settlementFailed(try coder.decode(SettlementFailed.self, from: data))
        case .reversalRequested: .reversalRequested(try coder.decode(ReversalRequested.self, from: data))
        case .reversed: .reversed(try coder.decode(ClaimReversed.self, from: data))
        case .reversalFailed: .reversalFailed(try coder.decode(ReversalFailed.self, from: data))
        case .commandRejected: .commandRejected(try coder.decode(CommandRejected.self, from: data))
        case nil: nil
        }
    }
}
