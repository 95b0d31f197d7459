import Domain
import Foundation
import Testing

@testable import Runtime

/// Timers, dead letters and the sign of life: when something is to be done in a lane beside its messages.
@Suite struct LaneScheduleTests {
    private static let lane = LaneID(group: "ledger", number: 0)
    private static let other = LaneID(group: "ledger", number: 1)
    private static let now = Instant(seconds: 1_775_016_000)

    private static func schedule(due: Instant? = nil, parked: Int = 0) -> LaneSchedule {
        var schedule = LaneSchedule()
        for id in [lane, other] {
            schedule.take(
                LaneHolding(
                    lane: id, epoch: 1, offsets: [:], position: 0, confirmed: 0, serial: 0, nextDue: id == lane ? due : nil,
                    parked: id == lane ? parked : 0, unconfirmed: []))
        }
        return schedule
    }

    private static func row(due: Instant?) -> StateRow { StateRow(key: "k", lane: lane, body: Data(), due: due, reference: nil) }

    @Test func aTimerIsDueFromItsTimeOn() {
        var schedule = Self.schedule(due: Self.now)
        #expect(schedule.wakeLanes(at: Self.now.adding(.milliseconds(-1)), hasBacklog: false).isEmpty)
        #expect(schedule.wakeLanes(at: Self.now, hasBacklog: false) == [Self.lane])
    }

    @Test func aBacklogGoesBeforeTheTimersButNotForEver() {
        var schedule = Self.schedule(due: Self.now)
        for batch in 1...16 { #expect(schedule.wakeLanes(at: Self.now, hasBacklog: true).isEmpty, "batch \(batch)") }
        #expect(schedule.wakeLanes(at: Self.now, hasBacklog: true) == [Self.lane])
        #expect(schedule.wakeLanes(at: Self.now, hasBacklog: true).isEmpty, "and it counts again")
    }

    @Test func aTimerThatIsSetCanOnlyBringTheNextOneForward() {
        var schedule = Self.schedule(due: Self.now)
        schedule.advance([:], refreshed: [], due: [:], rows: [Self.row(due: Self.now.adding(.minutes(5))), Self.row(due: nil)])
        #expect(schedule.nextDue == Self.now)
        schedule.advance([:], refreshed: [], due: [:], rows: [Self.row(due: Self.now.adding(.minutes(-5)))])
        #expect(schedule.nextDue == Self.now.adding(.minutes(-5)))
    }

    @Test func whatWasLookedUpAfterWakingHoldsEvenWhereThereIsNoTimerAnyMore() {
        var schedule = Self.schedule(due: Self.now)
        schedule.advance([:], refreshed: [Self.lane], due: [Self.lane: Self.now.adding(.hours(1))], rows: [])
        #expect(schedule.nextDue == Self.now.adding(.hours(1)))
        schedule.advance([:], refreshed: [Self.lane], due: [:], rows: [])
        #expect(schedule.nextDue == nil)
    }

    @Test func requestsAreLookedForOnceAPeriodAndOnlyWhereSomethingIsParked() {
        var schedule = Self.schedule(parked: 2)
        #expect(schedule.requestLanes(at: 1_000, every: 1_000) == [Self.lane])
        #expect(schedule.requestLanes(at: 1_999, every: 1_000).isEmpty)
        schedule.advance([Self.lane: LaneCounters(epoch: 1, position: 0, serial: 0, parked: 0)], refreshed: [], due: [:], rows: [])
        #expect(schedule.requestLanes(at: 2_000, every: 1_000).isEmpty)
        #expect(schedule.parked(in: Self.lane) == 0)
    }

    @Test func itSaysThatItIsAliveAtOnceAndThenOnceAPeriod() {
        var schedule = Self.schedule()
        #expect(schedule.isBeatDue(at: 5, every: 60_000))
        schedule.beat(at: 5)
        #expect(!schedule.isBeatDue(at: 60_004, every: 60_000))
        #expect(schedule.isBeatDue(at: 60_005, every: 60_000))
    }

    @Test func aLaneThatIsGivenUpHasNoTimers() {
        var schedule = Self.schedule(due: Self.now, parked: 1)
        schedule.release([Self.lane])
        #expect(schedule.nextDue == nil)
        #expect(schedule.wakeLanes(at: Self.now, hasBacklog: false).isEmpty)
        schedule.advance([:], refreshed: [], due: [:], rows: [Self.row(due: Self.now)])
        #expect(schedule.nextDue == nil, "nor does a late commit bring one back")
    }
}
