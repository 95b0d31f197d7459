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

    /// A rule put before all others of its list, in each kind of list that a pack has, and the key that it is known by.
    static let insertions: [(file: String, above: String, rule: String, key: String)] = [
        (
            "notification.yaml", "rules:\n",
            "  - {when: transferred, tell: customer, template: status, droppedBy: [archived, withdrawn], source: S089}\n",
            "notification.rules.transferred.customer"
        ),
        (
            "notification.yaml", "rules:\n", "  - {when: breached, only: [response], tell: customer, template: late, source: S089}\n",
            "notification.rules.breached.customer.response"
        ),
        ("templates.yaml", "words:\n", "  - {of: clock, code: call-back, zh: 回电, en: call back}\n", "templates.words.clock.call-back"),
        ("appeals.yaml", "points:\n", "  - {of: other, source: S089, zh: 其他, en: other}\n", "appeals.points.other"),
        ("roles.yaml", "separations:\n", "  - {maker: reviewer, checker: approver, source: S149}\n", "roles.separations.reviewer.approver"),
        ("retention.yaml", "anchors:\n", "  - {period: 7d, source: S089}\n", "retention.anchors.7d"),
        (
            "work-order.yaml", "partnerPenalties:\n", "  - {liability: none, grade: {value: praise, source: S169}}\n",
            "work-order.partnerPenalties.none"
        ),
        (
            "scripts.yaml", "    items:\n", "      - zh: {point: 先问好, say: 您好}\n        en: {point: Say hello, say: Hello}\n",
            "scripts.reception.items.先问好"
        ),
        (
            "clocks.yaml", "    overrides:\n",
            "      - when: {provinces: [CN-XJ]}\n        allowance: {value: {workingDays: 9}, source: S174}\n        "
                + "thresholds: {value: [{at: 100, step: 1}], source: S174}\n", "clocks.answer.overrides.CN-XJ"
        ),
        (
            "calendar.yaml", "    years:\n", "      - {year: 2023, notice: n, source: s, holidays: [{name: 元旦, off: [2023-01-01]}]}\n",
            "calendar.calendars.china.years.2023"
        ),
    ]

    @Test(arguments: insertions)
    func aRuleThatIsPutBeforeTheOthersIsOneDifference(file: String, above: String, rule: String, key: String) throws {
        // Given a pack with one rule more, at the head of its list.
        let folder = try PackFolder()
        try folder.replace(above, by: above + rule, in: file)
        let more = try PolicyFigures(directory: folder.url)

        // When it is compared with the pack before, in both directions, then that rule is the difference, whole, and nothing else is.
        let added = PolicyDifference.between(china, more)
        #expect(added.map { "\($0.change) \($0.key)" } == ["added \(key)"], "S137: what changes is seen, and nothing beside it")
        #expect(added.first?.new?.value.hasPrefix("{") == true || file == "retention.yaml")
        #expect(PolicyDifference.between(more, china).map { "\($0.change) \($0.key)" } == ["removed \(key)"])
    }

    @Test func noFigureIsCalledByItsPlace() {
        #expect(china.figures.filter { $0.key.contains("#") }.map(\.key) == [], "two elements of a list have one name")
        #expect(!china.figures(about: "notification.rules.breached.customer.answer").isEmpty)
        #expect(!china.figures(about: "words.clock.answer").isEmpty)
    }
}
