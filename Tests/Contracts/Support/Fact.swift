import Contracts
import Domain
import Foundation
import Testing

/// A fact read from its data: written again, and the names of all its fields.
struct Fact {
    let type: String
    let data: Data
    let fields: Set<String>

    /// `nil` for a type that is no fact.
    static func read(_ type: String, _ data: Data) throws -> Fact? {
        if let fact = try read(ComplaintEvent.self, type, data) { return fact }
        if let fact = try read(WorkOrderEvent.self, type, data) { return fact }
        if let fact = try read(ClockEvent.self, type, data) { return fact }
        if let fact = try read(RiskEvent.self, type, data) { return fact }
        if let sighting = try RiskSighting.decode(type: type, data: data, with: WireCoder()) {
            return Fact(type: sighting.wireType, data: sighting.encodeData(with: WireCoder()), fields: labels(of: sighting))
        }
        if let beat = try Heartbeat.decode(type: type, data: data, with: WireCoder()) {
            return Fact(type: Heartbeat.wireType, data: beat.encodeData(with: WireCoder()), fields: labels(of: beat))
        }
        if let fact = try read(ClaimEvent.self, type, data) { return fact }
        if let fact = try read(NoticeEvent.self, type, data) { return fact }
        let coder = WireCoder()
        if let notice = try StaffNotice.decode(type: type, data: data, with: coder) {
            return Fact(type: notice.wireType, data: notice.encodeData(with: coder), fields: labels(of: notice))
        }
        if let report = try ReportPublished.decode(type: type, data: data, with: coder) {
            return Fact(type: ReportPublished.wireType, data: report.encodeData(with: coder), fields: labels(of: report))
        }
        if let made = try CustomerKeyMade.decode(type: type, data: data, with: coder) {
            return Fact(type: CustomerKeyMade.wireType, data: made.encodeData(with: coder), fields: labels(of: made))
        }
        guard let letter = try DeadLetter.decode(type: type, data: data, with: coder) else { return nil }
        return Fact(type: DeadLetter.wireType, data: letter.encodeData(with: coder), fields: labels(of: letter))
    }

    static let types =
        ComplaintEvent.wireTypes + WorkOrderEvent.wireTypes + ClockEvent.wireTypes + RiskEvent.wireTypes + RiskSighting.wireTypes
        + ClaimEvent.wireTypes + NoticeEvent.wireTypes
        + StaffNotice.wireTypes + [CustomerKeyMade.wireType, DeadLetter.wireType, Heartbeat.wireType, ReportPublished.wireType]

    private static func read<Event: WireEvent>(_: Event.Type, _ type: String, _ data: Data) throws -> Fact? {
        let coder = WireCoder()
        guard let event = try Event.decode(type: type, data: data, with: coder) else { return nil }
        let payload = try #require(Mirror(reflecting: event).children.first?.value)
        return Fact(type: event.wireType, data: event.encodeData(with: coder), fields: labels(of: payload))
    }

    private static func labels(of payload: Any) -> Set<String> {
        Set(Mirror(reflecting: payload).children.compactMap(\.label))
    }
}
