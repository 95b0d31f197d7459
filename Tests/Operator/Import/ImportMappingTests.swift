import Contracts
import Domain
import Foundation
import Testing

@testable import OperatorService

@Suite struct ImportMappingTests {
    private let mapping = ImportMapping(
        source: "/import/hotline", id: FieldRule(column: "No"),
        fields: FieldTable([
            .line: FieldRule(column: "Phone"),
            .channel: FieldRule(constant: "hotline"),
            .province: FieldRule(column: "Where", words: ["Sichuan": "CN-SC"]),
            .category: FieldRule(
                column: "Words", keywords: [.init(value: "billing", words: ["charg", "bill"])], otherwise: "service"),
            .description: FieldRule(template: RowTemplate("{{Words}} ({{Where}})")),
            .receivedAt: FieldRule(column: "When", format: DatePattern("d.M.yyyy H:mm"), offset: UTCOffset("+08:00")),
            .disputedAmount: FieldRule(column: "Sum"),
        ]))

    private func row(_ changes: [String: String] = [:]) -> ImportedRow {
        let cells = ["No": "7", "Phone": "13800138000", "Where": "Sichuan", "Words": "Wrongly charged", "When": "1.4.2026 9:00", "Sum": ""]
        return ImportedRow(line: 12, cells: cells.merging(changes) { $1 })
    }

    private func refusal(_ changes: [String: String]) -> RowFault? {
        do {
            _ = try mapping.event(for: row(changes))
            return nil
        } catch {
            return error
        }
    }

    @Test func aRowBecomesTheEventItsRulesSay() throws {
        let imported = try mapping.event(for: row(["Sum": "12.5"]))
        #expect(imported.key == "13800138000")
        #expect(imported.event.id.hasPrefix("7-"))
        #expect(imported.event.source == "/import/hotline")
        #expect(imported.event.type == "redress.intake.submitted.v1")
        let data = String(decoding: imported.event.data, as: UTF8.self)
        #expect(data.contains(#""category":"billing""#))
        #expect(data.contains(#""description":"Wrongly charged (Sichuan)""#))
        #expect(data.contains(#""receivedAt":"2026-04-01T01:00:00Z""#))
        #expect(data.contains(#""disputedAmount":{"minorUnits":1250,"currency":"CNY"}"#))
    }

    @Test func aKeywordBeginsAWordAndOtherwiseStandsIn() throws {
        #expect(try mapping.submission(for: row(["Words": "My BILL is late"])).category == "billing")
        #expect(try mapping.submission(for: row(["Words": "a discharged battery"])).category == "service")
    }

    @Test(arguments: [("我要投诉多扣费了", "billing"), ("家里宽带很慢", "network"), ("WiFi断线", "network"), ("态度不好", "service")])
    func aKeywordInChineseStandsAnywhereInTheText(_ words: String, _ category: Domain.Category) throws {
        let rule = FieldRule(
            column: "Words",
            keywords: [.init(value: "billing", words: ["扣费", "话费"]), .init(value: "network", words: ["宽带", "断线"])], otherwise: "service")
        #expect(try rule.value(in: row(["Words": words]), field: "category") == category.rawValue)
    }

    @Test func anEmptyKeywordFitsEverythingAndIsRefused() {
        let rule = FieldRule(column: "Words", keywords: [.init(value: "billing", words: [" "])])
        #expect(rule.faults(at: "fields.category").map(\.problem) == ["has an empty keyword"])
    }

    @Test func whoTookItDownAndWhatWasDoneComeFromColumnsToo() throws {
        let more = ImportMapping(
            source: "/x",
            fields: FieldTable([
                .line: FieldRule(column: "Phone"), .takenBy: FieldRule(column: "No"),
                .duties: FieldRule(constant: "letter-archived=LF-7；call-back"),
                .homeProvince: FieldRule(column: "Where", words: ["Sichuan": "CN-SC"]), .writtenByCustomer: FieldRule(constant: "yes"),
            ]))
        let details = try #require(try more.submission(for: row()).details)
        #expect(details.takenBy == "7")
        #expect(details.duties == [DutyDone(duty: "letter-archived", reference: "LF-7"), DutyDone(duty: "call-back", reference: nil)])
        #expect(details.homeProvince == "CN-SC")
        #expect(details.writtenByCustomer == true)
    }

    @Test func theKeyIsTheOneSpellingOfTheLine() throws {
        #expect(try mapping.event(for: row(["Phone": " +8613800138000 "])).key == "13800138000")
    }

    @Test(arguments: [
        (["Phone": "138x"], "line", "has letters"),
        (["Phone": ""], "line", "is missing"),
        (["Where": "Atlantis"], "province", "has a word the mapping does not know"),
        (["When": "yesterday"], "receivedAt", "is not a time in the mapping's format"),
        (["When": ""], "receivedAt", "is missing"),
        (["Sum": "12,50"], "disputedAmount", "is not an amount of CNY"),
        (["Words": String(repeating: "x", count: 4001)], "description", "is too long"),
    ])
    func aBadRowIsRefusedByFieldAndNeverQuoted(_ changes: [String: String], _ field: String, _ problem: String) throws {
        let fault = try #require(refusal(changes))
        #expect(fault.line == 12)
        #expect(fault.fault.field == field)
        #expect(fault.fault.problem == problem)
        for value in changes.values where !value.isEmpty { #expect(!fault.description.contains(value)) }
    }

    @Test func aRowWithoutAnIdIsKnownByItsCells() throws {
        let plain = ImportMapping(source: "/x", fields: mapping.fields)
        let first = try plain.event(for: row()).event.id
        #expect(try plain.event(for: ImportedRow(line: 99, cells: row().cells)).event.id == first)
        #expect(try plain.event(for: row(["Words": "other"])).event.id != first)
    }

    @Test func timesMoveSoThatTheAnchorFallsOnTheTarget() throws {
        let anchor = try #require(Instant("2026-04-01T01:00:00Z"))
        let target = try #require(Instant("2026-11-24T00:00:00Z"))
        let rebased = ImportMapping(source: "/x", rebase: .init(anchor: anchor), fields: mapping.fields)
        #expect(try rebased.submission(for: row(), shift: rebased.shift(to: target)).receivedAt == target)
        #expect(mapping.shift(to: target) == .zero)
    }

    @Test func aMappingThatCannotBeMeantIsRefused() {
        let fields = FieldTable([
            .channel: FieldRule(column: "a", constant: "b"), .language: FieldRule(column: "c", words: [:], format: DatePattern("d.M.yyyy")),
        ])
        let faults = ImportMapping(source: "", encoding: "latin", separator: "；", fields: fields).faults().map(\.field)
        #expect(faults == ["source", "separator", "encoding", "fields.line", "fields.channel", "fields.language"])
    }

    @Test func aFileWithoutAColumnOfTheMappingIsRefusedByName() throws {
        #expect(throws: RowFault.self) { try mapping.check(columns: ["No", "Phone", "Where", "Words", "When"]) }
        try mapping.check(columns: ["No", "Phone", "Where", "Words", "When", "Sum", "More"])
    }
}
