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
        if let fact = try read(ClaimEvent.self, type, data) { return fact }
        if let fact = try read(NoticeEvent.self, type, data) { return fact }
        let coder = WireCoder()
        if let report = try ReportPublished.decode(type: type, data: data, with: coder) {
            return Fact(type: ReportPublished.wireType, data: try report.encodeData(with: coder), fields: labels(of: report))
        }
        guard let letter = try DeadLetter.decode(type: type, data: data, with: coder) else { return nil }
        return Fact(type: DeadLetter.wireType, data: try letter.encodeData(with: coder), fields: labels(of: letter))
    }

    static let types =
        ComplaintEvent.wireTypes + WorkOrderEvent.wireTypes + ClockEvent.wireTypes + ClaimEvent.wireTypes + NoticeEvent.wireTypes
        + [DeadLetter.wireType, ReportPublished.wireType]

    private static func read<Event: WireEvent>(_: Event.Type, _ type: String, _ data: Data) throws -> Fact? {
        let coder = WireCoder()
        guard let event = try Event.decode(type: type, data: data, with: coder) else { return nil }
        let payload = try #require(Mirror(reflecting: event).children.first?.value)
        return Fact(type: event.wireType, data: try event.encodeData(with: coder), fields: labels(of: payload))
    }

    private static func labels(of payload: Any) -> Set<String> {
        Set(Mirror(reflecting: payload).children.compactMap(\.label))
    }
}
