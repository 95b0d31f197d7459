import Contracts
import Foundation
import Testing

@testable import Domain

/// What the customer is told of the money: how much and why, or that nothing is due and why (S108, S198).
struct ClaimNoticeTests {
    private static let complaint = NoticeScenario.complaint
    private static let at = NoticeScenario.time("14:00")
    private static let claim: ClaimNumber = "R20260302003000127-1"

    private static func settled(_ lines: [AmountLine]?) -> NoticeInput {
        let sum = lines?.reduce(0) { $0 + $1.amount.minorUnits } ?? 5_000
        return .claim(
            .settled(
                ClaimSettled(
                    complaint: complaint, claim: claim, amount: Money(minorUnits: sum), paymentKey: claim.rawValue, reference: nil, at: at,
                    statement: lines)))
    }

    private static func denied(_ code: DenialReason?, ground: String? = nil, _ claim: ClaimNumber = claim) -> NoticeInput {
        .claim(
            .denied(
                ClaimDenied(
                    complaint: complaint, claim: claim, liability: .operatorNotAtFault, reason: "the figure xyz is not known", at: at,
                    code: code, ground: ground)))
    }

    private static func declined(_ reason: Reason) -> NoticeInput {
        .claim(.declined(ClaimDeclined(complaint: complaint, claim: claim, reason: reason, by: "supervisor-07", at: at)))
    }

    private static func proposed(_ liability: Liability?) -> NoticeInput {
        .claim(
            .proposed(
                ClaimProposed(
                    complaint: complaint, claim: "R20260302003000127-2", liability: liability, amount: Money(minorUnits: 100), lines: [],
                    band: "policy", approvalRequired: false, by: "staff-1", at: at)))
    }

    private static func demanding(_ language: Language = .chinese) throws -> NoticeScenario {
        var scenario = try NoticeScenario.china()
        try scenario.when(.registered(language: language, disputed: Money(minorUnits: 5_000)))
        return scenario
    }

    private static let statement = [
        AmountLine(tariff: "wrong-charge", amount: Money(minorUnits: 6_200), source: "Consumer Law art. 52"),
        AmountLine(tariff: "offset", amount: Money(minorUnits: -1_200), source: "had already: refunded"),
    ]

    @Test func aPaymentIsToldWithWhatItIsMadeOf() throws {
        var scenario = try NoticeScenario.china()
        try scenario.when(.registered())
        let told = try scenario.when(Self.settled(Self.statement))
        let chinese = try #require(told.texts(of: "compensation-settled").first)
        #expect(chinese.contains("退费补偿50.00元"), "S108: what is made good")
        #expect(
            chinese.contains("退还多收费用(《消费者权益保护法》第五十二条)62.00元;扣除此前已退还或补偿的金额-12.00元"), "S108: with the reasons")
        scenario = try NoticeScenario.china()
        try scenario.when(.registered(language: .english))
        let english = try #require(try scenario.when(Self.settled(Self.statement)).texts(of: "compensation-settled").first)
        #expect(
            english.contains(
                "refund of what was charged wrongly (Consumer Law art. 52) CNY 62.00; less what was refunded or paid before CNY -12.00"))
    }

    @Test func aPaymentOfAFormerReleaseHasNoStatementAndIsToldAsOneSum() throws {
        var scenario = try NoticeScenario.china()
        try scenario.when(.registered())
        #expect(try scenario.when(Self.settled(nil)).texts(of: "compensation-settled").first?.contains("金额构成:退费补偿50.00元。") == true)
    }

    @Test(
        arguments: [
            (.notAtFault, nil, "经查证,我公司无过错", "we found no fault of ours"),
            (.limitNotMet, "late-repair", "障碍在规定时限内修复", "the fault was repaired in the time allowed"),
            (.alreadyHad, "wrong-charge", "应退金额此前已退还或抵扣", "has been refunded or credited already"),
        ] as [(DenialReason, String?, String, String)])
    func thatNothingIsDueIsToldWithTheReasonOnceTheComplaintIsAnswered(
        code: DenialReason, ground: String?, chinese: String, english: String
    ) throws {
        for (language, words) in [(.chinese, chinese), (.english, english)] as [(Language, String)] {
            var scenario = try Self.demanding(language)
            #expect(try scenario.when(Self.denied(code, ground: ground)).isEmpty, "the answer may yet be sent back")
            let told = try scenario.when(.customerTold())
            let text = try #require(told.texts(of: "compensation-denied").first)
            #expect(text.contains(words), "S108: explain the reasons")
            #expect(text.contains(language == .chinese ? "江苏省" : "Jiangsu"), "S016: and where to appeal")
            #expect(try scenario.when(Self.denied(code, ground: ground)).isEmpty, "told once")
        }
    }

    @Test func whoAskedForNoMoneyIsNotToldThatNoneIsDue() throws {
        var scenario = try NoticeScenario.china()
        try scenario.when(.registered())
        try scenario.when(Self.denied(.notAtFault))
        #expect(try scenario.when(.customerTold()).told == ["answer → customer"])
    }

    @Test func whatALaterFindingIsWorthTakesThePlaceOfTheRefusal() throws {
        for (liability, expected) in [(.operatorAtFault, false), (nil, true)] as [(Liability?, Bool)] {
            var scenario = try Self.demanding()
            try scenario.when(Self.denied(.notAtFault))
            try scenario.when(Self.proposed(liability))
            #expect(try scenario.when(.customerTold()).told.contains("compensation-denied → customer") == expected)
        }
    }

    @Test func whatAnApproverDeclinesIsToldButNotWhatWasReplaced() throws {
        var scenario = try Self.demanding()
        try scenario.when(Self.declined(ClaimState.replaced))
        #expect(try scenario.when(.customerTold()).told == ["answer → customer"])
        let text = try scenario.when(Self.declined("张三说不行")).texts(of: "compensation-denied").first
        #expect(text?.contains("经审核,退费申请未获批准") == true)
        #expect(text?.contains("张三") == false, "the approver's own words are the desk's")
    }

    @Test func aRefusalThatOvertakesTheRegistrationWaitsForItAndSurvivesStorage() throws {
        var scenario = try NoticeScenario.china()
        try scenario.when(Self.denied(.unclear))
        try scenario.when(.customerTold())
        let stored = try WireCoder().decode(NoticeState.self, from: WireCoder().encode(try #require(scenario.file)))
        #expect(stored == scenario.file)
        scenario = NoticeScenario(rules: scenario.rules, file: stored)
        let told = try scenario.when(.registered(disputed: Money(minorUnits: 5_000)))
        #expect(told.told.contains("compensation-denied → customer"))
        #expect(told.texts(of: "compensation-denied").first?.contains("现有证据无法认定责任") == true)
    }

    @Test func aFindingThatCannotBeCalculatedIsForTheDeskToMend() throws {
        var scenario = try Self.demanding()
        try scenario.when(.dispatched)
        let told = try scenario.when(Self.denied(.findingUnusable))
        #expect(told.told == ["staff-finding-unusable → marketing"])
        #expect(told.firstSent?.text.contains("请在投诉详情中查看原因,更正后重新认定") == true)
        #expect(told.firstSent?.text.contains("xyz") == false, "the reason is in the record, in the words of whoever found it")
        #expect(try scenario.when(.customerTold()).told == ["answer → customer"])
    }

    @Test func everyLineAndEveryRefusalOfTheShippedTariffsHasWords() throws {
        let rules = try NoticeScenario.china().rules
        let spoken = try CompensationPolicy.china().spoken
        #expect(rules.templates.faults(speaking: spoken).isEmpty)
        #expect(spoken.contains { $0 == (.denial, "limit-not-met/late-repair") } && spoken.contains { $0 == (.tariff, "works-damages") })
        let faults = rules.templates.faults(speaking: [(.tariff, "free-lunch")])
        #expect(faults.map(\.problem) == ["have none for the tariff free-lunch"])
    }
}
