import Foundation
import Testing

@testable import Domain

/// What `redress policy check` finds in the notification policies.
struct NotificationRulesTests {
    @Test func aPolicyThatHoldsTogetherHasNoFaults() {
        #expect(NotificationRules.fixture().faults().isEmpty)
    }

    @Test func aPlaceholderThatTheTriggerDoesNotFillIsFoundBeforeAnythingIsSent() throws {
        let rules = NotificationRules.fixture(
            rules: [NotificationRules.rule(.withdrawn, .customer)],
            templates: [NotificationRules.template("withdrawn", zh: "{{line}}", en: "Dear {{customer}}")])
        #expect(
            rules.faults() == [
                Fault(
                    field: "templates[0].en.text", problem: "uses {{customer}}, which withdrawn does not fill",
                    expected: "one of apology, complaint, line, province, stage")
            ])
        var scenario = NoticeScenario(rules: rules)
        try scenario.when(.registered(language: .english))
        #expect(throws: Fault.self) { try scenario.when(.withdrawn) }
    }

    @Test func staffAreNotShownTheLine() {
        let rules = NotificationRules.fixture(
            rules: [NotificationRules.rule(.answered, .firstContact)],
            templates: [NotificationRules.template("answered", zh: "{{line}}", en: "{{workOrder}}")])
        #expect(rules.faults().map(\.field) == ["templates[0].zh.text"])
    }

    @Test(arguments: [
        ("an {{open", "opens a placeholder and never closes it"), ("an {{}} empty", "has a placeholder that is not a name"),
        ("a {{bad name}}", "has a placeholder that is not a name"),
    ])
    func aBrokenPlaceholderIsAFault(text: String, problem: String) {
        let rules = NotificationRules.fixture(
            rules: [NotificationRules.rule(.withdrawn, .customer)],
            templates: [NotificationRules.template("withdrawn", zh: text, en: "fine")])
        #expect(rules.faults().map(\.problem) == [problem])
    }

    @Test func aRuleWithoutItsTemplateOrUnitIsAFault() {
        let rules = NotificationRules.fixture(
            rules: [
                NotificationRules.rule(.withdrawn, .customer, template: "farewell"), NotificationRules.rule(.approvalNeeded, .unit),
                NotificationRules.rule(.answered, .responsible, unit: "marketing"),
                NotificationRules.rule(.withdrawn, .customer, template: "farewell"),
            ], templates: [])
        #expect(
            rules.faults().map(\.description).sorted() == [
                "rules[0].template is not defined; expected a template listed under templates",
                "rules[1].template is not defined; expected a template listed under templates",
                "rules[1].unit is missing; expected the unit to notify",
                "rules[2].template is not defined; expected a template listed under templates",
                "rules[2].unit has no use; expected tell: unit",
                "rules[3].template is not defined; expected a template listed under templates",
                "rules[3].template is sent twice for one trigger; expected each template once",
            ])
    }

    @Test func aChannelWhoseReplyMediumNobodyDefinedIsAFault() {
        #expect(NotificationRules.fixture(replyMedium: "pigeon").faults().map(\.field) == ["channels[0].replyMedium.value"])
    }

    @Test(arguments: [#"{"from":"21:00","until":"21:00"}"#, #"{"from":"24:00","until":"08:00"}"#, #"{"from":"9:00","until":"08:00"}"#])
    func quietHoursThatAreNoHoursAreRefused(json: String) {
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(QuietHours.self, from: Data(json.utf8)) }
    }

    @Test func aValueIsNeverTakenForAPlaceholder() throws {
        let text = try NoticeText("a {{name}} b", at: "text")
        #expect(try text.filled { _ in "{{other}}" } == "a {{other}} b")
    }

    @Test func amountsAreWrittenAsPeopleReadThem() throws {
        let offset = try #require(UTCOffset(minutes: 480))
        let zh = NoticeWording(language: .chinese, offset: offset, words: [:], laws: LawNames())
        let en = NoticeWording(language: .english, offset: offset, words: [:], laws: LawNames())
        #expect(zh.text(.money(Money(minorUnits: 5))) == "0.05元")
        #expect(en.text(.money(Money(minorUnits: 123_456))) == "CNY 1234.56")
        #expect(en.text(.money(Money(minorUnits: 700, currency: "JPY"))) == "JPY 700")
        #expect(en.text(.time(NoticeScenario.time("00:05"))) == "2026-03-02 00:05")
    }
}
