import Testing

@testable import Domain

/// An appeal held against Order 35 (art. 2, 8–13; S002, S005, S006, S014–S021).
struct AppealAssessmentTests {
    private static let day = date("2026-03-18")

    /// Everything as it should be: complained on the 2nd, unanswered, appealed on the 18th.
    private static func whole(_ change: (inout Appeal) -> Void = { _ in }) -> Appeal {
        var appeal = Appeal()
        appeal.body = "CN-JS"
        appeal.date = day
        appeal.respondent = "中国电信江苏公司"
        appeal.interest = .own
        appeal.complainedOn = date("2026-03-02")
        appeal.arisenOn = date("2026-02-20")
        change(&appeal)
        return appeal
    }

    private static func assess(
        _ appeal: Appeal, on day: CivilDate = day, province: Province = "CN-JS", category: Domain.Category = "billing",
        missing: [RequiredField] = [], hasClaim: Bool = true, complainedOn: CivilDate? = nil, answeredOn: CivilDate? = nil,
        appealedBefore: Bool = false
    ) throws -> AppealAssessment {
        try IntakeRules.china().appeals.assess(
            appeal,
            AppealFacts(
                day: day, province: province, category: category, missing: missing, hasClaim: hasClaim, complainedOn: complainedOn,
                answeredOn: answeredOn, appealedBefore: appealedBefore))
    }

    @Test func anAppealThatMeetsAllIsAdmissible() throws {
        let assessment = try Self.assess(Self.whole())
        #expect(assessment.outcome == .admissible, "S018–S021: all four conditions hold")
        #expect(assessment.open.isEmpty)
        #expect(assessment.findings.map(\.point) == AppealPoint.allCases)
    }

    // MARK: The 15-day right

    @Test(arguments: [
        ("2026-03-16", AppealOutcome.tooEarly), ("2026-03-17", .tooEarly), ("2026-03-18", .admissible), ("2026-04-18", .admissible),
    ])
    func anUnansweredComplaintMayBeAppealedOnceFifteenDaysAreOver(on day: String, outcome: AppealOutcome) throws {
        let assessment = try Self.assess(Self.whole(), on: date(day))
        #expect(assessment.outcome == outcome, "S014, S015, S021: complained on 2 March, the day not counted, 15 days end on the 17th")
        #expect(assessment.mayAppealFrom == date("2026-03-18"), "S015")
    }

    @Test func holidaysDoNotLengthenTheFifteenDays() throws {
        let appeal = Self.whole {
            $0.complainedOn = date("2026-09-20")
            $0.arisenOn = date("2026-09-19")
        }
        let last = try Self.assess(appeal, on: date("2026-10-05"))
        let next = try Self.assess(appeal, on: date("2026-10-06"))
        #expect(last.outcome == .tooEarly, "S014: calendar days; 5 October is a holiday and still the fifteenth day")
        #expect(next.outcome == .admissible, "S014, S015: from 6 October, in the holidays")
    }

    @Test func anAnswerThatDoesNotSatisfyMayBeAppealedAtOnce() throws {
        let assessment = try Self.assess(Self.whole { $0.answeredOn = date("2026-03-05") }, on: date("2026-03-05"))
        #expect(assessment.outcome == .admissible, "S015, S021: not satisfied with the result")
        #expect(assessment.mayAppealFrom == date("2026-03-05"))
    }

    @Test func anAnswerThatSatisfiedLeavesNothingToAppeal() throws {
        let appeal = Self.whole {
            $0.answeredOn = date("2026-03-05")
            $0.satisfied = true
        }
        let assessment = try Self.assess(appeal)
        #expect(assessment.outcome == .refused, "Order 35 art. 11(5): art. 10(4) is not met")
        #expect(assessment.verdict(.complainedFirst) == .failed, "S021")
    }

    @Test func theEarlierOfWhatTheFileHasAndWhatTheAppealSaysCounts() throws {
        let forgotten = Self.whole { $0.complainedOn = date("2026-01-01") }
        #expect(
            try Self.assess(forgotten, complainedOn: date("2026-03-10")).outcome == .admissible,
            "S021: asked on 1 January, which the file no longer remembers")
        let later = Self.whole { $0.complainedOn = date("2026-03-15") }
        #expect(try Self.assess(later, complainedOn: date("2026-03-02")).outcome == .admissible, "S021: the file knows of 2 March")
        let silent = Self.whole { $0.complainedOn = nil }
        #expect(try Self.assess(silent, complainedOn: date("2026-03-10")).outcome == .tooEarly, "S021: by the file, asked on 10 March")
    }

    // MARK: Complain first

    @Test func whoHasNotComplainedIsSentToTheOperatorFirst() throws {
        let appeal = Self.whole {
            $0.complainedOn = nil
            $0.complainedFirst = false
        }
        let assessment = try Self.assess(appeal)
        #expect(assessment.outcome == .complainFirst, "S021; Order 35 art. 13: the operator has not handled it")
        #expect(assessment.mayAppealFrom == nil)
    }

    @Test func whatNobodyHasSaidIsAskedAndNotGuessed() throws {
        let silent = Self.whole {
            $0.complainedOn = nil
            $0.interest = nil
        }
        let assessment = try Self.assess(silent)
        #expect(assessment.outcome == .inquire, "Order 35 art. 13: the body asks whether the customer complained first")
        #expect(assessment.open.map(\.point) == [.directInterest, .complainedFirst])
        #expect(assessment.open.map(\.verdict) == [.unknown, .unknown])
    }

    @Test func aDisputeWithAnAgentGoesToTheOperatorThatEntrustedIt() throws {
        let appeal = Self.whole {
            $0.target = .agent
            $0.complainedOn = nil
        }
        let assessment = try Self.assess(appeal, category: "agent")
        #expect(assessment.outcome == .complainFirst, "Order 35, agents: complain to the entrusting operator")
        #expect(assessment.verdict(.agent) == .failed)
        #expect(try Self.assess(Self.whole { $0.target = .agent }, category: "agent").outcome == .admissible)
    }

    @Test func aQuestionOfPolicyIsAnswered() throws {
        #expect(
            try Self.assess(Self.whole { $0.isQuestion = true }).outcome == .question, "Order 35 art. 13: policy questions are answered")
    }

    // MARK: The four conditions

    @Test func eachConditionThatFailsRefusesTheAppeal() throws {
        let stranger = try Self.assess(Self.whole { $0.interest = AppealInterest.none })
        #expect(stranger.outcome == .refused && stranger.verdict(.directInterest) == .failed, "S005, S018; Order 35 art. 10(1)")
        let nobody = try Self.assess(Self.whole { $0.respondent = nil })
        #expect(nobody.outcome == .refused && nobody.verdict(.definiteRespondent) == .failed, "S006, S019; Order 35 art. 10(2)")
        let vague = try Self.assess(Self.whole(), hasClaim: false)
        #expect(vague.outcome == .refused && vague.verdict(.specificClaim) == .failed, "S020; Order 35 art. 10(3)")
        let other = try Self.assess(Self.whole { $0.aboutService = false })
        #expect(other.outcome == .refused && other.verdict(.scope) == .failed, "S002: no dispute about a telecom service")
        #expect(try Self.assess(Self.whole { $0.interest = .authorised }).outcome == .admissible, "S018")
    }

    // MARK: The six refusals

    @Test(arguments: [
        ("billing", "2025-10-18", AppealOutcome.admissible), ("billing", "2025-10-17", .refused), ("network", "2024-03-18", .admissible),
        ("network", "2024-03-17", .refused),
    ])
    func theTimeToAppealIsFiveMonthsForChargesAndTwoYearsForTheRest(category: String, arisen: String, outcome: AppealOutcome) throws {
        let assessment = try Self.assess(Self.whole { $0.arisenOn = date(arisen) }, category: Domain.Category(category))
        #expect(assessment.outcome == outcome, "Order 35 art. 11(1): five months for charges, two years for the rest, to the day")
        #expect((assessment.verdict(.inTime) == .met) == (outcome == .admissible))
    }

    @Test(arguments: [("2025-09-30", "2026-02-28"), ("2025-10-31", "2026-03-31"), ("2023-09-30", "2024-02-29")])
    func aMonthWithoutTheDayEndsOnItsLast(arisen: String, lastDay: String) throws {
        let assessment = try Self.assess(Self.whole { $0.arisenOn = date(arisen) })
        #expect(assessment.lastDay == date(lastDay), "Civil Code art. 202: no corresponding day, so the month's last")
    }

    @Test func eachRefusalRefusesByItself() throws {
        let settled = try Self.assess(Self.whole { $0.settlement = .carriedOut })
        #expect(settled.outcome == .refused && settled.verdict(.notSettled) == .failed, "Order 35 art. 11(2)")
        #expect(try Self.assess(Self.whole { $0.settlement = .agreed }).outcome == .admissible, "Order 35 art. 11(2): not carried out yet")
        let again = try Self.assess(Self.whole(), appealedBefore: true)
        #expect(again.outcome == .refused && again.verdict(.notBeforeAppealBody) == .failed, "Order 35 art. 11(3)")
        #expect(try Self.assess(Self.whole { $0.before = [.appealBody] }).outcome == .refused, "Order 35 art. 11(3)")
        for forum in [AppealForum.court, .arbitration, .consumerOrganisation, .agency] {
            let elsewhere = try Self.assess(Self.whole { $0.before = [forum] })
            #expect(elsewhere.outcome == .refused && elsewhere.verdict(.notElsewhere) == .failed, "Order 35 art. 11(4)")
        }
        let law = try Self.assess(Self.whole { $0.otherLaw = "another law" })
        #expect(law.outcome == .refused && law.verdict(.noOtherLaw) == .failed, "Order 35 art. 11(6)")
    }

    // MARK: Venue and form

    @Test func theBodyIsThatOfTheRespondentsProvinceOrElseTheNationalOne() throws {
        let local = try Self.assess(Self.whole())
        #expect(local.venue == "CN-JS", "S016; Order 35 art. 9: the respondent's province")
        let elsewhere = try Self.assess(Self.whole { $0.body = "CN-SC" })
        #expect(elsewhere.outcome == .otherVenue && elsewhere.venue == "CN-JS", "S016: Sichuan has no say over an operator in Jiangsu")
        #expect(try Self.assess(Self.whole { $0.body = "miit" }).outcome == .otherVenue, "S017: the national one only where there is none")
        let none = try Self.assess(Self.whole { $0.body = "miit" }, province: "CN-HK")
        #expect(none.outcome == .admissible && none.venue == "miit", "S017: no body in the province, so the national centre")
    }

    @Test func aFormWithGapsIsIncomplete() throws {
        #expect(try Self.assess(Self.whole(), missing: [.postcode]).outcome == .incomplete, "Order 35 art. 12")
    }

    // MARK: In words

    @Test(arguments: [Language.chinese, .english])
    func everyOutcomeAndEveryReasonCanBeSaid(language: Language) throws {
        let appeals = try IntakeRules.china().appeals
        for outcome in AppealOutcome.allCases {
            for point in AppealPoint.allCases {
                let assessment = AppealAssessment(
                    outcome: outcome, findings: [AppealFinding(point: point, verdict: .failed)], venue: "CN-JS",
                    mayAppealFrom: date("2026-03-18"), lastDay: date("2026-07-20"))
                let statement = appeals.statement(of: assessment, in: language)
                #expect(!statement.customer.isEmpty && !statement.desk.isEmpty && !statement.desk.contains("{{"))
                #expect(!statement.customer.contains("art."), "the customer is told the reason, the desk the article, too")
            }
        }
    }

    @Test func theCustomerIsToldFromWhenAndTheDeskByWhichArticle() throws {
        let appeals = try IntakeRules.china().appeals
        let early = try Self.assess(Self.whole(), on: date("2026-03-10"))
        let words = appeals.statement(of: early, in: .chinese)
        #expect(words.customer.contains("2026-03-18"), "S015: the customer is told the first day")
        #expect(words.desk.contains("不符合:"))
        let names = AppealBodyNames(laws: LawNames(["Order 35": "《电信用户申诉处理办法》"]))
        let desk = appeals.statement(of: early, in: .chinese, called: names).desk
        #expect(desk.contains("(《电信用户申诉处理办法》第8条、第10条(4)、第13条)"))
        #expect(!desk.contains("S0") && !desk.contains("complained-first"), "the desk reads sentences and laws")
    }
}

/// Reads a day such as `2026-09-30`; one that cannot be read fails the test.
private func date(_ text: String) -> CivilDate {
    guard let date = CivilDate(text) else {
        Issue.record("\(text) is not a day")
        return CivilDate(daysSinceEpoch: 0)
    }
    return date
}
