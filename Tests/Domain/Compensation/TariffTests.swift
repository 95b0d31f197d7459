import Testing

@testable import Domain

/// What the China pack, as shipped, gives for each ground: the figures of the law.
struct TariffTests {
    @Test func theShippedPolicyHasNoFaults() throws {
        #expect(try CompensationPolicy.china().faults() == [])
    }

    @Test func aWrongChargeIsPaidBackByLawAndOnceMoreByPromise() throws {
        let claim = try proposal("wrong-charge", fen: 1_280)
        #expect(claim.amount == Money(minorUnits: 2_560))
        #expect(claim.lines.words == "wrong-charge 1280, double-refund-promise 1280")
        #expect(
            claim.lines.map(\.source) == [
                "Consumer Law art. 52", "operator promise, China Mobile 2007; unconfirmed for this operator",
            ])
    }

    @Test func whatIsPromisedIsCappedAndWhatTheLawDemandsIsNot() throws {
        let claim = try proposal("wrong-charge", fen: 250_000)
        #expect(claim.lines.words == "wrong-charge 250000, double-refund-promise 250000, cap -150000")
        #expect(claim.amount == Money(minorUnits: 350_000))
        #expect(claim.lines.last?.source == "unconfirmed")
    }

    /// One per cent of the fee for each day of delay.
    @Test(arguments: [(10_000, 3, 300), (10_000, 1, 100), (9_999, 1, 100), (9_901, 1, 100), (9_900, 1, 99), (150, 7, 11)])
    func aLateInstallationCostsOnePerCentOfTheFeeADay(fee: Int64, days: Int, owed: Int64) throws {
        let claim = try proposal("late-installation", fen: fee, days: days)
        #expect(claim.amount == Money(minorUnits: owed))
        #expect(claim.lines.map(\.source) == ["Telecom Regulations art. 31"])
    }

    /// A thirtieth of the month's rent for each day of the fault, by the hour, rounded up to the fen.
    @Test(arguments: [(5_900, 72, 590), (5_900, 96, 787), (5_900, 720, 5_900), (5_900, 744, 6_097), (100, 49, 7)])
    func aLateRepairWaivesTheRentOfTheFault(rent: Int64, hours: Int, owed: Int64) throws {
        #expect(try proposal("late-repair", fen: rent, days: hours).amount == Money(minorUnits: owed), "S198: art. 32")
    }

    /// Three times the price, and 500 yuan at the least.
    @Test(
        arguments: [
            (16_666, 50_000, "Consumer Law art. 55"), (16_667, 50_001, "Consumer Law art. 55"), (0, 50_000, "Consumer Law art. 55"),
            (100_000, 300_000, "Consumer Law art. 55"),
        ] as [(Int64, Int64, String)])
    func fraudCostsThreeTimesThePriceAndAtLeastFiveHundredYuan(price: Int64, owed: Int64, source: String) throws {
        let claim = try proposal("fraud", fen: price)
        #expect(claim.amount == Money(minorUnits: owed))
        #expect(claim.lines.map(\.source) == [source])
    }

    @Test func withoutFaultNothingIsOwed() throws {
        let denied = try denial(.operatorNotAtFault, ground: "wrong-charge", fen: 1_280)
        #expect(denied.liability == .operatorNotAtFault)
        #expect(denied.reason == "the operator is not at fault")
        #expect(denied.claim == ClaimScenario.first)
    }

    @Test func whereLiabilityIsUnclearTheShippedPolicyGivesNothing() throws {
        #expect(
            try denial(.unclear, ground: "wrong-charge", fen: 1_280).reason
                == "liability is unclear, and the policy gives nothing then")
    }

    @Test func whereLiabilityIsUnclearAnOperatorMayGiveAFixedSum() throws {
        var claims = ClaimScenario(.fixture(unclear: .goodwill, goodwill: .fixture()))
        try claims.registers()
        let claim = try #require(try claims.finds(.unclear, ground: nil).first?.proposal)
        #expect(claim.liability == .unclear)
        #expect(claim.lines.words == "goodwill 2000")
        #expect(claim.lines.map(\.source) == ["the operator's own rule"])
    }

    @Test func aGroundNobodyKnowsIsNamedTogetherWithTheKnownOnes() throws {
        #expect(
            try denial(ground: "slow-internet", fen: 1_280).reason
                == "the ground slow-internet is not known: there are "
                + "wrong-charge, value-added-dispute, huge-fee-not-told, late-installation, late-repair, late-restoring, works-outage, "
                + "fraud, prepaid-refund, distance-return")
    }

    @Test func aFindingThatLacksWhatTheGroundNeedsIsDeniedWithTheReason() throws {
        #expect(try denial(ground: nil, fen: 1_280).reason == "the finding names no ground")
        #expect(
            try denial(ground: "wrong-charge", fen: nil).reason
                == "the ground wrong-charge is calculated from an amount, and the finding names none")
        #expect(
            try denial(ground: "late-repair", fen: 5_900).reason
                == "the ground late-repair is calculated from the figure quantity, and the finding names none")
        #expect(try denial(ground: "late-installation", fen: 5_900).reason.contains("calculated by the day"))
        #expect(try denial(ground: "late-installation", fen: 5_900, quantity: 0).reason == "the finding's figures amount to nothing")
        #expect(try denial(ground: "wrong-charge", fen: 0).reason == "the finding's figures amount to nothing")
        #expect(try denial(ground: "wrong-charge", fen: -1).reason == "the finding's amount is below zero")
        #expect(try denial(ground: "late-repair", fen: 5_900, quantity: -1).reason == "the finding's quantity is below zero")
    }

    @Test func anotherCurrencyIsNotCalculatedWith() throws {
        var claims = ClaimScenario(try .china())
        try claims.registers()
        let finding = ClaimScenario.finding(fen: 1_280, currency: "USD")
        let events = try claims.lane.when(.workOrder(.liabilityFound(finding)))
        #expect(events.first?.denial?.reason == "the finding's amount is in USD, and the tariffs are in CNY")
    }

    @Test func figuresTooLargeForSixtyFourBitsAreDeniedAndNeverWrapAround() throws {
        #expect(try denial(ground: "fraud", fen: .max / 2).reason == "the part fraud is too large to be calculated")
        #expect(
            try denial(ground: "late-repair", fen: .max / 2, quantity: 49).reason == "the part late-repair is too large to be calculated")
        var claims = ClaimScenario(
            .fixture(tariffs: [Tariff.of("wrong-charge", [.part("once", Rate(1)), .part("again", Rate(1))])]))
        try claims.registers()
        #expect(try claims.finds(fen: .max - 1).first?.denial?.reason == "the sum is too large to be calculated")
    }

    @Test func theFloorStandsUnderThePartBeforeTheCapCutsIt() throws {
        let part = TariffPart.part("made-up", Rate(1, over: 2), floor: 300, cap: 400)
        func lines(_ fen: Int64) throws -> String { try part.lines(from: Money(minorUnits: fen), quantity: 1).words }
        #expect(try lines(500) == "made-up 300")
        #expect(try lines(700) == "made-up 350")
        #expect(try lines(1_001) == "made-up 501, cap -101")
    }

    /// The one claim the shipped policy proposes on a ground.
    private func proposal(_ ground: String, fen: Int64, days: Int? = nil) throws -> ClaimProposed {
        var claims = ClaimScenario(try .china())
        try claims.registers()
        return try #require(try claims.finds(ground: ground, fen: fen, quantity: days).first?.proposal)
    }

    private func denial(
        _ liability: Liability = .operatorAtFault, ground: String?, fen: Int64?, quantity: Int? = nil
    ) throws -> ClaimDenied {
        var claims = ClaimScenario(try .china())
        try claims.registers()
        let events = try claims.finds(liability, ground: ground, fen: fen, quantity: quantity)
        #expect(events.count == 1)
        return try #require(events.first?.denial)
    }
}
