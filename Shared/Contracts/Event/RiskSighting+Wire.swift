public import Domain

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
