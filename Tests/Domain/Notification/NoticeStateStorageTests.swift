import Contracts
import Foundation
import Testing

@testable import Domain

/// How a file is stored: small, whole, and readable whoever wrote it.
struct NoticeStateStorageTests {
    /// A registered, dispatched and accepted complaint as releases before 2026-12 stored it.
    static let former = #"""
        {"complaint":"C20260302003000127","contact":{"channel":"hotline","language":"zh","line":"138****8000","personal":"sealed-1"},
        "responsible":"marketing","firstContact":"hotline-centre","happened":["registered","dispatched","accepted"],
        "told":["registered/registered/1","dispatched/dispatched/W20260302003000127","accepted/accepted/1772416800000",
        "customer-told/customer-told/a1b2c3d4e5f60718","warned/warned/C20260302003000127/answer/1/80"],
        "early":[{"trigger":"claim-settled","key":"R1","values":{"claim":{"text":{"_0":"R1"}},"amount":{"money":{"_0":{"minorUnits":5000,"currency":"CNY"}}}}}],
        "open":[{"number":"C20260302003000127-N1","template":"registered","audience":"customer","cause":{"trigger":"registered","key":"1",
        "values":{"receivedOn":{"day":{"_0":"2026-03-02T01:15:00Z"}},"category":{"words":{"_0":"category","_1":["billing"]}},
        "province":{"words":{"_0":"province","_1":["CN-JS"]}}}},"attempts":1,"standing":{"sent":{"timeout":"2026-03-02T02:30:00Z"}},
        "lastReceipt":"/gateway/sms#r-1"},
        {"number":"C20260302003000127-N2","template":"dispatched","audience":"staff","cause":{"trigger":"dispatched",
        "key":"W20260302003000127","values":{"workOrder":{"text":{"_0":"W20260302003000127"}},"unit":{"words":{"_0":"unit","_1":["marketing"]}},
        "priority":{"text":{"_0":"3"}},"category":{"words":{"_0":"category","_1":["billing"]}},
        "province":{"words":{"_0":"province","_1":["CN-JS"]}}},"unit":"marketing"},"unit":"marketing","attempts":0,
        "standing":{"waiting":{"until":"2026-03-02T02:00:00Z"}}}],"count":3}
        """#

    @Test func aFileOfAFormerReleaseIsReadAndNobodyIsToldAgain() throws {
        let file = try WireCoder().decode(NoticeState.self, from: Data(Self.former.utf8))
        #expect(file.contact?.line == "138****8000")
        #expect(file.responsible == "marketing")
        #expect(file.taken.map(\.text) == ["r", "d", "a:mm8j77k0", "c:2giu84fn08xeg", "aw:answer/1/80", "cs:R1"])
        #expect(file.open.map(\.index) == [1, 2])
        #expect(file.open.first?.values["receivedOn"] == .day(NoticeScenario.time("09:15")))
        #expect(file.open.last?.standing == .waiting(until: NoticeScenario.time("10:00")))
        #expect(file.early.first?.values["amount"] == .money(Money(minorUnits: 5000)))
        #expect(file.count == 3)
        var scenario = NoticeScenario(file: file)
        // The two that were on their way go on; nothing is begun again.
        #expect(try scenario.when(.registered()).sent == ["dispatched/staff-desk/1", "claim-settled/sms/1"])
        for input in [NoticeInput.dispatched, .accepted(), .alert(80), .settled] {
            #expect(try scenario.when(input).isEmpty)
        }
        #expect(try scenario.when(.receipt(1, .delivered)).count == 1)
    }

    @Test(arguments: NoticeTrigger.allCases)
    func everyTriggersCodeIsItsOwn(trigger: NoticeTrigger) throws {
        #expect(try NoticeTrigger(code: trigger.code[...]) == trigger)
        #expect(NoticeTrigger.allCases.count { $0.code == trigger.code } == 1)
        #expect(!trigger.code.contains(":") && !trigger.code.contains(" "))
    }

    @Test func aFileIsReadAsItWasWrittenAtEveryStep() throws {
        var scenario = NoticeScenario()
        let inputs: [NoticeInput] =
            [.settled, .customerTold(), .held] + NoticeOnceTests.complaints + NoticeOnceTests.workOrders + NoticeOnceTests.alerts
            + [.liabilityFound(.operatorAtFault), .receipt(1, .failed, id: "r-1"), .progressRequested()]
        for input in inputs {
            try scenario.when(input, at: "22:30")
            let file = try #require(scenario.file)
            #expect(try WireCoder().decode(NoticeState.self, from: WireCoder().encode(file)) == file)
        }
    }

    @Test(arguments: [
        NoticeValue.text("a:b =c"), .words(.field, ["contact", "description"]), .words(.apology, []),
        .money(Money(minorUnits: -5, currency: "JPY")), .money(Money(minorUnits: 5, currency: "")),
        .reasons([
            .init(tariff: "wrong-charge", amount: Money(minorUnits: 1_000)), .init(tariff: "", amount: Money(minorUnits: -1)),
        ]),
        .time(NoticeScenario.time("10:00")), .day(NoticeScenario.time("10:00")),
    ])
    func aValueIsReadAsItWasWritten(value: NoticeValue) throws {
        #expect(try WireCoder().decode([NoticeValue].self, from: WireCoder().encode([value])) == [value])
    }

    @Test func aWordOfALaterReleaseIsRefusedAndNotPassedOver() {
        for stored in [
            #"{"c":"C1","o":[{"d":"1 qq 0 w0 t"}]}"#, #"{"c":"C1","s":"q"}"#, #"{"c":"C1","u":"x"}"#,
            #"{"c":"C1","o":[{"d":"1 r 0 q0 t"}]}"#,
        ] {
            #expect(throws: (any Error).self) { try WireCoder().decode(NoticeState.self, from: Data(stored.utf8)) }
        }
    }

    /// What it held before, without the customer's sealed data, was some 900 bytes.
    @Test func aPlainComplaintsFileIsSmall() throws {
        var scenario = try NoticeScenario.china()
        try scenario.when(.registered())
        try scenario.when(.dispatched)
        try scenario.when(.accepted())
        let onTheWay = WireCoder().encode(try #require(scenario.file))
        #expect(onTheWay.count < 400, "\(onTheWay.count): \(String(decoding: onTheWay, as: UTF8.self))")
        for index in 1...2 { try scenario.when(.receipt(index, .delivered)) }
        let arrived = WireCoder().encode(try #require(scenario.file))
        #expect(arrived.count < 200, "\(arrived.count): \(String(decoding: arrived, as: UTF8.self))")
    }
}
