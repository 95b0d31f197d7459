import Moments
import Testing

@testable import Domain

/// When a ground of the law is given at all, and what else it gives, by the China pack as shipped.
struct StatutoryTariffTests {
    typealias Figure = Particulars.Figure

    @Test(
        arguments: [
            (48, [], false), (49, [], true), (72, ["rural"], false), (73, ["rural"], true), (49, ["rural"], false),
        ] as [(Int, [String], Bool)])
    func aRepairIsLateAfterFortyEightHoursInTownsAndSeventyTwoInTheCountry(
        hours: Int, circumstances: [String], isOwed: Bool
    ) throws {
        let outcome = try outcome("late-repair", fen: 7_200, hours, Particulars(circumstances: circumstances))
        #expect((outcome.claim?.amount.minorUnits == Int64(hours) * 10) == isOwed, "S198: Telecom Regulations art. 32")
        #expect((outcome.denial?.contains("quantity is more than \(circumstances.isEmpty ? 48 : 72)") == true) == !isOwed)
    }

    @Test func aFaultOfTheCustomersOwnTerminalIsNotTheOperators() throws {
        let outcome = try outcome("late-repair", fen: 7_200, 100, Particulars(circumstances: ["terminal-at-fault"]))
        #expect(
            outcome.denial
                == "the ground late-repair gives nothing where terminal-at-fault applies (Telecom Regulations art. 32)")
    }

    @Test(arguments: [("CN-JS", 48, false), ("CN-JS", 49, true), ("CN-HA", 24, false), ("CN-HA", 25, true)] as [(Province, Int, Bool)])
    func serviceIsRestoredWithinFortyEightHoursOfPaymentAndInHenanWithinTwentyFour(
        province: Province, hours: Int, isOwed: Bool
    ) throws {
        let outcome = try outcome("late-restoring", fen: 7_200, hours, in: province)
        #expect((outcome.claim != nil) == isOwed, "S198: Telecom Regulations art. 34, Henan art. 24")
        #expect(outcome.claim?.lines.first?.source.contains("the sum is unconfirmed") != false)
    }

    @Test(
        arguments: [
            ("CN-JS", 50_000, false), ("CN-JS", 50_001, true), ("CN-HA", 30_000, false), ("CN-HA", 30_001, true),
        ] as [(Province, Int64, Bool)])
    func aHugeFeeIsAboveFiveTimesTheAverageAndInHenanAboveThree(province: Province, fen: Int64, isHuge: Bool) throws {
        let figures = Particulars(figures: [Figure(name: "monthly-average", value: 10_000), Figure(name: "remission", value: 5_000)])
        let outcome = try outcome("huge-fee-not-told", fen: fen, figures, in: province)
        #expect(outcome.claim.map(\.amount.minorUnits) == (isHuge ? 5_000 : nil), "S198: Telecom Regulations art. 33, Henan art. 41")
    }

    @Test func worksReduceTheFeeForTheOutageAndWhoWasNotToldHasDamagesToo() throws {
        let damages = [Figure(name: "damages", value: 3_000)]
        let told = try outcome("works-outage", fen: 7_200, 12, Particulars(figures: damages))
        #expect(told.claim?.lines.words == "works-outage 120", "S198: Telecom Regulations art. 35")
        let notTold = try outcome("works-outage", fen: 7_200, 12, Particulars(figures: damages, circumstances: ["not-notified"]))
        #expect(notTold.claim?.lines.words == "works-outage 120, works-damages 3000")
    }

    /// 100 yuan held for 365 days at 3 per cent, and 5 yuan of costs; at the deposit rate where the customer is the cause.
    @Test func aPrepaymentComesBackWithInterestAndNecessaryCosts() throws {
        let figures = [
            Figure(name: "days", value: 365), Figure(name: "lpr-basis-points", value: 300), Figure(name: "costs", value: 500),
        ]
        let claim = try #require(try outcome("prepaid-refund", fen: 10_000, Particulars(figures: figures)).claim)
        #expect(
            claim.lines.words == "prepaid-refund 10000, prepaid-interest 300, necessary-costs 500",
            "S198: Consumer Law art. 53")
        #expect(claim.lines[1].source.contains("operator-supplied"))
        let deposit = [Figure(name: "days", value: 365), Figure(name: "deposit-basis-points", value: 150)]
        #expect(
            try outcome("prepaid-refund", fen: 10_000, Particulars(figures: deposit, circumstances: ["customer-is-cause"])).claim?
                .lines.words == "prepaid-refund 10000, prepaid-interest-at-deposit-rate 150")
        #expect(
            try outcome("prepaid-refund", fen: 10_000).denial
                == "the ground prepaid-refund is calculated from the figure days, and the finding names none")
    }

    @Test(arguments: [(7, true), (8, false)])
    func goodsBoughtAtADistanceGoBackWithinSevenDays(days: Int, isOwed: Bool) throws {
        let outcome = try outcome("distance-return", fen: 19_900, days)
        #expect(outcome.claim.map(\.amount.minorUnits) == (isOwed ? 19_900 : nil), "S198: Consumer Law art. 25")
    }

    @Test func fraudIsOwedBesidesTheLossItself() throws {
        var claims = ClaimScenario(try .china())
        try claims.registers()
        #expect(try claims.finds(fen: 10_000).first?.proposal?.amount == Money(minorUnits: 20_000))
        let fraud = try #require(try claims.finds(ground: "fraud", fen: 10_000).first?.proposal)
        #expect(fraud.lines.words == "fraud 50000" && fraud.cause == "fraud", "S198: Consumer Law art. 55 adds to the loss")
        #expect(claims.file?.claims.map(\.status) == [.proposed, .proposed])
    }

    @Test func aDoubleRefundIsSaidToBeAPromiseAndNoLaw() throws {
        let policy = try CompensationPolicy.china()
        let promises = policy.tariffs.flatMap(\.parts).filter { $0.name == "double-refund-promise" }
        #expect(promises.count == 2)
        for promise in promises { #expect(promise.rate.source.contains("operator promise") && promise.rate.source.contains("unconfirmed")) }
    }

    @Test func aFigureOrACircumstanceNobodyKnowsIsNamed() throws {
        let figure = try outcome("wrong-charge", fen: 100, Particulars(figures: [Figure(name: "dayz", value: 1)]))
        #expect(figure.denial?.hasPrefix("the figure dayz is not known: there are costs, credited, damages, days") == true)
        let circumstance = try outcome("late-repair", fen: 100, 49, Particulars(circumstances: ["Rural"]))
        #expect(circumstance.denial?.hasPrefix("the circumstance Rural is not known: there are customer-is-cause") == true)
    }

    @Test func whatTheCustomerHasHadAlreadyIsTakenOff() throws {
        let had = [Figure(name: "refunded", value: 1_000), Figure(name: "credited", value: 500)]
        let claim = try #require(try outcome("wrong-charge", fen: 2_000, Particulars(figures: had)).claim)
        #expect(claim.lines.words == "wrong-charge 2000, double-refund-promise 2000, offset -1000, offset -500")
        #expect(claim.amount == Money(minorUnits: 2_500))
        let all = try outcome("wrong-charge", fen: 2_000, Particulars(figures: [Figure(name: "refunded", value: 4_000)]))
        #expect(all.denial == "the customer has had all that the finding is worth")
    }

    @Test func aCheckComparesFiguresOfSixtyFourBitsExactly() throws {
        let check = TariffCheck(figure: "amount", above: Sourced(try #require(Rate(5))), atMost: nil, times: "average", variants: nil)
        let policy = CompensationPolicy.fixture(tariffs: [.of("huge", checks: [check], [.part("huge", Rate(1))])])
        var claims = ClaimScenario(policy)
        try claims.registers()
        let figures = Particulars(figures: [Figure(name: "average", value: .max)])
        #expect(try claims.finds(ground: "huge", fen: .max, figures).first?.denial != nil)
    }

    /// What the China pack makes of a finding of fault.
    private func outcome(
        _ ground: String, fen: Int64, _ quantity: Int? = nil, _ particulars: Particulars? = nil, in province: Province = "CN-JS"
    ) throws -> (claim: ClaimProposed?, denial: String?) {
        var claims = ClaimScenario(try .china())
        _ = try claims.lane.when(.complaint(.registered(ComplaintScenario.complaint(province: province))))
        let events = try claims.finds(ground: ground, fen: fen, quantity: quantity, particulars)
        return (events.compactMap(\.proposal).first, events.compactMap(\.denial).first?.reason)
    }

    private func outcome(
        _ ground: String, fen: Int64, _ particulars: Particulars?, in province: Province = "CN-JS"
    ) throws -> (claim: ClaimProposed?, denial: String?) {
        try outcome(ground, fen: fen, nil, particulars, in: province)
    }
}
