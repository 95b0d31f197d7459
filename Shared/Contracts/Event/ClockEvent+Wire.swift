public import Domain
public import Foundation

extension ClockEvent: WireEvent {
    private enum WireType: String, CaseIterable {
        case warned = "redress.alert.warned.v1"
        case breached = "redress.alert.breached.v1"
        case abnormal = "redress.alert.abnormal.v1"
        case cleared = "redress.alert.cleared.v1"
    }

    public static var topic: Topic { .alerts }

    public static let wireTypes = WireType.allCases.map(\.rawValue)

    public var wireType: String {
        let type: WireType =
            switch self {
            case .warned: .warned
            case .breached: .breached
            case .abnormal: .abnormal
            case .cleared: .cleared
            }
        return type.rawValue
    }

    public var key: String { complaint.rawValue }

    public func encodeData(with coder: WireCoder) throws(Fault) -> Data {
        switch self {
        case .warned(let payload): try coder.encode(payload)
        case .breached(let payload): try coder.encode(payload)
        case .abnormal(let payload): try coder.encode(payload)
        case .cleared(let payload): try coder.encode(payload)
        }
    }

    public static func decode(type: String, data: Data, with coder: WireCoder) throws(Fault) -> ClockEvent? {
        switch WireType(rawValue: type) {
        case .warned: .warned(try coder.decode(Alert.self, from: data))
        case .breached: .breached(try coder.decode(Alert.self, from: data))
        case .abnormal: .abnormal(try coder.decode(AbnormalAlert.self, from: data))
        case .cleared: .cleared(try coder.decode(AlarmCleared.self, from: data))
        case nil: nil
        }
    }
}
