public import Domain
public import Foundation

extension RiskEvent: WireEvent {
    private enum WireType: String, CaseIterable {
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

    public var wireType: String {
        let type: WireType =
            switch self {
            case .risk: .risk
            case .burst: .burst
            case .cleared: .cleared
            }
        return type.rawValue
    }

    public var key: String {
        switch self {
        case .risk(let payload): payload.risk
        case .burst(let payload): payload.burst
        case .cleared(let payload): payload.risk
        }
    }

    public func encodeData(with coder: WireCoder) throws(Fault) -> Data {
        switch self {
        case .risk(let payload): try coder.encode(payload)
        case .burst(let payload): try coder.encode(payload)
        case .cleared(let payload): try coder.encode(payload)
        }
    }

    public static func decode(type: String, data: Data, with coder: WireCoder) throws(Fault) -> RiskEvent? {
        switch WireType(rawValue: type) {
        case .risk: .risk(try coder.decode(RiskAlert.self, from: data))
        case .burst: .burst(try coder.decode(BurstAlert.self, from: data))
        case .cleared: .cleared(try coder.decode(RiskCleared.self, from: data))
        case nil: nil
        }
    }
}
