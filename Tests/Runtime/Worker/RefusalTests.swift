import Domain
import Fakes
import Runtime
import Testing

/// What a worker does with a command that is not let in.
@Suite struct RefusalTests {
    private func refusals(_ bench: WorkerBench) -> [String] {
        bench.observer.notices.compactMap {
            guard case .refused(_, let topic, let offset, let type, let refusal) = $0 else { return nil }
            return "\(topic) \(offset) \(type) \(refusal.sender ?? "unknown"): \(refusal.fault.problem)"
        }
    }

    @Test func itIsAnsweredAndToldAloudAndNothingWaitsBehindIt() {
        let bench = WorkerBench()
        bench.send("k1-a", "forged")
        bench.send("k1-b")
        bench.run()
        #expect(bench.published == ["k1": ["k1-a-refused", "k1-b"]])
        #expect(refusals(bench) == ["commands 0 forged unknown: is missing"])
        #expect(bench.observer.counts[.refused] == 1 && bench.observer.counts[.decided] == 1)
        #expect(bench.database.letters.isEmpty)
    }

    @Test func aForgeryDoesNotKeepTheTrueCommandOfItsIDAway() {
        let bench = WorkerBench()
        bench.send("k1-a", "forged")
        bench.run()
        bench.send("k1-a")
        bench.run()
        #expect(bench.published == ["k1": ["k1-a-refused", "k1-a"]])
    }

    @Test func aForgeryOfACommandThatWasTakenIsNotAnsweredInItsName() {
        let bench = WorkerBench()
        bench.send("k1-a")
        bench.run()
        bench.send("k1-a", "forged")
        bench.run()
        #expect(bench.published == ["k1": ["k1-a"]])
        #expect(refusals(bench).count == 1)
    }

    @Test func inAnotherKeysPartitionItIsForwardedFirst() {
        let bench = WorkerBench()
        for partition in Int32(0)..<3 { bench.send("k1-\(partition)", "forged", partition: partition) }
        bench.run()
        #expect(Set(bench.published["k1"] ?? []) == ["k1-0-refused", "k1-1-refused", "k1-2-refused"])
        #expect(bench.observer.counts[.forwarded] == 2)
    }
}
