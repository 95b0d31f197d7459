import Domain
import Fakes
import Runtime
import Testing

/// Timers are owned like messages.
@Suite struct TimerTests {
    @Test func aTimerFiresOnceNotBeforeItsTimeAndItsLatenessIsReported() {
        let bench = WorkerBench()
        bench.send("k1-a", "later")
        bench.run(steps: 4)
        bench.clock.advance(.seconds(50))
        bench.run(steps: 4)
        #expect(bench.noted("k1") == ["k1-a"])

        bench.clock.advance(.seconds(12))
        bench.run()

        #expect(bench.noted("k1") == ["k1-a", "woken"])
        #expect(bench.observer.lateness.count == 1)
        #expect(bench.observer.lateness.allSatisfy { $0 > 0 && $0 < 3 })
    }

    /// What it waited for came in the same batch in which it would have fired.
    @Test func aTimerThatAMessageOfTheSameBatchSupersedesNeitherFiresNorCountsAsLate() {
        let bench = WorkerBench()
        bench.send("k1-a", "later")
        bench.run(steps: 4)
        bench.clock.advance(.minutes(10))
        bench.send("k1-b")
        bench.run()

        #expect(bench.noted("k1") == ["k1-a", "k1-b"])
        #expect(bench.observer.lateness.isEmpty)
    }

    @Test func aTimerThatWasDueBeforeItWasSetIsLateOnlyFromThenOn() {
        let bench = WorkerBench()
        bench.send("k1-a", "overdue")
        bench.run()

        #expect(bench.noted("k1") == ["k1-a", "woken"])
        #expect(bench.observer.lateness.count == 1)
        #expect(bench.observer.lateness.allSatisfy { $0 >= 0 && $0 < 1 }, "three days have nothing to do with the worker")
    }

    @Test func aTimerThatWasDueBeforeItWasSetIsLateWhereItsWorkerDied() {
        let bench = WorkerBench { $0.wakeLimit = 1 }
        bench.send("k1-a", "overdue")
        bench.store.mishap = { bench.noted("k1") == nil ? nil : .before }
        bench.run()
        #expect(bench.noted("k1") == ["k1-a"])
        bench.clock.advance(.hours(2))
        bench.restart()
        bench.run()

        #expect(bench.noted("k1") == ["k1-a", "woken"])
        #expect(bench.observer.lateness.count == 1)
        #expect(bench.observer.lateness.allSatisfy { $0 > 7_200 && $0 < 7_300 })
    }

    @Test func aTimerThatCameDueWhileNobodyWasThereFiresOnceAfterwards() {
        let bench = WorkerBench()
        bench.send("k1-a", "later")
        bench.run(steps: 4)
        bench.clock.advance(.hours(3))
        bench.restart()
        bench.run()
        bench.restart()
        bench.run()

        #expect(bench.noted("k1") == ["k1-a", "woken"])
        #expect(bench.published == ["k1": ["k1-a", "k1-woken"]])
    }

    @Test func moreTimersThanOneTransactionTakesAllFire() {
        let bench = WorkerBench { $0.wakeLimit = 2 }
        for number in 0..<9 { bench.send("k\(number)-a", "later", key: "k\(number)") }
        bench.run(steps: 4)
        bench.clock.advance(.minutes(1))
        bench.run()

        for number in 0..<9 { #expect(bench.noted("k\(number)") == ["k\(number)-a", "woken"]) }
    }

    @Test func theTimerOfAKeyThatWaitsBehindADeadLetterRestsWithoutBusyWorkAndFiresAfterwards() throws {
        let bench = WorkerBench()
        bench.send("k1-a", "later")
        bench.send("k1-b", "poison")
        bench.run(steps: 4)
        bench.clock.advance(.minutes(2))
        bench.run()
        let before = bench.observer.batches
        for _ in 0..<100 { bench.worker.step(waitMilliseconds: 0) }
        #expect(bench.observer.batches - before < 5, "a timer that may not fire must not keep the database busy")
        #expect(bench.noted("k1") == ["k1-a"])

        let poison = try #require(bench.database.letters.first)
        bench.database.request(.discard, of: poison.lane, number: poison.number)
        bench.run()
        #expect(bench.noted("k1") == ["k1-a", "woken"])
    }
}
