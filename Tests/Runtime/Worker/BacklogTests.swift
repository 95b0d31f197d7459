import Fakes
import Foundation
import Runtime
import Testing

/// How much a worker keeps in memory of what it cannot decide yet.
@Suite struct BacklogTests {
    /// Steps without the broker taking anything.
    private func runUnconfirmed(_ bench: WorkerBench, steps: Int) {
        for _ in 0..<steps {
            bench.worker.step(waitMilliseconds: 0)
            bench.clock.advance(.milliseconds(50))
        }
    }

    @Test func whileTheBrokerConfirmsNothingReadingRestsAndNothingIsLostOrTwice() {
        let bench = WorkerBench {
            $0.batchSize = 10
            $0.unconfirmedLimit = 15
        }
        let names = (0..<500).map { "k1-\($0)" }
        for name in names { bench.send(name) }

        runUnconfirmed(bench, steps: 200)
        #expect(bench.worker.backlog >= 20 && bench.worker.backlog <= 30, "two batches, and what the last poll brought")
        #expect((bench.noted("k1")?.count ?? 0) < 40)

        bench.run(steps: 400)
        #expect(bench.published == ["k1": names])
        #expect(bench.worker.backlog == 0)
    }

    @Test func largeMessagesAreBoundedByTheirBytes() {
        let bench = WorkerBench {
            $0.batchBytes = 100
            $0.unconfirmedLimit = 0
        }
        for number in 0..<3_000 { bench.send("k1-\(number)") }

        runUnconfirmed(bench, steps: 20)
        #expect(bench.worker.backlog <= 1_000, "one poll's worth, though none may be decided")
    }
}
