public import Domain

extension NoticeEvent: WireEvent {
    public enum WireType: String, CaseIterable, Sendable {
        case requested = "redress.notification.requested.v1"
        case delivered = "redress.notification.delivered.v1"
        case abandoned = "redress.notification.abandoned.v1"
        case customerUnreached = "redress.notification.customer-unreached.v1"
        case digestRequested = "redress.notification.digest-requested.v1"
        case receiptRejected = "redress.notification.receipt-rejected.v1"
    }

    public static var topic: Topic { .notifications }

    public static let wireTypes = WireType.allCases.map(\.rawValue)

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

    public func give<Receiver: PayloadReceiver>(to receiver: Receiver) -> Receiver.Answer {
        switch self {
        case .requested(let payload): receiver.take(payload, as: WireType.requested.rawValue)
        case .delivered(let payload): receiver.take(payload, as: WireType.delivered.rawValue)
        case .abandoned(let payload): receiver.take(payload, as: WireType.abandoned.rawValue)
        case .customerUnreached(let payload): receiver.take(payload, as: WireType.customerUnreached.rawValue)
        case .digestRequested(let payload): receiver.take(payload, as: WireType.digestRequested.rawValue)
        case .receiptRejected(let payload): receiver.take(payload, as: WireType.receiptRejected.rawValue)
        }
    }

    public static func read<Source: PayloadSource>(_ type: WireType, from source: inout Source) throws(Fault) -> Self {
        switch type {
        case .requested: .requested(try source.payload())
        case .delivered: .delivered(try source.payload())
        case .abandoned: .abandoned(try source.payload())
        case .customerUnreached: .customerUnreached(try source.payload())
        case .digestRequested: .digestRequested(try source.payload())
        case .receiptRejected: .receiptRejected(try source.payload())
        }
    }
}

extension StaffNotice: WireEvent {
    public enum WireType: String, CaseIterable, Sendable {
        case collected = "redress.staff-notice.collected.v1"
    }

    public static var topic: Topic { .staffNotices }

    public static let wireTypes = WireType.allCases.map(\.rawValue)

    public var key: String { unit.rawValue }

    public func give<Receiver: PayloadReceiver>(to receiver: Receiver) -> Receiver.Answer {
        receiver.take(self, as: WireType.collected.rawValue)
    }

    public static func read<Source: PayloadSource>(_ type: WireType, from source: inout Source) throws(Fault) -> Self {
        switch type {
        case .collected: try source.payload()
        }
    }
}
