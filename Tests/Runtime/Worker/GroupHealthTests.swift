import Domain
import Fakes
import Foundation
import Kafka
import Testing

@testable import Runtime

/// What a worker does whose place in its group is lost, and what the health endpoints say of it.
@Suite struct GroupHealthTests {
    private static let taken = KafkaError(code: 82, message: "Static consumer fenced", isFatal: true, context: "consumer")

    private func health(_ bench: WorkerBench) -> ServiceStatus {
        let status = ServiceStatus(workers: 1, stallAfterMilliseconds: 60_000)
        status.report(bench.status(), of: 0)
        return status
    }

    private func failures(_ bench: WorkerBench) -> Int {
        bench.observer.notices.count { if case .consumerFailed = $0 { true } else { false } }
    }

    @Test func aConsumerThatHasFailedLetsItsLanesGoAtOnceAndIsBuiltAgainAfterAPause() {
        let bench = WorkerBench()
        bench.run()
        bench.log.emit(.consumerFailed(Self.taken))
        bench.run(steps: 2)

        #expect(bench.status().lanes.isEmpty, "or it would take them from their new owner again and again")
        #expect(bench.log.rejoins == 0)
        #expect(health(bench).readinessFaults.count == 1)
        #expect(health(bench).readinessFaults.first?.contains("another member of its group has taken its group.instance.id") == true)
        #expect(health(bench).lifeFaults.isEmpty)

        bench.run(steps: 40)
        #expect(bench.log.rejoins == 1)
        bench.log.give(bench.partitions)
        bench.send("k1-a")
        bench.run()
        #expect(health(bench).readinessFaults.isEmpty)
        #expect(bench.noted("k1") == ["k1-a"])
    }

    @Test func oneThatFailsAgainAndAgainIsBuiltLessAndLessOften() {
        let bench = WorkerBench()
        bench.run()
        for _ in 0..<1_200 {
            if bench.status().consumerFault == nil || bench.log.rejoins == failures(bench) { bench.log.emit(.consumerFailed(Self.taken)) }
            bench.run(steps: 2)
        }
        #expect(failures(bench) >= 4)
        #expect(failures(bench) <= 9, "two minutes: after 1, 2, 4, 8, 16, 32 and 60 s")
    }

    @Test func whereItCannotBeBuiltAgainOnlyAnotherProcessHelpsAndLivezSaysSo() {
        let bench = WorkerBench()
        bench.run()
        bench.log.mishap = { $0 == "rejoin" ? KafkaError(code: -186, context: "open a Kafka client") : nil }
        bench.log.emit(.consumerFailed(Self.taken))
        bench.run(steps: 60)
        #expect(health(bench).lifeFaults.count == 1)
        #expect(health(bench).lifeFaults.first?.contains("cannot be rebuilt") == true)

        bench.log.mishap = { _ in nil }
        bench.run(steps: 200)
        #expect(health(bench).lifeFaults.isEmpty)
    }

    @Test func lanesThatMoveManyTimesAMinuteTurnReadinessRedUntilTheyStay() throws {
        let bench = WorkerBench()
        bench.run()
        for round in 0..<12 {
            _ = try MemoryStore(bench.database).take((0..<Int32(3)).map { LaneID(group: "ledger", number: $0) })
            bench.send("k1-\(round)")
            bench.run(steps: 40)
        }
        #expect(health(bench).readinessFaults.contains { $0.contains("its lanes were taken from it") && $0.contains("fenced-often.md") })
        #expect(!bench.status().works)

        bench.run(steps: 1_300)
        #expect(health(bench).readinessFaults.isEmpty)
        #expect(bench.noted("k1")?.count == 12)
    }

    @Test func aSingleRebalanceIsNoUnrest() {
        let bench = WorkerBench()
        bench.run()
        for _ in 0..<3 {
            bench.log.takeBack(bench.partitions)
            bench.log.give(bench.partitions)
            bench.run()
        }
        #expect(health(bench).readinessFaults.isEmpty)
    }

    /// A frozen broker keeps its connections: the group is silent, and nobody says that it is away.
    @Test func whereTheGroupIsSilentSinceTheBrokersAreFrozenItIsTheBrokersThatAreNamed() {
        let bench = WorkerBench()
        bench.run()
        bench.log.answers = false
        bench.log.takeBack(bench.partitions, lost: true)
        bench.run(steps: 60)
        #expect(health(bench).readinessFaults == ["no Kafka broker answers"])

        bench.log.answers = true
        bench.run(steps: 60)
        let faults = health(bench).readinessFaults
        #expect(faults.count == 1)
        #expect(faults.first?.contains("the consumer group has taken the partitions back and has given none for") == true)

        bench.log.give(bench.partitions)
        bench.run()
        #expect(health(bench).readinessFaults.isEmpty)
    }

    @Test func aWorkerWithoutAShareIsNamedThoughAnotherHasOne() {
        let status = ServiceStatus(workers: 2, stallAfterMilliseconds: 60_000)
        var (works, waits) = (WorkerStatus(), WorkerStatus())
        works.isAssigned = true
        status.report(works, of: 0)
        #expect(status.readinessFaults == ["1 of 2 workers has not started yet"])
        waits.unassignedMilliseconds = 12_345
        status.report(waits, of: 1)
        #expect(status.readinessFaults == ["worker 1: the consumer group has given no partitions yet, for 12 s"])
    }

    @Test func aWorkerThatIsNotHeardOfForMinutesIsStuckAndOneThatWaitsIsNot() {
        let clock = ManualClock(Instant(seconds: 1_775_016_000))
        let status = ServiceStatus(workers: 1, stallAfterMilliseconds: 60_000) { clock.monotonicMilliseconds() }
        var waits = WorkerStatus()
        waits.storeFault = "PostgreSQL is away: nobody answers"
        for _ in 0..<20 {
            status.report(waits, of: 0)
            clock.advance(.minutes(1))
            #expect(status.lifeFaults.isEmpty)
        }
        clock.advance(.minutes(4))
        #expect(status.lifeFaults == ["worker 0 is stuck: it has not reported for 300 s"])
    }

    @Test func ofWorkersOfOneProcessEachHasANameOfItsOwn() {
        let named = KafkaSettings(bootstrapServers: "b:1", clientID: "t", extra: ["group.instance.id": "redress-intake-0"])
        #expect(
            (0..<3).map { named.ofWorker($0).extra["group.instance.id"] } == [
                "redress-intake-0", "redress-intake-0.worker-1", "redress-intake-0.worker-2",
            ])
        let nameless = KafkaSettings(bootstrapServers: "b:1", clientID: "t")
        #expect(nameless.ofWorker(1).extra.isEmpty)
    }

    @Test func theNewestReasonOfAnOutageIsToldAndNotOnlyTheFirst() {
        let bench = WorkerBench()
        bench.run()
        bench.store.mishap = { .before }
        bench.send("k1-a")
        bench.run()
        bench.store.awayReason = "cannot execute INSERT in a read-only transaction"
        bench.run(steps: 400)

        let reasons = bench.observer.notices.compactMap { notice -> String? in
            switch notice {
            case .outageBegan(_, let reason), .outageGoesOn(_, let reason): reason
            default: nil
            }
        }
        #expect(reasons == ["the server does not answer", "cannot execute INSERT in a read-only transaction"])
        #expect(bench.status().storeFault?.contains("read-only") == true)
    }
}
