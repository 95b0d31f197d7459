import Testing

@testable import Domain

/// The three branches of liability (S198), and matters that stand beside each other.
struct LiabilityBranchTests {
    @Test func eachBranchOfLiabilityHasItsOwnEnd() throws {
        let policy = CompensationPolicy.fixture(unclear: .goodwill, notAtFault: .nothing, goodwill: .fixture())
        func claims(_ liability: Liability) throws -> [ClaimEvent] {
            var claims = ClaimScenario(policy)
            try claims.registers()
            return try claims.finds(liability, fen: 2_500)
        }
        let atFault = try #require(try claims(.operatorAtFault).first?.proposal)
        #expect(atFault.kind == .liability && atFault.lines.words == "wrong-charge 2500", "S198: 企业有瑕疵")
        let unclear = try #require(try claims(.unclear).first?.proposal)
        #expect(unclear.kind == .goodwill && unclear.lines.words == "goodwill 2000", "S198: 责任不清")
        let denial = try #require(try claims(.operatorNotAtFault).first?.denial)
        #expect(denial.reason == "the operator is not at fault" && denial.code == .notAtFault, "S198: 企业无责")
    }

    @Test func whereTheOperatorIsNotAtFaultAnOperatorMayStillGiveAFixedSum() throws {
        var claims = ClaimScenario(.fixture(notAtFault: .goodwill, goodwill: .fixture()))
        try claims.registers()
        let claim = try #require(try claims.finds(.operatorNotAtFault, ground: nil).first?.proposal)
        #expect(claim.kind == .goodwill && claim.amount == Money(minorUnits: 2_000))
        #expect(try claims.finds(.unclear, ground: nil).first?.denial != nil)
    }

    @Test func goodwillIsApartFromWhatIsOwedUnlessThePolicyCountsIt() throws {
        for (counts, owed) in [(false, 5_000), (true, 3_000)] as [(Bool, Int64)] {
            var claims = ClaimScenario(.fixture(unclear: .goodwill, goodwill: .fixture(counts: counts)))
            try claims.registers()
            try claims.finds(.unclear, ground: nil)
            #expect(try claims.finds(fen: 5_000).first?.proposal?.amount == Money(minorUnits: owed))
        }
    }

    @Test func whoHasBeenPaidWhatIsOwedGetsNoGoodwillOnTop() throws {
        var claims = ClaimScenario(.fixture(unclear: .goodwill, goodwill: .fixture()))
        try claims.registers()
        try claims.finds(fen: 5_000)
        #expect(try claims.finds(.unclear, ground: nil).first?.denial?.reason == "all that the finding is worth has been claimed already")
    }

    @Test func refundingFirstGivesTheSumBackAndVerifyingLaterOnlyTheRest() throws {
        var tariff = try #require(try CompensationPolicy.china().tariffs.first { $0.ground == "value-added-dispute" })
        #expect(tariff.refundFirst?.value == false, "an operator has to choose it")
        tariff = .of("value-added-dispute", refundFirst: true, tariff.parts)
        var claims = ClaimScenario(.fixture(tariffs: [tariff]))
        try claims.registers()
        let first = try #require(try claims.finds(.unclear, ground: "value-added-dispute", fen: 1_000).first?.proposal)
        #expect(first.lines.words == "value-added-refund 1000" && first.kind == .liability, "S198: refund first, verify later")
        let rest = try #require(try claims.finds(ground: "value-added-dispute", fen: 1_000).first?.proposal)
        #expect(rest.lines.words == "value-added-refund 1000, double-refund-promise 1000, offset -1000")
    }

    @Test func mattersWithCausesOfTheirOwnAddUpAndEachIsPaidOnce() throws {
        var claims = ClaimScenario()
        try claims.registers()
        func finds(_ cause: String?, _ fen: Int64) throws -> Int64? {
            try claims.finds(fen: fen, Particulars(cause: cause)).first?.proposal?.amount.minorUnits
        }
        #expect(try finds("bill-1", 1_000) == 1_000)
        #expect(try finds("bill-2", 1_500) == 1_500)
        #expect(try finds("bill-1", 1_200) == 200)
        #expect(try finds("bill-2", 1_500) == nil)
    }

    @Test func authorityGoesByAllMattersTogether() throws {
        var claims = ClaimScenario()
        try claims.registers()
        try claims.finds(fen: 4_000, Particulars(cause: "bill-1"))
        #expect(try claims.finds(fen: 4_000, Particulars(cause: "bill-2")).first?.proposal?.band == "supervisor")
    }
}
