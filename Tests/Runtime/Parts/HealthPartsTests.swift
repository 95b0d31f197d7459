import Kafka
import Testing

@testable import Runtime

/// What a worker remembers of servers that are away and of its own halts, and what of it is news.
@Suite struct HealthPartsTests {
    @Test func anOutageOfTheDatabaseIsSaidOnceAndAgainForAnotherReason() {
        var health = StoreHealth()
        #expect(health.away("refused") == .outageBegan(server: "PostgreSQL", reason: "refused"))
        #expect(health.away("refused") == nil)
        #expect(health.away("starting") == .outageGoesOn(server: "PostgreSQL", reason: "starting"))
        #expect(health.fault == "PostgreSQL is away: starting")
        #expect(health.unusable("no table") == .unusable(reason: "no table"))
        #expect(health.unusable("no table") == nil)
        #expect(health.answered() == .outageEnded(server: "PostgreSQL"))
        #expect(health.answered() == nil)
        #expect(!health.isAway)
    }

    @Test func brokersThatAreAwayAreAskedOnceASecondUntilOneAnswers() {
        var health = BrokerHealth()
        #expect(health.away(at: 1_000) == true)
        #expect(health.away(at: 1_500) == false, "no news")
        #expect(health.isProbeDue(at: 2_499) == false)
        #expect(health.isProbeDue(at: 2_500) == true)
        #expect(health.isProbeDue(at: 2_501) == false)
        #expect(health.answered() == true)
        #expect(health.answered() == false, "no news")
        #expect(health.isProbeDue(at: 9_000) == false)
    }

    @Test func aRefusalMetInSendingEndsWithAConfirmationAlone() {
        var health = BrokerHealth()
        #expect(health.refused(KafkaError(code: 29, message: "not authorised", context: "send"), sending: true) == true)
        #expect(
            health.refused(KafkaError(code: 29, message: "not authorised, in other words", context: "send"), sending: true) == false,
            "the same code is no news")
        health.accepted(sending: false)
        #expect(health.refusal != nil)
        health.accepted(sending: true)
        #expect(health.refusal == nil)
    }

    @Test func aHaltTriesAgainAfterAPauseThatGrowsAndItsReasonStandsUntilSomethingIsStored() {
        var halt = Halt(pause: 100...1_000)
        #expect(halt.begin("poison", at: 0) == true)
        #expect(halt.isActive && halt.nextAttempt == 100)
        #expect(halt.tryAgain(at: 99) == false)
        #expect(halt.tryAgain(at: 100) == true)
        #expect(halt.reason == "poison" && !halt.isActive)
        #expect(halt.begin("poison", at: 100) == false, "it was said")
        #expect(halt.nextAttempt == 300)
        #expect(halt.tryAgain(at: 300) == true)
        #expect(halt.end() == true)
        #expect(halt.reason == nil)
        #expect(halt.begin("poison", at: 500) && halt.nextAttempt == 600, "the pause is the first again")
    }

    @Test func aHaltThatLastsDoesNotEndByWhatIsStoredBesides() {
        var halt = Halt(pause: 100...1_000)
        _ = halt.begin("poison", at: 0)
        #expect(halt.end() == false)
        #expect(halt.reason == "poison")
    }

    @Test func aMemberWithoutAShareJoinsAgainOnlyWhereNothingElseExplainsIt() {
        var member = GroupMembership(pause: 100...1_000)
        #expect(member.timeLeftOut(at: 0, isWellOtherwise: true, limit: 60_000) == nil)
        #expect(member.timeLeftOut(at: 30_000, isWellOtherwise: false, limit: 60_000) == nil, "a broker is away")
        #expect(member.timeLeftOut(at: 31_000, isWellOtherwise: true, limit: 60_000) == nil, "the time counts again")
        #expect(member.timeLeftOut(at: 90_999, isWellOtherwise: true, limit: 60_000) == nil)
        #expect(member.unassigned(at: 90_999) == 59_999)
        #expect(member.timeLeftOut(at: 91_000, isWellOtherwise: true, limit: 60_000) == 60_000)
        member.assign([TopicPartition(topic: "commands", partition: 0)])
        #expect(member.isAssigned && member.unassigned(at: 99_000) == 0)
        member.revoke()
        #expect(!member.isAssigned && member.hasBeenAssigned && member.assigned.isEmpty)
    }
}
