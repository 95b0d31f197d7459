import Domain
import Fakes
import Foundation
import Kafka
import Runtime
import Testing

/// What a runbook in `Ops/runbooks` says to do brings the metric of its alert back to where it was.
@Suite struct RunbookTests {
    @Test func aLaneThatStandsStillMovesOnceItsWorkerIsStartedAgain() {
        let metered = MeteredBench()
        metered.run()
        metered.bench.log.withheld = Set(
            ["commands", "facts"].flatMap { topic in (0..<Int32(3)).map { TopicPartition(topic: topic, partition: $0) } })
        metered.bench.send("k1-a")
        metered.run(steps: 2)
        metered.bench.clock.advance(.minutes(3))
        metered.run(steps: 2)
        #expect(metered["redress_lane_progress_age_seconds"] > 120)

        metered.bench.restart()
        metered.run()

        #expect(metered["redress_lane_progress_age_seconds"] == 0)
        #expect(metered.bench.noted("k1") == ["k1-a"])
    }

    @Test func aServiceWhoseDatabaseWasAwayWorksAgainWithoutARestart() {
        let metered = MeteredBench()
        metered.run()
        #expect(metered["redress_up"] == 1)
        metered.bench.store.mishap = { .before }
        metered.bench.send("k1-a")
        metered.run()
        #expect(metered["redress_up"] == 0)

        metered.bench.store.mishap = { nil }
        metered.run(steps: 200)

        #expect(metered["redress_up"] == 1)
        #expect(metered.bench.noted("k1") == ["k1-a"])
    }

    @Test func aServiceThatItsGroupGivesNothingDoesNotCountAsWorkingUntilItDoes() {
        let metered = MeteredBench()
        metered.run()
        metered.bench.log.takeBack(metered.bench.partitions, lost: true)
        metered.run(steps: 1_300)
        #expect(metered["redress_up"] == 0)
        #expect(metered["redress_group_rejoins_total"] == 1)

        metered.bench.log.give(metered.bench.partitions)
        metered.bench.send("k1-a")
        metered.run()

        #expect(metered["redress_up"] == 1)
        #expect(metered.bench.noted("k1") == ["k1-a"])
    }

    @Test func aHaltedServiceWorksAgainOnceTheCauseIsMendedAndItIsStartedAgain() {
        let metered = MeteredBench()
        metered.run()
        metered.bench.store.mishap = { .refused }
        metered.bench.send("k1-a")
        metered.run()
        #expect(metered.bench.halts.count == 1)
        #expect(metered["redress_up"] == 0)

        metered.bench.restart()
        metered.run()

        #expect(metered["redress_up"] == 1)
        #expect(metered["redress_dead_letters_total"] == 0)
        #expect(metered.bench.noted("k1") == ["k1-a"])
    }

    @Test func messagesThatKafkaDeletedBeforeTheyWereReadAreCountedAndTakenOnceTheyAreSentAgain() {
        let metered = MeteredBench()
        let place = TopicPartition(topic: "commands", partition: Murmur2.partition(of: Data("k1".utf8), count: 3))
        metered.bench.send("k1-a")
        metered.run()
        for id in ["k1-b", "k1-c", "k1-d"] { metered.bench.send(id) }
        metered.bench.broker.delete(place, before: 3)

        metered.bench.restart()
        metered.run()
        #expect(metered["redress_messages_missed_total"] == 2)
        #expect(metered.bench.noted("k1") == ["k1-a", "k1-d"])

        for id in ["k1-b", "k1-c", "k1-d"] { metered.bench.send(id) }
        metered.run()
        #expect(metered["redress_messages_missed_total"] == 2)
        #expect(metered.bench.noted("k1") == ["k1-a", "k1-d", "k1-b", "k1-c"])
    }

    @Test func whatWaitsBeforeAServiceIsTakenOnceThereIsOneThatTakesIt() {
        let metered = MeteredBench { $0.batchSize = 5 }
        for number in 0..<100 { metered.bench.send("k1-\(number)") }
        metered.run(steps: 4)
        let lag = metered["redress_lag_messages"]
        #expect(lag > 50)

        metered.run(steps: 100)

        #expect(metered["redress_lag_messages"] == 0)
        #expect(metered.bench.noted("k1")?.count == 100)
    }

    @Test func aDeadLetterThatIsDiscardedLetsGoWhatWaitedBehindIt() throws {
        let metered = MeteredBench()
        metered.bench.send("k1-a", "poison")
        metered.bench.send("k1-b")
        metered.run()
        #expect(metered["redress_dead_letters_total"] == 1)
        #expect(metered["redress_parked_messages"] == 2)

        let poison = try #require(metered.bench.database.letters.first)
        metered.bench.database.request(.discard, of: poison.lane, number: poison.number)
        metered.run()

        #expect(metered["redress_parked_messages"] == 0)
        #expect(metered["redress_dead_letters_total"] == 1)
        #expect(metered.bench.noted("k1") == ["k1-b"])
    }

    @Test func commandsAreRefusedNoMoreOnceTheirSenderSigns() {
        let metered = MeteredBench()
        metered.bench.send("k1-a", "forged")
        metered.run()
        #expect(metered["redress_commands_refused_total"] == 1)

        metered.bench.send("k1-b")
        metered.run()

        #expect(metered["redress_commands_refused_total"] == 1)
        #expect(metered.bench.noted("k1") == ["k1-a-refused", "k1-b"])
    }

    @Test func eventsAreConfirmedOnceTheBrokersTakeThem() {
        let metered = MeteredBench()
        for number in 0..<20 { metered.bench.send("k1-\(number)") }
        metered.runUnconfirmed()
        #expect(metered["redress_outbox_unconfirmed"] == 20)

        metered.run()

        #expect(metered["redress_outbox_unconfirmed"] == 0)
        #expect(metered.bench.published["k1"]?.count == 20)
    }

    @Test func aWorkerThatLosesItsLanesStopsLosingThemOnceNobodyElseTakesThem() throws {
        let metered = MeteredBench()
        metered.run()
        let lanes = (0..<Int32(3)).map { LaneID(group: "ledger", number: $0) }
        for round in 0..<4 {
            _ = try MemoryStore(metered.bench.database).take(lanes)
            metered.bench.send("k1-\(round)")
            metered.run(steps: 200)
        }
        #expect(metered["redress_fences_total"] == 12, "three lanes, four times; those without messages are looked at as well")

        for round in 4..<8 {
            metered.bench.send("k1-\(round)")
            metered.run(steps: 200)
        }

        #expect(metered["redress_fences_total"] == 12, "three lanes, four times; those without messages are looked at as well")
        #expect(metered.bench.noted("k1")?.count == 8)
    }

    @Test func timersThatWereLateAreOnTimeAgainOnceTheLaneHasAWorker() {
        let metered = MeteredBench()
        metered.bench.send("k1-a", "later")
        metered.run(steps: 4)
        metered.bench.clock.advance(.minutes(10))
        metered.bench.restart()
        metered.run()
        let late = metered["redress_timer_lateness_seconds_sum"]
        #expect(late > 300)

        metered.bench.send("k2-a", "later", key: "k2")
        metered.run(steps: 4)
        metered.bench.clock.advance(.minutes(1))
        metered.run()

        #expect(metered["redress_timer_lateness_seconds_count"] == 2)
        #expect(metered["redress_timer_lateness_seconds_sum"] - late < 10)
    }
}
