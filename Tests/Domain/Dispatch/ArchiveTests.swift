import Moments
import Testing

@testable import Domain

/// How a complaint comes to its end (S049, S090, S130, S198).
struct ArchiveTests {
    private static let told: [WorkOrderCommand] = [
        .accept, .answer(.sample("sealed answer")), .approveAnswer, .tellCustomer(satisfied: nil),
    ]
    private static let atFault = WorkOrderCommand.findLiability(
        .operatorAtFault, ground: "wrong-charge", amount: Claims.fen, quantity: nil)

    @Test func sevenDaysAfterTheCustomerWasToldTheWorkOrderArchivesItself() throws {
        var order = try ComplaintScenario(after: Self.told)
        #expect(order.dispatch.due == at("2026-10-07T09:00:00+08:00"))
        #expect(try order.dispatch.when(.wake, at: at("2026-10-07T08:59:59.999+08:00")) == [])
        let events = try order.dispatch.whenDue()
        guard case .archived(let archived)? = events.first else {
            Issue.record("expected the archiving, got \(events)")
            return
        }
        #expect(archived.outcome == .answered)
        #expect(archived.line == LineScenario.line)
        #expect(archived.at == at("2026-10-07T09:00:00+08:00"))
        #expect(order.dispatch.due == nil)
    }

    @Test func whoIsNotContentIsNotArchivedByTime() throws {
        var order = try ComplaintScenario(after: Self.told.dropLast() + [.tellCustomer(satisfied: false)])
        #expect(order.dispatch.due == nil)
        #expect(try order.dispatch.when(.wake, at: at("2027-01-01T00:00:00+08:00")) == [])
        #expect(try order.orders(.archive).map(\.word) == ["archived"])
    }

    @Test func withoutTheFigureNothingArchivesItself() throws {
        let order = try ComplaintScenario(.fixture(archiveAfter: nil), after: Self.told)
        #expect(order.dispatch.due == nil)
    }

    @Test(arguments: [Claims.settled(), Claims.declined(), Claims.denied()])
    func archivingWaitsUntilTheClaimIsSettledDeclinedOrDenied(end: ClaimEvent) throws {
        var order = try ComplaintScenario(after: [.accept, Self.atFault] + Self.told.dropFirst())
        _ = try order.dispatch.when(.claim(Claims.proposed()))
        #expect(try order.orders(.archive) == [])
        #expect(order.status == .customerTold)
        #expect(order.dispatch.due == nil)
        #expect(
            try order.orders(.archive).first?.refusal?.problem == "was given before: the complaint is archived once its claim is settled")
        #expect(try order.dispatch.when(.claim(Claims.failed(willRetry: false))) == [])
        #expect(try order.dispatch.when(.claim(end)).map(\.word) == ["archived"])
    }

    @Test func aPolicyMayRefuseToArchiveWhileAClaimIsUnsettled() throws {
        var order = try ComplaintScenario(.fixture(whileClaimOpen: .reject), after: Self.told)
        _ = try order.dispatch.when(.claim(Claims.proposed()))
        #expect(try order.orders(.archive).first?.refusal?.problem == "is not possible: a claim is unsettled")
        _ = try order.dispatch.when(.claim(Claims.settled()))
        #expect(order.status == .customerTold)
        #expect(try order.orders(.archive).map(\.word) == ["archived"])
    }

    @Test func aClaimThatEndsAfterTheSevenDaysArchivesAtOnce() throws {
        var order = try ComplaintScenario(after: Self.told)
        _ = try order.dispatch.when(.claim(Claims.proposed()))
        #expect(order.dispatch.due == nil)
        #expect(try order.dispatch.when(.claim(Claims.settled()), at: at("2026-10-20T09:00:00+08:00")).map(\.word) == ["archived"])
    }

    @Test func archivingRespectsTheClaimThatTheFindingLetsExpect() throws {
        var order = try ComplaintScenario(after: [.accept, Self.atFault] + Self.told.dropFirst())
        #expect(try order.orders(.archive) == [])
        #expect(order.dispatch.due == at("2026-10-01T09:00:00+08:00"))
        #expect(try order.dispatch.when(.claim(Claims.proposed())) == [])
        #expect(order.dispatch.due == nil)
    }

    @Test func aClaimThatNeverComesDoesNotKeepAComplaintOpenForEver() throws {
        var order = try ComplaintScenario(after: [.accept, Self.atFault] + Self.told.dropFirst())
        #expect(try order.orders(.archive) == [])
        #expect(try order.dispatch.whenDue().map(\.word) == ["archived"])
    }

    @Test func aWishToArchiveFallsWhenTheCustomerObjects() throws {
        var order = try ComplaintScenario(after: Self.told)
        _ = try order.dispatch.when(.claim(Claims.proposed()))
        _ = try order.orders(.archive)
        #expect(try order.orders(.tellCustomer(satisfied: false)).map(\.word) == ["customerTold"])
        #expect(try order.dispatch.when(.claim(Claims.settled())) == [])
        #expect(order.status == .customerTold)
    }

    @Test(arguments: CommandTableTests.ways.filter { $0.status != .archived })
    func aWithdrawnComplaintIsArchivedWhereverItStands(way: (status: WorkOrderStatus, commands: [WorkOrderCommand])) throws {
        var order = try ComplaintScenario(after: way.commands)
        _ = try order.dispatch.when(.claim(Claims.proposed()))
        let withdrawn = ComplaintEvent.withdrawn(ComplaintWithdrawn(complaint: ComplaintScenario.number, at: ComplaintScenario.morning))
        let events = try order.dispatch.when(.complaint(withdrawn))
        // Whom it goes with is told first.
        guard events.count == (way.status == .merged ? 2 : 1), case .archived(let archived)? = events.last else {
            Issue.record("expected the archiving, got \(events)")
            return
        }
        #expect(archived.outcome == .withdrawn)
        #expect(try order.dispatch.when(.complaint(withdrawn)) == [])
    }

    @Test func afterArchivingOnlyAnUrgeIsStillHeardOnce() throws {
        var order = try ComplaintScenario(after: Self.told + [.archive])
        #expect(try order.registers() == [])
        #expect(try order.dispatch.when(ComplaintScenario.alert(100, step: 1)) == [])
        #expect(try order.dispatch.when(.claim(Claims.proposed())) == [])
        let urged = ComplaintEvent.urged(
            ComplaintUrged(complaint: ComplaintScenario.number, channel: "hotline", count: 1, at: ComplaintScenario.morning))
        #expect(try order.dispatch.when(.complaint(urged)).map(\.word) == ["urged"])
        #expect(try order.dispatch.when(.complaint(urged)) == [])
        #expect(order.status == .archived)
    }
}
