import Contracts
import Domain
import Foundation
import Testing

@testable import OperatorService

/// Numbers whose every digit counts, after a spreadsheet or a program has taken them for numbers.
@Suite struct SpreadsheetNumberTests {
    private static let mapping = ImportMapping(
        source: "/import/x", id: FieldRule(column: "No"),
        fields: FieldTable([
            .line: FieldRule(column: "Phone"), .lineKind: FieldRule(column: "Kind"), .channel: FieldRule(constant: "hotline"),
            .province: FieldRule(constant: "CN-SC"), .contact: FieldRule(column: "Contact"),
            .receivedAt: FieldRule(column: "When"), .disputedAmount: FieldRule(column: "Sum"), .currency: FieldRule(column: "Cur"),
        ]))

    private func outcome(_ changes: [String: String]) -> Result<String, RowFault> {
        let cells = [
            "No": "1", "Phone": "13900140009", "Kind": "", "Contact": "x", "When": "2026-11-27T09:00:00+08:00", "Sum": "", "Cur": "",
        ]
        do throws(RowFault) {
            let event = try Self.mapping.event(for: ImportedRow(line: 2, cells: cells.merging(changes) { $1 }))
            return .success(String(decoding: event.event.data, as: UTF8.self))
        } catch {
            return .failure(error)
        }
    }

    private func field(_ changes: [String: String]) -> String? {
        if case .failure(let fault) = outcome(changes) { fault.fault.field } else { nil }
    }

    @Test(arguments: ["1.39E+10", "1.39001e10", "1E+10", "1e-3", "1.39E10", "13900140009.0", "13900140009.00", "-13900140009"])
    func aNumberThatHasLostItsDigitsIsNobodys(_ text: String) {
        #expect(field(["Phone": text]) == "line")
        #expect(field(["Phone": text, "Kind": "account"]) == "line")
        #expect(field(["Contact": text]) == "contact")
        #expect(field(["No": text]) == "id")
    }

    @Test(arguments: ["1e5", "e10", "a.b", "v1.2", "1.5a", "user.0x"])
    func aNameThatOnlyLooksLikeOneIsTaken(_ text: String) {
        #expect(field(["Phone": text, "Kind": "account"]) == nil)
    }

    @Test func tenDigitsAreTakenAsWrittenAndNoZeroIsGuessed() throws {
        #expect(try outcome(["Phone": "2886001299"]).get().contains(#""line":"2886001299""#))
    }

    @Test(arguments: ["46353.375", "46353"])
    func aSerialDateIsNoTime(_ text: String) throws {
        guard case .failure(let fault) = outcome(["When": text]) else { throw Unexpected() }
        #expect(fault.fault.field == "receivedAt")
        #expect(fault.fault.problem == "is a spreadsheet's number for a day")
    }

    @Test(arguments: ["0001-01-01T00:00:00+08:00", "9999-12-31T23:59:59-08:00"])
    func aTimeBeyondTheCalendarIsNeverWritten(_ text: String) throws {
        switch outcome(["When": text]) {
        case .failure(let fault): #expect(fault.fault.field == "receivedAt")
        case .success(let data): #expect(!data.contains("0000-") && !data.contains("10000"))
        }
    }

    @Test(arguments: [
        ("1000", "JPY", 1000), ("12.500", "KWD", 12_500), ("12.5", "KWD", 12_500), ("10.5", "CNY", 1050), ("10", "", 1000),
        ("0.1234", "CLF", 1234),
        ("5000", "VND", 5000),
    ])
    func anAmountHasTheDecimalsOfItsCurrency(_ text: String, _ currency: String, _ minorUnits: Int) throws {
        let data = try outcome(["Sum": text, "Cur": currency]).get()
        #expect(data.contains(#""disputedAmount":{"minorUnits":\#(minorUnits),"#))
    }

    @Test(arguments: [
        ("9900.50", "KRW", "disputedAmount"), ("1000.0", "JPY", "disputedAmount"), ("1,234.50", "CNY", "disputedAmount"),
        ("￥50", "CNY", "disputedAmount"), ("50元", "CNY", "disputedAmount"), ("-5", "CNY", "disputedAmount"),
        ("1.234", "CNY", "disputedAmount"),
        ("１０", "CNY", "disputedAmount"), ("1.2E+3", "CNY", "disputedAmount"), ("10", "RMB", "currency"), ("10", "cny", "currency"),
    ])
    func anAmountThatIsNoneIsRefusedByItsField(_ text: String, _ currency: String, _ field: String) {
        #expect(self.field(["Sum": text, "Cur": currency]) == field)
    }

    private struct Unexpected: Error {}
}
