public import Domain

extension ClockEvent: WireEvent {
    public enum WireType: String, CaseIterable, Sendable {
        case warned = "redress.alert.warned.v1"
        case breached = "redress.alert.breached.v1"
        case abnormal = "redress.alert.abnormal.v1"
        case cleared = "redress.alert.cleared.v1"
    }

    public static var topic: Topic { .alerts }

    public static let wireTypes = WireType.allCases.map(\.rawValue)

    public var key: String { complaint.rawValue }

    public func give<Receiver: PayloadReceiver>(to receiver: Receiver) -> Receiver.Answer {
        switch self {
        case .warned(let payload): receiver.take(payload, as: WireType.warned.rawValue)
        case .breached(let payload): receiver.take(payload, as: WireType.breached.rawValue)
        case .abnormal(let payload): receiver.take(payload, as: WireType.abnormal.rawValue)
        case .cleared(let payload): receiver.take(payload, as: WireType.cleared.rawValue)
        }
    }

    public static func read<Source: PayloadSource>(_ type: WireType, from source: inout Source) throws(Fault) -> Self {
        switch type {
        case .warned: .warned(try source.payload())
        case .breached: .breached(try source.payload())
        case .abnormal: .abnormal(try source.payload())
        case .cleared: .cleared(try source.payload())
        }
    }
}
