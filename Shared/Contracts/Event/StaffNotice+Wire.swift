public import Domain
public import Foundation

extension StaffNotice: WireEvent {
    private static let collected = "redress.staff-notice.collected.v1"

    public static var topic: Topic { .staffNotices }

    public static let wireTypes = [collected]

    public var wireType: String { Self.collected }

    public var key: String { unit.rawValue }

    public func encodeData(with coder: WireCoder) throws(Fault) -> Data { try coder.encode(self) }

    public static func decode(type: String, data: Data, with coder: WireCoder) throws(Fault) -> StaffNotice? {
        type == collected ? try coder.decode(StaffNotice.self, from: data) : nil
    }
}
