public import Domain

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
