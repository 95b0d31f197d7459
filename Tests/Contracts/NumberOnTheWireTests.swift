import Contracts
import Domain
import Foundation
import Testing

/// Numbers of events: a big one that nobody reads costs nothing, one that is read is refused by its name.
struct NumberOnTheWireTests {
    private func read(_ more: String) throws -> IntakeInput.Content {
        let data = #"{"line":"13800138000","channel":"hotline","province":"CN-JS","receivedAt":"2026-03-02T01:15:00Z",\#(more)}"#
        let event = Data(#"{"specversion":"1.0","id":"1","source":"/g","type":"redress.intake.submitted.v1","data":\#(data)}"#.utf8)
        return try IntakeReader.read(CloudEventReader.read(value: event, headers: []), guard: PlainGuard()).content
    }

    private func amount(_ minorUnits: String, _ currency: String = "CNY") throws -> Money? {
        let content = try read(#""disputedAmount":{"minorUnits":\#(minorUnits),"currency":"\#(currency)"}"#).get()
        guard case .submission(let submission) = content else { return nil }
        return submission.disputedAmount
    }

    @Test(arguments: [
        #""billingRun":123456789012345678901234567890"#, #""score":1e400"#, #""iccid":[89860112345678901234]"#, #""x":{"y":-1e999}"#,
    ])
    func aBigNumberInAFieldNobodyReadsIsPassedOver(field: String) throws {
        #expect(try read(field).get() == read(#""mood":"calm""#).get())
    }

    @Test(arguments: ["5000", "5000.0", "5e3", "5E+3", "50e2", "0.5e4"])
    func oneAmountIsOneHoweverItIsWritten(text: String) throws {
        #expect(try amount(text) == Money(minorUnits: 5_000))
    }

    @Test(arguments: [
        ("18446744073709551616", "is out of range"), ("1e400", "is out of range"), ("9223372036854775808", "is out of range"),
        ("1e16", "is out of range"), ("50.5", "has the wrong type"), (#""5000""#, "has the wrong type"), ("true", "has the wrong type"),
        ("-1", "is out of range"), ("1000000000001", "is out of range"),
    ])
    func anAmountThatIsNoneIsRefusedByItsName(text: String, problem: String) {
        let fault = #expect(throws: Fault.self) { try amount(text) }
        #expect(fault?.field == "data.disputedAmount.minorUnits")
        #expect(fault?.problem == problem)
    }

    @Test func aCurrencyIsOneOfISO4217() throws {
        #expect(try amount("5000", "JPY") == Money(minorUnits: 5_000, currency: "JPY"))
        for code in ["ABC", "XXX", "RMB", "cny"] {
            let fault = #expect(throws: Fault.self) { try amount("5000", code) }
            #expect(fault?.field == "data.disputedAmount.currency")
        }
    }

    @Test(arguments: [
        (#""channel":"app""#, "data.channel"), (#""mood":1,"mood":2"#, "data.mood"),
        (#""disputedAmount":{"minorUnits":1,"minorUnits":2}"#, "data.disputedAmount.minorUnits"),
    ])
    func aNameThatStandsTwiceIsRefused(field: String, place: String) {
        #expect(throws: Fault(field: place, problem: "is given twice", expected: "each name once in one object")) { try read(field) }
    }

    @Test(arguments: ["0001-01-01T00:00:00+08:00", "9999-12-31T23:59:59-08:00", "9999-12-31T23:59:59.9999999-00:01"])
    func aTimeBeyondTheCalendarIsRefusedInTrueWords(text: String) throws {
        let data = #"{"line":"13800138000","channel":"hotline","province":"CN-JS","receivedAt":"\#(text)"}"#
        let message = try IntakeReader.read(IntakeReaderTests.event(data), guard: PlainGuard())
        #expect(
            message.content
                == .invalid(
                    Fault(
                        field: "data.receivedAt", problem: "is outside the years 0001 to 9999 of UTC",
                        expected: "a time from 0001-01-01T00:00:00Z to 9999-12-31T23:59:59.999Z")))
    }
}
