public import Domain

extension RiskEvent: WireEvent {
    public enum WireType: String, CaseIterable, Sendable {
        case risk = "redress.alert.risk.v1"
        case burst = "redress.alert.burst.v1"
        case cleared = "redress.alert.risk-cleared.v1"
    }

    public static var topic: Topic { .alerts }

    public static let wireTypes = WireType.allCases.map(\.rawValue)

    public var wireID: String? { identity }

    /// That a risk has passed has no place among the alerts of its key: readers that have no use of it pass it over, and miss nothing.
    public var isSequenced: Bool {
        switch self {
        case .risk, .burst: true
        case .cleared: false
        }
    }

    public var key: String {
        switch self {
        case .risk(let payload): payload.risk
        case .burst(let payload): payload.burst
        case .cleared(let payload): payload.risk
        }
    }

    public func give<Receiver: PayloadReceiver>(to receiver: Receiver) -> Receiver.Answer {
        switch self {
        case .risk(let payload): receiver.take(payload, as: WireType.risk.rawValue)
        case .burst(let payload): receiver.take(payload, as: WireType.burst.rawValue)
        case .cleared(let payload): receiver.take(payload, as: WireType.cleared.rawValue)
        }
    }

    public static func read<Source: PayloadSource>(_ type: WireType, from source: inout Source) throws(Fault) -> Self {
        switch type {
        case .risk: .risk(try source.payload())
        case .burst: .burst(try source.payload())
        case .cleared: .cleared(try source.payload())
        }
    }
}

extension RiskSighting: WireEvent {
    public enum WireType: String, CaseIterable, Sendable {
        case sighted = "redress.risk.sighted.v1"
    }

    public static var topic: Topic { .risks }

    public static let wireTypes = WireType.allCases.map(\.rawValue)

    public var key: String { risk }

    public func give<Receiver: PayloadReceiver>(to receiver: Receiver) -> Receiver.Answer {
        receiver.take(self, as: WireType.sighted.rawValue)
    }

    public static func read<Source: PayloadSource>(_ type: WireType, from source: inout Source) throws(Fault) -> Self {
        switch type {
        case .sighted: try source.payload()
        }
    }
}
