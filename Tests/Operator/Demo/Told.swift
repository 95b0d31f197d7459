import Contracts
import Domain
import Foundation
import Testing

@testable import OperatorService

/// Facts as the services tell them, written as the JSON that travels.
enum Told {
    static let complaint = ComplaintNumber("C20260302001000007")
    static let monday: Instant = Instant("2026-03-02T09:00:00+08:00") ?? Instant(milliseconds: 0)

    static func dispatched(
        _ complaint: ComplaintNumber = complaint, unit: String = "marketing", level: String = "provincial", at time: Instant = monday
    ) throws -> Fact {
        try workOrder(
            "dispatched", complaint, at: time,
            """
            "unit":"\(unit)","firstContact":"hotline-centre","priority":3,"line":{"token":"t","masked":"21**55"},"channel":"hotline",
            "level":"\(level)","province":"US-IL","category":"billing","nature":"ordinary","policyVersion":"2019.1"
            """)
    }

    static func accepted(_ complaint: ComplaintNumber = complaint, at time: Instant = monday) throws -> Fact {
        try workOrder("accepted", complaint, at: time, #""unit":"marketing","by":"handler-10""#)
    }

    static func answered(_ complaint: ComplaintNumber = complaint, by actor: String = "handler-10", at time: Instant = monday) throws
        -> Fact
    {
        try workOrder("answered", complaint, at: time, #""answer":"sealed","by":"\#(actor)""#)
    }

    static func customerTold(_ complaint: ComplaintNumber = complaint, satisfied: Bool?, at time: Instant = monday) throws -> Fact {
        try workOrder(
            "customer-told", complaint, at: time,
            #""answer":"sealed","by":"handler-10"\#(satisfied.map { ",\"satisfied\":\($0)" } ?? "")"#)
    }

    static func archived(_ complaint: ComplaintNumber = complaint, at time: Instant = monday) throws -> Fact {
        try workOrder("archived", complaint, at: time, #""line":{"token":"t","masked":"21**55"},"outcome":"answered""#)
    }

    static func proposed(band: String, approvalRequired: Bool, complaint: ComplaintNumber = complaint) throws -> Fact {
        try claim(
            "proposed", complaint,
            """
            "liability":"operator-at-fault","amount":{"minorUnits":8000,"currency":"CNY"},"lines":[],"band":"\(band)",
            "approvalRequired":\(approvalRequired),"by":"handler-10"
            """)
    }

    static func settlementRequested(attempt: Int, complaint: ComplaintNumber = complaint) throws -> Fact {
        try claim(
            "settlement-requested", complaint,
            """
            "line":{"token":"t","masked":"21**55"},"amount":{"minorUnits":8000,"currency":"CNY"},"paymentKey":"P-1","attempt":\(attempt)
            """)
    }

    static func settlementFailed(willRetry: Bool) throws -> Fact {
        try claim("settlement-failed", complaint, #""paymentKey":"P-1","attempt":3,"reason":"closed","willRetry":\#(willRetry)"#)
    }

    static func registered(_ complaint: ComplaintNumber = complaint, token: String = "t") throws -> Fact {
        let data = """
            {"complaint":"\(complaint)","line":{"token":"\(token)","masked":"21**55"},"channel":"hotline","level":"provincial",
            "province":"US-IL","category":"billing","nature":"ordinary","flags":[],"language":"en","personal":"sealed",
            "receivedAt":"\(monday)","registeredAt":"\(monday)","settledOnSpot":false,"policyVersion":"2019.1"}
            """
        return .complaint(try read(ComplaintEvent.self, "redress.complaint.registered.v1", data))
    }

    static func warned(threshold: Int = 80, complaint: ComplaintNumber = complaint) throws -> Fact {
        let data = """
            {"alert":"\(complaint)/answer/1/\(threshold)","complaint":"\(complaint)","clock":"answer","cycle":1,"threshold":\(threshold),
            "dueAt":"2026-03-18T00:00:00+08:00","firedAt":"2026-03-14T08:00:00+08:00","unit":"marketing","province":"US-IL",
            "category":"billing","nature":"ordinary","step":1,"rule":"Order 35 art. 8"}
            """
        return .alert(try read(ClockEvent.self, "redress.alert.warned.v1", data))
    }

    private static func workOrder(_ verb: String, _ complaint: ComplaintNumber, at time: Instant, _ fields: String) throws -> Fact {
        let data = #"{"complaint":"\#(complaint)","workOrder":"W\#(complaint.rawValue.dropFirst())","at":"\#(time)",\#(fields)}"#
        return .workOrder(try read(WorkOrderEvent.self, "redress.work-order.\(verb).v1", data))
    }

    private static func claim(_ verb: String, _ complaint: ComplaintNumber, _ fields: String) throws -> Fact {
        let data = #"{"complaint":"\#(complaint)","claim":"R\#(complaint.rawValue.dropFirst())-1","at":"\#(monday)",\#(fields)}"#
        return .claim(try read(ClaimEvent.self, "redress.compensation.\(verb).v1", data))
    }

    private static func read<Event: WireEvent>(_: Event.Type, _ type: String, _ data: String) throws -> Event {
        try #require(try Event.decode(type: type, data: Data(data.utf8), with: WireCoder()))
    }
}

extension Intention {
    /// The last word of the command's type, such as `accept`.
    var verb: String { CommandVerb.name(ofType: message.event.type) }

    /// A field of its data.
    func field(_ name: String) throws -> String? {
        let object = try JSONSerialization.jsonObject(with: message.event.data) as? [String: Any]
        return object?[name].map { "\($0)" }
    }
}
