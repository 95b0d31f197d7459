import Domain
import Kafka
import Testing

@testable import Runtime

/// Which lanes a worker holds, and under which epochs.
@Suite struct HeldLanesTests {
    private static let lane = LaneID(group: "ledger", number: 3)
    private static let other = LaneID(group: "ledger", number: 4)

    private static func holding(_ lane: LaneID, epoch: Int64 = 7, offset: Int64 = 40) -> LaneHolding {
        LaneHolding(
            lane: lane, epoch: epoch, offsets: ["commands": offset], position: 9, confirmed: 5, serial: 2, nextDue: nil, parked: 1,
            unconfirmed: [])
    }

    private static func held() -> HeldLanes {
        var lanes = HeldLanes(pause: 100...400)
        lanes.assigned([lane, other])
        lanes.took([holding(lane), holding(other, epoch: 8)])
        return lanes
    }

    @Test func whatIsAssignedIsToBeTakenAndNotYetHeld() {
        var lanes = HeldLanes(pause: 100...400)
        lanes.assigned([Self.other, Self.lane])
        #expect(lanes.isEmpty && lanes.hasUntaken)
        #expect(lanes.due(at: 0) == [Self.lane, Self.other])
        lanes.took([Self.holding(Self.lane), Self.holding(Self.other)])
        #expect(lanes.ids == [Self.lane, Self.other])
        #expect(!lanes.hasUntaken)
    }

    @Test func aFenceDemandsTheEpochTheLaneWasTakenUnder() {
        let lanes = Self.held()
        #expect(
            lanes.fence(of: Self.other, offsets: ["commands": 41], watermark: 6)
                == LaneFence(lane: Self.other, epoch: 8, offsets: ["commands": 41], confirmed: 6))
        #expect(lanes.fence(of: LaneID(group: "ledger", number: 9), offsets: [:], watermark: 0) == nil, "it is not held")
    }

    @Test func aLaneThatIsFencedIsTakenAgainAfterAPauseAndTheOtherStays() {
        var lanes = Self.held()
        lanes.drop([Self.lane], at: 1_000)
        #expect(lanes.ids == [Self.other])
        #expect(lanes.due(at: 1_099).isEmpty)
        #expect(lanes.due(at: 1_100) == [Self.lane])
    }

    @Test func thePauseGrowsWithEachFailureUpToABoundAndEndsWithACommit() {
        var lanes = Self.held()
        for _ in 0..<5 { lanes.loseAll(at: 0) }
        #expect(lanes.nextAttempt == 400)
        #expect(lanes.due(at: 400) == [Self.lane, Self.other])
        lanes.took([Self.holding(Self.lane), Self.holding(Self.other)])
        lanes.advance([:], [:])
        lanes.loseAll(at: 1_000)
        #expect(lanes.nextAttempt == 1_100)
    }

    @Test func whatTheGroupTakesBackIsNotTakenAgain() {
        var lanes = Self.held()
        #expect(lanes.giveUp() == [Self.lane, Self.other])
        #expect(lanes.isEmpty && !lanes.hasUntaken)
        #expect(lanes.nextAttempt == nil)
    }

    @Test func aCommitMovesOffsetsAndCountersOfItsLanesAlone() {
        var lanes = Self.held()
        let counters = LaneCounters(epoch: 7, position: 11, serial: 4, parked: 0)
        lanes.advance([Self.lane: ["commands": 45, "facts": 3]], [Self.lane: counters])
        #expect(lanes.offset(of: "commands", in: Self.lane) == 45)
        #expect(lanes.offset(of: "facts", in: Self.lane) == 3)
        #expect(lanes.offset(of: "commands", in: Self.other) == 40)
        #expect(lanes.counters[Self.lane] == counters)
        #expect(lanes.counters[Self.other]?.position == 9)
    }

    @Test func aLaneThatWasLostMeanwhileIsNotBroughtBackByACommit() {
        var lanes = Self.held()
        lanes.drop([Self.lane], at: 0)
        lanes.advance([Self.lane: ["commands": 45]], [Self.lane: LaneCounters(epoch: 7, position: 11, serial: 4, parked: 0)])
        #expect(!lanes.holds(Self.lane))
    }

    @Test func fencesAreTriedOnceAPeriodFromTheFirstLookOn() {
        var lanes = Self.held()
        #expect(lanes.isCheckDue(at: 10_000, every: 5_000) == false, "what was just taken needs no look")
        #expect(lanes.isCheckDue(at: 14_999, every: 5_000) == false)
        #expect(lanes.isCheckDue(at: 15_000, every: 5_000) == true)
        #expect(lanes.isCheckDue(at: 15_001, every: 5_000) == false)
    }
}
