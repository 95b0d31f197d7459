import Contracts
import Domain
import Foundation
import JSON

/// The event that a command line comes to.
struct OrderMessage: Sendable {
    /// What a field holds.
    enum Value: Hashable, Sendable {
        case text(String)
        case number(Int64)
        case flag(Bool)
        case amount(Money)
        case codes([String])
        case figures([Particulars.Figure])
    }

    let type: String
    let complaint: ComplaintNumber
    let by: ActorID
    /// By the names of the contract, in the order of the description.
    var members: [(name: String, value: Value)] = []

    subscript(name: String) -> Value? { members.first { $0.name == name }?.value }

    /// The text of a field; `nil` where there is none.
    func text(_ name: String) -> String? {
        guard case .text(let text)? = self[name] else { return nil }
        return text
    }

    /// Further figures and circumstances of a finding.
    var particulars: Particulars? {
        var figures: [Particulars.Figure] = []
        var circumstances: [String] = []
        if case .figures(let given)? = self["figures"] { figures = given }
        if case .codes(let given)? = self["circumstances"] { circumstances = given }
        return Particulars(cause: text("cause"), figures: figures, circumstances: circumstances)
    }

    /// The event; its Kafka key is the complaint number.
    func event(id: String, source: String = Party.handlerDesk.source, time: Instant? = nil) -> CloudEvent {
        CloudEvent(
            id: id, source: source, type: type, time: time, subject: complaint.rawValue, partitionKey: complaint.rawValue, data: data)
    }

    private var data: Data {
        var writer = JSONWriter()
        writer.beginObject()
        writer.member("complaint", complaint.rawValue)
        writer.member("by", by.rawValue)
        for (name, value) in members { Self.write(name, value, to: &writer) }
        writer.endObject()
        return writer.data
    }

    private static func write(_ name: String, _ value: Value, to writer: inout JSONWriter) {
        switch value {
        case .text(let text): writer.member(name, text)
        case .number(let number): writer.member(name, number)
        case .flag(let flag): writer.member(name, flag)
        case .amount(let money):
            writer.name(name)
            writer.beginObject()
            writer.member("minorUnits", money.minorUnits)
            writer.member("currency", money.currency)
            writer.endObject()
        case .codes(let codes):
            writer.name(name)
            writer.beginArray()
            for code in codes { writer.value(code) }
            writer.endArray()
        case .figures(let figures):
            writer.name(name)
            writer.beginArray()
            for figure in figures {
                writer.beginObject()
                writer.member("name", figure.name)
                writer.member("value", figure.value)
                writer.endObject()
            }
            writer.endArray()
        }
    }
}
