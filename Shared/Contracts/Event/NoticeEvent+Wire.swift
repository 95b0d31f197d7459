public import Domain
public import Foundation

extension NoticeEvent: WireEvent {
    private enum WireType: String, CaseIterable {
        case requested = "redress.notification.requested.v1"
        case delivered = "redress.notification.delivered.v1"
        case abandoned = "redress.notification.abandoned.v1"
        case customerUnreached = "redress.notification.customer-unreached.v1"
        case digestRequested = "redress.notification.digest-requested.v1"
        case receiptRejected = "redress.notification.receipt-rejected.v1"
    }

    public static var topic: Topic { .notifications }

    public static let wireTypes = WireType.allCases.map(\.rawValue)

    public var wireType: String {
        let type: WireType =
            switch self {
            case .requested: .requested
            case .delivered: .delivered
            case .abandoned: .abandoned
            case .customerUnreached: .customerUnreached
            case .digestRequested: .digestRequested
            case .receiptRejected: .receiptRejected
            }
        return type.rawValue
    }

    public var key: String {
        switch self {
        case .requested(let payload): payload.complaint.rawValue
        case .delivered(let payload): payload.complaint.rawValue
        case .abandoned(let payload): payload.complaint.rawValue
        case .customerUnreached(let payload): payload.complaint.rawValue
        case .digestRequested(let payload): payload.unit.rawValue
        case .receiptRejected(let payload): payload.complaint?.rawValue ?? payload.eventSource
        }
    }

    public func encodeData(with coder: WireCoder) throws(Fault) -> Data {
        switch self {
        case .requested(let payload): try coder.encode(payload)
        case .delivered(let payload): try coder.encode(payload)
        case .abandoned(let payload): try coder.encode(payload)
        case .customerUnreached(let payload): try coder.encode(payload)
        case .digestRequested(let payload): try coder.encode(payload)
        case .receiptRejected(let payload): try coder.encode(payload)
        }
    }

    public static func decode(type: String, data: Data, with coder: WireCoder) throws(Fault) -> NoticeEvent? {
        switch WireType(rawValue: type) {
        case .requested: .requested(try coder.decode(NotificationRequested.self, from: data))
        case .delivered: .delivered(try coder.decode(NotificationDelivered.self, from: data))
        case .abandoned: .abandoned(try coder.decode(NotificationAbandoned.self, from: data))
        case .customerUnreached: .customerUnreached(try coder.decode(CustomerUnreached.self, from: data))
        case .digestRequested: .digestRequested(try coder.decode(StaffDigest.self, from: data))
        case .receiptRejected: .receiptRejected(try coder.decode(ReceiptRejected.self, from: data))
        case nil: nil
        }
    }
}
