public import Domain
public import Foundation

extension RiskSighting: WireEvent {
    private static let type = "redress.risk.sighted.v1"

    public static var topic: Topic { .risks }

    public static let wireTypes = [type]

    public var wireType: String { Self.type }

    public var key: String { risk }

    public func encodeData(with coder: WireCoder) throws(Fault) -> Data { try coder.encode(self) }

    public static func decode(type: String, data: Data, with coder: WireCoder) throws(Fault) -> RiskSighting? {
        type == Self.type ? try coder.decode(RiskSighting.self, from: data) : nil
    }
}
