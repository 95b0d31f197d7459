import Contracts
import Domain
import Fakes
import Foundation
import Kafka
import Runtime
import Testing

/// What a worker does with its events, when servers are there and when they are away.
@Suite struct PublishingTests {
    @Test func whileTheProducersQueueIsFullEventsAreOfferedAgainInOrder() {
        let bench = WorkerBench()
        for number in 0..<30 { bench.send("k1-\(number)") }
        bench.log.queueRoom = 2
        for _ in 0..<100 {
            bench.worker.step(waitMilliseconds: 0)
            bench.log.deliver(1)
        }

        let order = bench.broker.messages(of: "out").map { String(decoding: $0.value ?? Data(), as: UTF8.self) }
        #expect(order == (0..<30).map { "\"k1-\($0)\"" })
    }

    @Test func anEventTheBrokerRefusesForGoodIsOwedAgainAndNothingIsLostOrSkipped() {
        let bench = WorkerBench()
        for number in 0..<10 { bench.send("k1-\(number)") }
        bench.worker.step(waitMilliseconds: 0)
        bench.worker.step(waitMilliseconds: 0)
        bench.log.deliver(3)
        bench.log.refuseOldest(KafkaError(code: 29, context: "deliver"))
        bench.run()

        #expect(bench.published == ["k1": (0..<10).map { "k1-\($0)" }])
        #expect(bench.database.unconfirmedRows == 0)
        #expect(bench.observer.notices.contains { if case .producerFailed = $0 { true } else { false } })
        #expect(bench.database.letters.isEmpty)
    }

    @Test func aProducerThatHasFailedIsBuiltAgainAndTheLanesAreTakenAgain() {
        let bench = WorkerBench()
        bench.send("k1-0")
        bench.worker.step(waitMilliseconds: 0)
        bench.worker.step(waitMilliseconds: 0)
        bench.log.emit(.producerFailed(KafkaError(code: -150, context: "produce")))
        bench.run()

        #expect(bench.published == ["k1": ["k1-0"]])
        #expect(bench.database.unconfirmedRows == 0)
    }

    /// A timer fires in the very round in which the producer failed.
    @Test func aProducerThatCannotBeBuiltAgainSendsNothingNewBeforeWhatItDropped() {
        let bench = WorkerBench()
        bench.send("k1-0")
        bench.send("k1-1", "later")
        bench.log.queueRoom = 1
        bench.worker.step(waitMilliseconds: 0)
        bench.worker.step(waitMilliseconds: 0)
        bench.clock.advance(.seconds(61))
        var failing = ["send", "purge"]
        bench.log.mishap = { name in
            guard name == failing.first else { return nil }
            failing.removeFirst()
            return KafkaError(code: -150, context: name)
        }
        bench.log.queueRoom = .max

        bench.run(steps: 400)

        #expect(failing.isEmpty)
        #expect(bench.published == ["k1": ["k1-0", "k1-1", "k1-woken"]])
        #expect(bench.database.unconfirmedRows == 0)
    }

    @Test func whileTooMuchIsUnconfirmedNoMoreIsTakenAndAfterwardsItIs() {
        let bench = WorkerBench {
            $0.unconfirmedLimit = 5
            $0.batchSize = 5
        }
        for number in 0..<20 { bench.send("k1-\(number)") }
        for _ in 0..<20 { bench.worker.step(waitMilliseconds: 0) }
        #expect(bench.noted("k1")?.count == 5)

        bench.run()
        #expect(bench.published["k1"]?.count == 20)
    }

    @Test func stoppingPublishesWhatIsOwedStoresTheWatermarkAndLeavesTheGroup() {
        let bench = WorkerBench()
        bench.send("k1-a")
        bench.worker.step(waitMilliseconds: 0)
        bench.worker.step(waitMilliseconds: 0)
        #expect(bench.database.unconfirmedRows == 1)

        bench.worker.stop()

        #expect(bench.published == ["k1": ["k1-a"]])
        #expect(bench.database.unconfirmedRows == 0)
        #expect(bench.log.isClosed)
    }

    @Test(arguments: [MemoryStore.Mishap.before, .after])
    func whileTheDatabaseIsAwayNothingIsDeadLetteredAndAfterwardsAllIsThereOnce(mishap: MemoryStore.Mishap) {
        let bench = WorkerBench()
        bench.run(steps: 3)
        bench.store.mishap = { mishap }
        for number in 0..<10 { bench.send("k1-\(number)") }
        bench.run(steps: 30)
        #expect(bench.status().storeFault != nil)

        bench.store.mishap = { nil }
        bench.run(steps: 200)

        #expect(bench.published == ["k1": (0..<10).map { "k1-\($0)" }])
        #expect(bench.noted("k1")?.count == 10)
        #expect(bench.database.letters.isEmpty)
        #expect(bench.outages == ["PostgreSQL away", "PostgreSQL back"])
    }

    @Test func whileNoBrokerAnswersTheWorkerSaysSoOnceAndGoesOnAfterwards() {
        let bench = WorkerBench()
        bench.run(steps: 3)
        bench.log.emit(.allBrokersDown(KafkaError(code: -187, context: "consumer")))
        bench.log.emit(.allBrokersDown(KafkaError(code: -187, context: "consumer")))
        bench.log.answers = false
        bench.run()
        #expect(bench.status().isBrokerAway)

        bench.send("k1-a")
        bench.run(steps: 5)

        #expect(!bench.status().isBrokerAway)
        #expect(bench.outages == ["Kafka away", "Kafka back"])
        #expect(bench.published == ["k1": ["k1-a"]])
    }

    @Test func theEndOfABrokersOutageIsToldThoughNothingComesAndNothingIsSent() {
        let bench = WorkerBench()
        bench.run(steps: 3)
        bench.log.emit(.allBrokersDown(KafkaError(code: -187, context: "consumer")))
        bench.log.answers = false
        bench.run(steps: 100)
        #expect(bench.outages == ["Kafka away"])

        bench.log.answers = true
        bench.run(steps: 30)
        #expect(bench.outages == ["Kafka away", "Kafka back"])
        #expect(!bench.status().isBrokerAway)
    }
}
