import Testing

@testable import Domain

/// What a repeat has to know of what was paid before, so that nothing is paid twice (S130, S198).
struct RepeatedComplaintTests {
    private static func paid(
        _ claim: ClaimNumber, fen: Int64, ground: String? = "wrong-charge", cause: String? = nil, kind: ClaimKind = .liability
    ) -> PaidClaim {
        PaidClaim(complaint: "C1", claim: claim, kind: kind, ground: ground, cause: cause, amount: Money(minorUnits: fen))
    }

    /// What a finding on a repeat is worth once that was paid before.
    private func worth(_ fen: Int64, ground: String = "wrong-charge", cause: String? = nil, after paid: [PaidClaim]) throws -> ClaimEvent? {
        var claims = ClaimScenario()
        var complaint = ComplaintScenario.complaint(nature: .repeat)
        complaint.earlierPaid = paid
        _ = try claims.lane.when(.complaint(.registered(complaint)))
        return try claims.finds(ground: ground, fen: fen, quantity: 10, Particulars(cause: cause)).first
    }

    @Test func whatWasPaidOnTheComplaintBeforeIsTakenOff() throws {
        let claim = try #require(try worth(4_000, after: [Self.paid("R1-1", fen: 2_500)])?.proposal)
        #expect(claim.lines.words == "wrong-charge 4000, offset -2500", "S130: a repeat is paid only what is new")
        #expect(claim.lines.last?.source == "paid on an earlier complaint: R1-1")
        let denial = try worth(2_500, after: [Self.paid("R1-1", fen: 2_500)])?.denial
        #expect(denial?.reason == "all that the finding is worth has been claimed already")
    }

    @Test func whatWasPaidForSomethingElseIsNot() throws {
        let whole = Money(minorUnits: 4_000)
        #expect(try worth(4_000, after: [Self.paid("R1-1", fen: 2_500, ground: "late-installation")])?.proposal?.amount == whole)
        #expect(try worth(4_000, after: [Self.paid("R1-1", fen: 2_500, cause: "bill-1")])?.proposal?.amount == whole)
        #expect(try worth(4_000, cause: "bill-2", after: [Self.paid("R1-1", fen: 2_500)])?.proposal?.amount == whole)
        #expect(try worth(4_000, after: [Self.paid("R1-1", fen: 2_500, kind: .goodwill)])?.proposal?.amount == whole)
    }

    @Test func aNamedMatterIsTheSameOnWhateverGround() throws {
        let before = [Self.paid("R1-1", fen: 2_500, ground: "late-installation", cause: "bill-1")]
        #expect(try worth(4_000, cause: "bill-1", after: before)?.proposal?.amount == Money(minorUnits: 1_500))
    }

    /// Within one complaint the last finding held on whatever ground, so all of it was paid on that one.
    @Test func whatWasPaidOnAGroundThatWasCorrectedCountsForTheCorrectOne() throws {
        let before = [Self.paid("R1-1", fen: 1_000, ground: "late-installation"), Self.paid("R1-2", fen: 1_500)]
        #expect(try worth(4_000, after: before)?.proposal?.amount == Money(minorUnits: 1_500))
    }

    @Test func dispatchSaysWithTheArchivingWhatWasPaidAndHandsOnWhatCameBefore() throws {
        var order = try ComplaintScenario(after: [])
        var second = ComplaintScenario()
        var complaint = ComplaintScenario.complaint()
        complaint.earlierPaid = [Self.paid("R1-1", fen: 2_500)]
        try second.registers(complaint)
        for event in try Self.course(fen: 4_000) {
            _ = try order.dispatch.when(.claim(event))
            _ = try second.dispatch.when(.claim(event))
        }
        let withdrawn = DispatchInput.complaint(.withdrawn(ComplaintWithdrawn(complaint: ComplaintScenario.number, at: order.dispatch.now)))
        #expect(try order.dispatch.when(withdrawn).first?.paid?.map(\.amount.minorUnits) == [4_000])
        #expect(try second.dispatch.when(withdrawn).first?.paid?.map(\.claim) == ["R1-1", ClaimScenario.first])
    }

    @Test func withoutClaimsTheArchivingSaysNothingOfMoney() throws {
        var order = try ComplaintScenario(after: [])
        let withdrawn = DispatchInput.complaint(.withdrawn(ComplaintWithdrawn(complaint: ComplaintScenario.number, at: order.dispatch.now)))
        #expect(try order.dispatch.when(withdrawn).first?.paid == nil)
        guard case .archived(let archived) = order.dispatch.state else { return }
        #expect(archived.account == nil)
    }

    @Test func whatIsApprovedOrTakenBackAfterTheArchivingIsToldOnceMore() throws {
        var claims = ClaimScenario()
        try claims.registers()
        let events = try claims.finds(fen: 2_500)
        var order = try ComplaintScenario(after: [.accept, Self.atFault])
        _ = try order.dispatch.when(
            .complaint(.withdrawn(ComplaintWithdrawn(complaint: ComplaintScenario.number, at: order.dispatch.now))))
        let archivedAt = order.dispatch.now
        var told: [WorkOrderArchived] = []
        for event in events {
            for case .archived(let archived) in try order.dispatch.when(.claim(event), at: archivedAt.adding(.hours(1))) {
                told.append(archived)
            }
        }
        #expect(told.map(\.at) == [archivedAt])
        #expect(told.first?.paid?.map(\.amount) == [Money(minorUnits: 2_500)])
        let reversed = ClaimEvent.reversed(
            ClaimReversed(
                complaint: ComplaintScenario.number, claim: ClaimScenario.first, amount: Money(minorUnits: 2_500), paymentKey: "p",
                reference: nil, at: archivedAt))
        let last = try order.dispatch.when(.claim(reversed))
        #expect(last.count == 1)
        #expect(last.first?.paid == nil)
    }

    @Test func intakeHandsARepeatWhatTheLinesComplaintsHaveCost() throws {
        var line = LineScenario()
        let first = try #require(try line.submits().registered)
        #expect(first.earlierPaid == nil)
        let closed = line.intake.now.adding(.days(1))
        line.given(first.complaint, archivedAt: closed, paid: [Self.paid("R1-1", fen: 2_500)])
        let second = try #require(
            try line.submits(given: ["customer", "contact", "description", "dissatisfaction"], at: closed).registered)
        #expect(second.repeatOf == first.complaint)
        #expect(second.earlierPaid?.map(\.claim) == ["R1-1"], "S130: the repeat knows what was paid")
    }

    private static let atFault = WorkOrderCommand.findLiability(
        .operatorAtFault, ground: "wrong-charge", amount: Money(minorUnits: 2_500), quantity: nil)

    /// What compensation says of a finding that is paid.
    private static func course(fen: Int64) throws -> [ClaimEvent] {
        var claims = ClaimScenario()
        try claims.registers()
        return try claims.finds(fen: fen) + claims.confirms()
    }
}

extension WorkOrderEvent {
    /// What an archiving says was paid.
    var paid: [PaidClaim]? {
        guard case .archived(let archived) = self else { return nil }
        return archived.paid
    }
}
