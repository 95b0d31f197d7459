import CommandLine
import Contracts
import Domain
import Foundation
import Policies
import Testing

@testable import OperatorService

struct PolicyCommandTests {
    private static let china = ShippedFile.url("Ops/policies/china")
    private let figures: PolicyFigures
    private let laws: LawPolicy

    init() throws {
        figures = try PolicyFigures(directory: Self.china)
        laws = try #require(PolicyPackCheck(directory: Self.china).laws)
    }

    private func explained(_ word: String, province: String? = nil) -> [ExplainedFigure] {
        FigureExplanation.all(of: figures.figures(about: word), province: province).map {
            ExplainedFigure($0, heads: figures.heads, laws: laws)
        }
    }

    @Test func aFigureIsExplainedWithItsLawAndWhoOverridesIt() throws {
        let answer = try #require(explained("clocks.answer.allowance").first)
        #expect(answer.value == "{calendarDays: 15}")
        #expect(answer.laws.map(\.law) == ["Order 35"])
        #expect(
            answer.text.contains("《电信用户申诉处理办法》, 工业和信息化部令第35号, in force from 2016-07-30\n"),
            "S116: the law of a figure is named with its date")
        #expect(answer.text.contains("replaced 《电信用户申诉处理暂行办法》"))
        #expect(answer.text.contains("version 2019.1, in force from 2019-02-19"))
        #expect(answer.overriddenBy.contains { $0.condition == "provinces: CN-HA" }, "S174: Henan's own rule is seen")
    }

    @Test func everyCommandOfTheContractHasItsRoles() throws {
        let roles = try #require(PolicyPackCheck(directory: Self.china).roles)
        let known = Set(roles.commands.map(\.command))
        let intake = IntakeType.allCases.compactMap { $0.rawValue.split(separator: ".").dropLast().last.map(String.init) }
        #expect((CommandVerb.all.map(\.name) + intake).filter { !known.contains($0) } == [])
    }

    @Test func aProvincesOwnFigureStandsFirst() throws {
        let henan = try #require(explained("clocks.answer.allowance", province: "CN-HA").first)
        #expect(henan.value == "{workingDays: 5}", "S174: what holds in Henan")
        #expect(henan.overrides?.value == "{calendarDays: 15}")
        #expect(henan.laws.first?.title == "《河南省电信条例》", "S043: the province's law is named")
    }

    @Test func twoPacksAreComparedFigureByFigure() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "pack-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: Self.china, to: folder)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "intake.yaml")
        let text = try String(contentsOf: file, encoding: .utf8).replacing("{value: 30d, source: S130}", with: "{value: 20d, source: S130}")
            .replacing("effective: {from: 2019-02-19}", with: "effective: {from: 2027-01-01}")
        try text.write(to: file, atomically: true, encoding: .utf8)
        let diff = PolicyDiff(figures, try PolicyFigures(directory: folder), sharedOnly: false)
        #expect(
            diff.text == """
                intake.yaml: 2019.1, in force 2019-02-19 -> 2019.1, in force 2027-01-01

                intake.repeatWindow
                  - 30d  [S130]
                  + 20d  [S130]

                1 difference

                """)
        let json = try JSONOutput.text(diff)
        #expect(json.contains(#""change":"changed","#) && json.contains(#""effective":"2027-01-01""#) && json.contains(#""new":"20d""#))
        #expect(PolicyDiff(figures, figures, sharedOnly: false).isEmpty)
    }

    @Test func aPackIsNamedByItsFolderOrItsVersion() throws {
        let path = Self.china.path
        #expect(try !PolicyPlace(path, near: path, earlierFolder: "earlier", version: "2019.1").isEarlier)
        #expect(try PolicyPlace("2019.1", near: path, earlierFolder: "earlier", version: "2019.1").folder.path == path)
        #expect(throws: UsageError.self) { try PolicyPlace("2018.1", near: path, earlierFolder: "earlier", version: "2019.1") }
    }

    @Test func factsAreReadFromLinesOfCloudEvents() throws {
        let registered =
            #"{"specversion":"1.0","id":"1","source":"/redress/intake","type":"redress.complaint.registered.v1","subject":"C1","time":"2026-04-01T09:00:00+08:00","datacontenttype":"application/json","data":{"complaint":"C1","line":{"token":"t","masked":"138****8000"},"channel":"hotline","level":"provincial","province":"CN-SC","category":"billing","nature":"ordinary","flags":[],"language":"zh","personal":"x","receivedAt":"2026-04-01T09:00:00+08:00","registeredAt":"2026-04-01T09:00:00+08:00","settledOnSpot":false,"policyVersion":"2019.1"}}"#
        let other = #"{"specversion":"1.0","id":"2","source":"/x","type":"redress.notification.requested.v1","subject":"C1","data":{}}"#
        let facts = try PastFacts.lines(of: Data("\(registered)\n\n\(other)\n".utf8))
        #expect(facts.map(\.complaint) == ["C1"])
        #expect(facts.first?.at == Instant("2026-04-01T01:00:00Z"))
        let fault = #expect(throws: RowFault.self) { try PastFacts.lines(of: Data("\(registered)\nno event\n".utf8)) }
        #expect(fault?.line == 2)
    }

    @Test func aTrialIsToldAsATableWithItsCounts() throws {
        let facts = try PastFacts.lines(
            of: Data(
                #"{"specversion":"1.0","id":"1","source":"/redress/intake","type":"redress.complaint.registered.v1","subject":"C1","time":"2026-04-01T09:00:00+08:00","data":{"complaint":"C1","line":{"token":"t","masked":"138****8000"},"channel":"hotline","level":"provincial","province":"CN-SC","category":"network","nature":"ordinary","flags":[],"language":"zh","personal":"x","receivedAt":"2026-04-01T09:00:00+08:00","registeredAt":"2026-04-01T09:00:00+08:00","settledOnSpot":false,"policyVersion":"2019.1"}}"#
                    .utf8))
        let folder = FileManager.default.temporaryDirectory.appending(path: "pack-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: Self.china, to: folder)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "routing.yaml")
        let text = try String(contentsOf: file, encoding: .utf8)
        try text.replacing("unit: {value: network-operations, source: S165}", with: "unit: {value: marketing, source: S165}")
            .write(to: file, atomically: true, encoding: .utf8)
        let now = try #require(Instant("2026-06-01T00:00:00+08:00"))
        let outcomes = try [Self.china, folder].map {
            PolicyTrial(try PolicyPackLoader.load(directory: $0), now: now).outcomes(of: facts)
        }
        let report = TrialReport(old: outcomes[0], new: outcomes[1])
        #expect(
            report.text(TimeText(offset: .utc)) == """
                complaint  what  by the pack in force  by the new pack
                C1         unit  network-operations    marketing

                complaints  what
                         1  unit

                1 complaint looked at; of 1 something would have changed

                """)
        #expect(
            try JSONOutput.text(report)
                == #"{"changed":1,"complaints":1,"counts":{"unit":1},"differences":[{"complaint":"C1","new":"marketing","old":"network-operations","what":"unit"}]}"#
        )
        #expect(TrialReport(old: outcomes[0], new: outcomes[0]).isEmpty)
    }
}
