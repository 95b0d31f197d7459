import Domain
import Foundation
import Testing

@testable import Policies

struct PolicyFiguresTests {
    private let china: PolicyFigures

    init() throws {
        china = try PolicyFigures(directory: PackFolder.china)
    }

    @Test func everyFileHasItsVersionAndDatesOfEffect() throws {
        #expect(Set(PolicyPackLoader.files + PolicyPackCheck.files).isSubset(of: china.heads.keys))
        #expect(china.heads["clocks.yaml"] == PolicyFigures.Head(version: "2019.1", effective: "2019-02-19"))
    }

    @Test func aFigureHasItsValueAndSource() throws {
        let window = try #require(china.figures(about: "repeatWindow").first)
        #expect(window.key == "intake.repeatWindow")
        #expect(window.value == "30d", "S130")
        #expect(window.citations == [.rule("S130")])
        let answer = try #require(china.figures(about: "clocks.answer.allowance").first { $0.condition == nil })
        #expect(answer.value == "{calendarDays: 15}")
        #expect(answer.citations.contains(.law("Order 35")))
    }

    @Test func aFigureWithoutASourceIsRefused() throws {
        let folder = try PackFolder()
        let line = try folder.replace("repeatWindow: {value: 30d, source: S130}", by: "repeatWindow: {value: 30d}", in: "intake.yaml")
        let error = #expect(throws: PolicyError.self) { try PolicyPackLoader.load(directory: folder.url) }
        #expect(
            error?.faults.contains { $0.file == "intake.yaml" && $0.line == line && $0.problem.contains("source") } == true,
            "S060, S094: no figure decides over a customer without saying where it comes from")
    }

    @Test func everyClockHasItsLimitItsWarningsAndWhoSupervises() throws {
        let pack = try PolicyPackLoader.load(directory: PackFolder.china)
        for clock in pack.clocks.current.policy.clocks {
            #expect(!clock.allowance.source.isEmpty && clock.thresholds.value.contains { $0.at == 100 }, "S044: \(clock.name) has a limit")
        }
        #expect(!pack.dispatch.workOrders.ladder.isEmpty, "S044: whoever is late is supervised, step by step")
    }

    @Test func everyCitationOfASourceIsSeen() {
        #expect(
            Citation.all(in: "S050, S132; Order 35 art. 10(4); the meaning is unconfirmed") == [
                .rule("S050"), .rule("S132"), .law("Order 35"),
            ])
        #expect(
            Citation.all(in: "Personal Information Protection Law art. 50; MIIT Order 24") == [
                .law("Personal Information Protection Law"), .law("MIIT Order 24"),
            ])
        #expect(
            Citation.all(in: "records of three years (PIPL art. 56, Henan Telecom Regulations (2020) art. 43)") == [
                .law("PIPL"), .law("Henan Telecom Regulations (2020)"),
            ])
        #expect(Citation.all(in: "unconfirmed").isEmpty)
        #expect(Citation.all(in: "operator promise, China Mobile 2007; unconfirmed for this operator").isEmpty)
    }

    @Test func aProvincesOwnLimitHoldsThereAndOverridesTheNations() throws {
        let figures = china.figures(about: "clocks.answer.allowance")
        let henan = try #require(FigureExplanation.all(of: figures, province: "CN-HA").first)
        #expect(henan.holds?.value == "{workingDays: 5}", "S174: Henan answers within five working days")
        #expect(henan.base?.value == "{calendarDays: 15}")
        let sichuan = try #require(FigureExplanation.all(of: figures, province: "CN-SC").first)
        #expect(sichuan.holds == sichuan.base)
        #expect(sichuan.overrides.contains { $0.condition?.text == "provinces: CN-CQ" && $0.value == "{workingDays: 15}" })
    }

    @Test func figuresAreFoundByRuleAndByLaw() {
        #expect(china.figures(about: "S130").contains { $0.key == "intake.repeatWindow" })
        #expect(china.figures(about: "Order 35").contains { $0.key == "clocks.answer.allowance" })
        #expect(china.figures(about: "no such thing").isEmpty)
    }

    @Test func twoPacksDifferInWhatWasChanged() throws {
        let folder = try PackFolder()
        try folder.replace("repeatWindow: {value: 30d, source: S130}", by: "repeatWindow: {value: 15d, source: S130}", in: "intake.yaml")
        try folder.replace("source: Order 35 art. 8}", by: "source: Order 35 art. 8 as amended}", in: "clocks.yaml")
        try folder.replace("supplementLimit:", by: "supplementBound:", in: "intake.yaml")
        let found = PolicyDifference.between(china, try PolicyFigures(directory: folder.url))
        #expect(
            found.map { "\($0.change) \($0.key): \($0.old?.value ?? "-") -> \($0.new?.value ?? "-")" } == [
                "resourced clocks.answer.allowance: {calendarDays: 15} -> {calendarDays: 15}",
                "added intake.supplementBound: - -> 5", "changed intake.repeatWindow: 30d -> 15d",
                "removed intake.supplementLimit: 5 -> -",
            ], "S137: what changes in a figure or its source is seen")
        #expect(PolicyDifference.between(china, china).isEmpty)
    }
}
