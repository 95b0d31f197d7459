import Testing

@testable import Domain

/// What findings of liability become: in which order, how often, one after another.
struct FindingTests {
    @Test func aFindingBeforeItsComplaintWaitsForTheRegistration() throws {
        var claims = ClaimScenario()
        #expect(try claims.finds(fen: 2_500) == [])
        #expect(claims.status == .unregistered)
        #expect(claims.lane.due == nil)
        #expect(try claims.registers().map(\.word) == ["proposed", "approved", "settlementRequested"])
        #expect(claims.status == .settlementRequested)
    }

    @Test func findingsThatWaitedAreCalculatedInTheirOrder() throws {
        var claims = ClaimScenario()
        try claims.finds(fen: 2_500)
        try claims.finds(fen: 4_000)
        #expect(
            try claims.registers().compactMap(\.proposal).map(\.amount.minorUnits) == [2_500, 1_500])
    }

    @Test func whatIsSaidTwiceIsDecidedOnce() throws {
        let finding = CompensationInput.workOrder(.liabilityFound(ClaimScenario.finding(fen: 2_500)))
        var claims = ClaimScenario()
        _ = try claims.lane.when(finding)
        _ = try claims.lane.when(finding)
        #expect(try claims.registers().compactMap(\.proposal).count == 1)
        #expect(try claims.lane.when(finding) == [])
        #expect(try claims.registers() == [])
        #expect(claims.file?.claims.count == 1)
    }

    @Test func tooManyFindingsForAComplaintNobodyRegisteredAreAFault() throws {
        var claims = ClaimScenario()
        for fen in 1...Int64(WaitingFindings.limit) { try claims.finds(fen: fen) }
        #expect(throws: Fault.self) { try claims.finds(fen: 1_000) }
        #expect(try claims.registers().compactMap(\.proposal).count == WaitingFindings.limit)
    }

    @Test func ofASecondFindingOnlyWhatIsAboveTheFirstIsClaimed() throws {
        var claims = ClaimScenario()
        try claims.registers()
        try claims.finds(fen: 2_500)
        try claims.confirms()
        let claim = try #require(try claims.finds(fen: 4_000).first?.proposal)
        #expect(claim.claim == "R20260930003000127-2")
        #expect(claim.amount == Money(minorUnits: 1_500))
        #expect(claim.lines.words == "wrong-charge 4000, offset -2500")
        #expect(claim.lines.last?.source == "claimed before: R20260930003000127-1")
    }

    @Test(arguments: [4_000, 3_999, 1])
    func aSecondFindingThatIsNotAboveTheFirstIsDenied(fen: Int64) throws {
        var claims = ClaimScenario()
        try claims.registers()
        try claims.finds(fen: 4_000)
        let events = try claims.finds(fen: fen)
        #expect(events.map(\.word) == ["denied"])
        #expect(events.first?.denial?.reason == "all that the finding is worth has been claimed already")
        #expect(claims.status == .settlementRequested)
    }

    @Test func aPaymentThatFailedForGoodStillCountsAsClaimed() throws {
        var claims = try ClaimCommandTableTests.scenario(at: .settlementFailed)
        #expect(try claims.finds(fen: 10_000).map(\.word) == ["denied"])
        #expect(try claims.finds(fen: 12_000).first?.proposal?.amount == Money(minorUnits: 2_000))
    }

    @Test func whatWasDeclinedIsNotTakenOff() throws {
        var claims = try ClaimCommandTableTests.scenario(at: .declined)
        #expect(try claims.finds(fen: 12_000).first?.proposal?.amount == Money(minorUnits: 12_000))
    }

    /// Approvers name the complaint and not the claim, so a proposal that is no longer true must not stay to be approved.
    @Test func aProposalNobodyDecidedIsReplacedByTheNextFinding() throws {
        var claims = try ClaimCommandTableTests.scenario(at: .proposed)
        let events = try claims.finds(fen: 60_000, by: "staff-2077")
        #expect(events.map(\.word) == ["declined", "proposed"])
        guard case .declined(let declined)? = events.first else { return }
        #expect(declined.claim == ClaimScenario.first)
        #expect(declined.by == "staff-2077")
        #expect(declined.reason == "replaced by a later finding")
        #expect(events.last?.proposal?.amount == Money(minorUnits: 60_000))
        #expect(claims.file?.claims.map(\.status) == [.declined, .proposed])
    }

    @Test func aFindingThatFreesTheOperatorEndsTheProposal() throws {
        var claims = try ClaimCommandTableTests.scenario(at: .proposed)
        #expect(try claims.finds(.operatorNotAtFault, ground: nil).map(\.word) == ["declined", "denied"])
        #expect(try claims.orders(.approve()).first?.refusal?.problem == "is not possible: nothing is owed")
    }

    @Test func otherFactsOfTheComplaintDecideNothing() throws {
        var claims = try ClaimCommandTableTests.scenario(at: .proposed)
        let before = claims.lane.state
        let urged = ComplaintUrged(complaint: ClaimScenario.number, channel: "hotline", count: 1, at: claims.lane.now)
        let archived = WorkOrderArchived(
            complaint: ClaimScenario.number, workOrder: "W20260930003000127", line: LineScenario.line, outcome: .answered,
            at: claims.lane.now)
        #expect(try claims.lane.when(.complaint(.urged(urged))) == [])
        #expect(try claims.lane.when(.workOrder(.archived(archived))) == [])
        #expect(claims.lane.state == before)
    }

    @Test func howeverManyFindingsAreDeniedTheFileStaysSmallAndTheNumbersRise() throws {
        var claims = ClaimScenario()
        try claims.registers()
        try claims.finds(fen: 2_500)
        for _ in 1...100 { try claims.finds(.operatorNotAtFault, ground: nil) }
        #expect(claims.file?.claims.count == ClaimState.limitOfUnpaid + 1)
        #expect(claims.file?.claims.first?.claim == ClaimScenario.first)
        #expect(try claims.finds(fen: 3_000).first?.proposal?.claim == "R20260930003000127-102")
    }
}
