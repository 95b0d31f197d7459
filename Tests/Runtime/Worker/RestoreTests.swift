import Domain
import Fakes
import Foundation
import Kafka
import Runtime
import Testing

/// A database that was restored to an earlier time meets a Kafka that went on; and everything that only looks like it.
@Suite struct RestoreTests {
    @Test func aDatabaseThatIsBehindWhatWasPublishedIsNotWorkedWithAndTheRunbookIsNamed() throws {
        let bench = WorkerBench()
        bench.send("k1-a")
        bench.run()
        let backup = MemoryDatabase(copying: bench.database)
        bench.send("k1-b")
        bench.run()
        let published = bench.broker.count

        bench.restart(on: backup)
        bench.send("k2-a", key: "k2")
        bench.run()

        let reason = try #require(bench.unusable.first)
        #expect(bench.unusable == [reason], "it is said once")
        #expect(reason.contains("out has k1 with sequence 2"))
        #expect(reason.contains("Ops/runbooks/restore.md"))
        #expect(reason.contains("redress restore check --service ledger"))
        #expect(bench.status().storeFault == reason)
        #expect(bench.status().lanes.isEmpty)
        #expect(bench.broker.count == published + 1, "nothing is decided again")
    }

    @Test func anotherInstallationsEmptyDatabaseIsNotWorkedWith() {
        let bench = WorkerBench()
        bench.send("k1-a")
        bench.run()

        bench.restart(on: MemoryDatabase())
        bench.run()

        #expect(bench.unusable.count == 1)
    }

    @Test func onceADatabaseIsThereThatKnowsEverythingTheWorkerGoesOnByItself() {
        let bench = WorkerBench()
        bench.send("k1-a")
        bench.run()
        let backup = MemoryDatabase(copying: bench.database)
        bench.send("k1-b")
        bench.run()
        let latest = MemoryDatabase(copying: bench.database)
        bench.restart(on: backup)
        bench.run()
        #expect(bench.unusable.count == 1)

        bench.restart(on: latest)
        bench.send("k1-c")
        bench.run()

        #expect(bench.published == ["k1": ["k1-a", "k1-b", "k1-c"]])
    }

    @Test func aDatabaseThatIsExchangedUnderARunningWorkerIsNoticedWhenItIsBack() {
        let bench = WorkerBench()
        bench.send("k1-a")
        bench.run()
        bench.store.mishap = { .before }
        bench.send("k1-b")
        bench.run()
        // What another process published from the true database meanwhile.
        bench.broker.append(
            topic: "out", key: Data("k1".utf8), value: Data("\"k1-b\"".utf8),
            headers: WorkerBench.headers("k1-2", key: "k1", sequence: 2, at: bench.clock.now()))
        bench.store.mishap = { nil }
        bench.run(steps: 200)

        #expect(bench.unusable.count == 1)
        #expect(bench.published == ["k1": ["k1-a", "k1-b"]])
    }

    @Test func whatWasPublishedAndNotConfirmedBeforeACrashIsNoSignOfARestore() {
        let bench = WorkerBench()
        for word in ["a", "b", "c"] { bench.send("k1-\(word)") }
        bench.worker.step(waitMilliseconds: 0)
        bench.worker.step(waitMilliseconds: 0)
        bench.log.deliver()
        #expect(bench.database.unconfirmedRows > 0)

        bench.restart()
        bench.run()

        #expect(bench.unusable.isEmpty)
        #expect(bench.published == ["k1": ["k1-a", "k1-b", "k1-c"]])
    }

    @Test func journalsThatRetentionHasShortenedAreNoSignOfARestore() {
        let bench = WorkerBench()
        bench.send("k1-a")
        bench.run()
        bench.clock.advance(.days(800))
        bench.send("k2-a", key: "k2")
        bench.run()
        bench.database.deleteJournal(before: bench.clock.now().adding(.days(-1)))

        bench.restart()
        bench.send("k1-b")
        bench.run()
        #expect(bench.published["k1"] == ["k1-a", "k1-b"])

        bench.database.deleteJournal(before: bench.clock.now().adding(.days(1)))
        bench.restart()
        bench.run()
        #expect(bench.unusable.isEmpty)
    }

    @Test func aServiceThatMayNotReadItsOwnTopicsSaysWhatToDo() throws {
        let bench = WorkerBench()
        bench.log.mishap = { $0 == "last" ? KafkaError(code: 29, context: "read out") : nil }
        bench.run()

        let reason = try #require(bench.unusable.first)
        #expect(reason.contains("TOPIC_AUTHORIZATION_FAILED"))
        #expect(reason.contains("redress topics acls --apply"))
    }

    @Test func aBrokerThatCannotBeAskedBeforeATakeIsToldAsSuchAndTheTakeIsTriedAgain() {
        let bench = WorkerBench()
        bench.send("k1-a")
        for call in ["partition count", "last"] {
            bench.log.mishap = { $0 == call ? KafkaError(code: -185, context: "ask") : nil }
            bench.log.answers = false
            bench.run(steps: 5)
            #expect(bench.status().isBrokerAway)
            #expect(bench.status().storeFault == nil)
        }
        bench.log.mishap = { _ in nil }
        bench.log.answers = true
        bench.run(steps: 200)
        #expect(bench.outages == ["Kafka away", "Kafka back"])
        #expect(bench.published == ["k1": ["k1-a"]])
    }
}
