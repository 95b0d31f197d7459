import Foundation
import Moments
import Policies
import Testing

@testable import Domain

/// What the China pack tells, held against the rules it comes from.
struct ToldRulesTests {
    @Test func theAcknowledgementHasTheNumberAnApologyAndThanks() throws {
        var scenario = try NoticeScenario.china()
        let text = try #require(try scenario.when(.registered()).texts(of: "acknowledgement").first)
        #expect(text.contains("C20260302003000127"), "S063: receive promptly and give feedback")
        #expect(text.contains("深表歉意") && text.contains("感谢"), "S022: apologise and thank")
    }

    @Test(arguments: [Language.chinese, .english])
    func theAnswerNamesReviewAndAppeal(language: Language) throws {
        var scenario = try NoticeScenario.china()
        try scenario.when(.registered(language: language))
        let told = try scenario.when(.customerTold())
        let text = try #require(told.texts(of: "answer").first)
        let words =
            language == .chinese
            ? ["处理方案和理由", "复核", "15日", "江苏省", "工业和信息化部"]
            : ["the solution and the reasons", "review", "15 days", "Jiangsu", "Ministry of Industry"]
        #expect(text.contains(words[0]), "S039: the result, the plan and the reasons")
        #expect(text.contains(words[1]), "S040: a dissatisfied customer may ask for a review")
        #expect(text.contains(words[2]), "S015: the right of appeal, also where there is no answer within 15 days")
        #expect(text.contains(words[3]), "S016: the appeal body of the respondent's province")
        #expect(text.contains(words[4]), "S017: where there is none, the ministry's centre")
        #expect(told.firstSent?.enclosure == .sample("sealed-answer"), "S108: the answer itself goes out in writing")
        #expect(told.firstSent?.medium == "sms")
    }

    @Test func whoIsNotContentIsToldTheWayOfAppealAndWhoIsIsThanked() throws {
        var scenario = try NoticeScenario.china()
        try scenario.when(.registered())
        try scenario.when(.customerTold())
        let path = try #require(try scenario.when(.customerTold(satisfied: false)).texts(of: "appeal-path").first)
        #expect(path.contains("复核") && path.contains("江苏省的电信用户申诉受理机构"), "S040: review or appeal")
        let thanks = try #require(try scenario.when(.customerTold(satisfied: true)).texts(of: "confirmation").first)
        #expect(thanks.contains("确认") && thanks.contains("感谢"), "S099: confirm the solution, thank the customer")
        #expect(try scenario.when(.customerTold(satisfied: true)).isEmpty)
    }

    @Test func whereTheOperatorIsAtFaultOrLateTheAnswerSaysSo() throws {
        func answer(after inputs: [NoticeInput]) throws -> String {
            var scenario = try NoticeScenario.china()
            for input in [.registered()] + inputs { try scenario.when(input) }
            return try #require(try scenario.when(.customerTold()).texts(of: "answer").first)
        }
        #expect(try !answer(after: []).contains("道歉"))
        #expect(try !answer(after: [.liabilityFound(.operatorNotAtFault)]).contains("道歉"))
        #expect(try answer(after: [.liabilityFound(.operatorAtFault)]).contains("系我公司责任"), "S090: wrong handling is admitted")
        #expect(try answer(after: [.alert(100)]).contains("超出了规定时限"), "S090: late handling is admitted")
        #expect(try answer(after: [.alert(80)]).contains("时限") == false)
    }

    @Test func whoseAnswerIsOverdueIsToldWithAnApologyAndTheRightOfAppeal() throws {
        var scenario = try NoticeScenario.china()
        try scenario.when(.registered())
        let events = try scenario.when(.alert(100), at: "10:00", day: 18)
        let text = try #require(events.texts(of: "late").first)
        #expect(text.contains("诚恳地向您道歉"), "S090: apologise sincerely for late handling")
        #expect(text.contains("申诉"), "S015: no answer within 15 days gives the right of appeal")
        #expect(try scenario.when(.alert(80)).texts(of: "late").isEmpty)
    }

    @Test func warningsComeInGrades() throws {
        var scenario = try NoticeScenario.china()
        let titles = try [80, 100, 150].map { threshold in
            try #require(try scenario.when(.alert(threshold)).firstSent?.title)
        }
        #expect(zip(titles, ["黄色", "橙色", "红色"]).allSatisfy { $0.hasPrefix($1) }, "S139: graded early warnings: \(titles)")
    }

    @Test func whatNeverArrivedIsForTheFirstContactToTell() throws {
        var scenario = try NoticeScenario.china()
        try scenario.when(.registered())
        try scenario.when(.dispatched)
        var events: [NoticeEvent] = []
        while let due = scenario.due, events.count < 20 { events += try scenario.when(.wake, now: due) }
        #expect(events.abandoned.first?.notification == "C20260302003000127-N1", "S074: whether the customer was notified is on record")
        #expect(events.told.contains("staff-unreached → hotline-centre"), "S029: the first contact stays responsible")
    }

    @Test func everyTemplateHasWordsInBothLanguagesAndCustomersAreThankedOrToldSorry() throws {
        let rules = try NoticeScenario.china().rules
        let customers = Set(rules.notification.rules.filter { $0.audience == .customer }.map(\.template))
        for template in rules.templates.templates {
            #expect(!template.zh.text.isEmpty && !template.en.text.isEmpty, "S086: standard replies, \(template.name)")
            guard customers.contains(template.name) else { continue }
            let isPolite = ["感谢", "歉", "随时与我们联系", "及时告知"].contains { template.zh.text.contains($0) }
            #expect(isPolite, "S022: apology or thanks, \(template.name)")
        }
    }
}
