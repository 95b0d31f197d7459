import Contracts
import Domain
import Fakes
import Foundation
import Kafka
import Runtime
import Testing

/// A sender whose messages cannot be taken is stopped alone; where nothing of anybody can be decided, the worker stops and tries again.
@Suite struct FloodGuardTests {
    private func bench(_ configure: (inout WorkerSettings) -> Void = { _ in }) -> WorkerBench {
        WorkerBench {
            $0.floodGuard.runLength = 20
            $0.haltMilliseconds = 1_000...4_000
            configure(&$0)
        }
    }

    private func quarantines(_ bench: WorkerBench) -> [String] {
        bench.observer.notices.compactMap {
            switch $0 {
            case .quarantined(let source, let topic, let reason, let seconds): "\(source) on \(topic) for \(seconds) s: \(reason)"
            case .quarantineEnded(let source): "\(source) out"
            default: nil
            }
        }
    }

    private func flood(_ bench: WorkerBench, _ numbers: Range<Int>, _ type: String = "poison", from source: String = "/buggy") {
        for number in numbers { bench.send("b\(number)-a", type, key: "b\(number)", from: source) }
    }

    @Test func aSenderBeyondItsShareIsQuarantinedAloneAndTheOthersGoOn() {
        let bench = bench()
        flood(bench, 0..<200)
        bench.send("k1-a")
        bench.run()

        #expect(quarantines(bench) == ["/buggy on commands for 600 s: data.amount is negative; expected 0 or more"])
        #expect(bench.status().quarantined == ["/buggy"])
        #expect(bench.halts.isEmpty)
        #expect(bench.status().works)
        #expect(bench.noted("k1") == ["k1-a"])
        #expect(bench.observer.counts[.deadLettered] == 20)
        #expect(bench.observer.counts[.quarantined] == 180)
        #expect(bench.database.letters.count == 200, "nothing is lost")
        #expect(bench.broker.messages(of: Topic.deadLetters.name).count == 20, "and each is not told")
    }

    @Test func nothingOfAnotherSenderWaitsBehindWhatWasPutAside() {
        let bench = bench()
        flood(bench, 0..<30)
        bench.send("k1-a", key: "k1", from: "/buggy")
        bench.run()
        bench.send("k1-b", key: "k1")
        bench.run()

        #expect(bench.noted("k1") == ["k1-b"])
    }

    @Test(arguments: [0, 1]) func whatCannotBeReadCountsForAllWhoseSourceCannot(readable: Int) {
        let bench = bench()
        for number in 0..<60 {
            bench.broker.append(topic: "commands", key: Data("u\(number)".utf8), value: Data("no JSON".utf8), headers: [])
            if readable > 0 { bench.send("k\(number)-a", key: "k\(number)") }
        }
        bench.run()
        bench.send("z1-a", key: "z1")
        bench.run()

        #expect(bench.status().quarantined == [""])
        #expect(bench.noted("z1") == ["z1-a"])
        #expect(bench.status().works)
    }

    @Test func eventsThatAreRejectedCountAsWell() {
        let bench = bench()
        flood(bench, 0..<60, "invalid")
        bench.run()
        #expect(bench.status().quarantined == ["/buggy"])
        #expect(bench.observer.counts[.rejected] == 20)
        #expect(bench.observer.counts[.quarantined] == 40)
    }

    @Test func commandsThatNobodyHasSignedDoNotStopTheOneWhoseNameTheyBear() {
        let bench = bench()
        flood(bench, 0..<60, "forged", from: "/desk/a")
        bench.send("k1-a", key: "k1", from: "/desk/a")
        bench.run()
        #expect(bench.status().quarantined == [])
        #expect(bench.observer.counts[.refused] == 60)
        #expect(bench.noted("k1") == ["k1-a"])
    }

    @Test func whoClaimsToBeAServiceOfOursDoesNotStopIt() {
        let bench = bench()
        for number in 0..<60 {
            bench.broker.append(
                topic: "commands", key: Data("u\(number)".utf8), value: Data("no JSON".utf8),
                headers: [
                    ("ce_specversion", Data("1.0".utf8)), ("ce_id", Data("u\(number)".utf8)), ("ce_type", Data("broken".utf8)),
                    ("ce_source", Data(Party.dispatch.source.utf8)),
                ])
        }
        bench.send("k1-a", key: "k1", from: Party.dispatch.source)
        bench.run()
        #expect(bench.noted("k1") == ["k1-a"])
        #expect(!bench.status().quarantined.contains(Party.dispatch.source))
    }

    @Test func aSenderOfWhichAFewFailNowAndThenIsLeftAlone() {
        let bench = bench()
        for number in 0..<400 { bench.send("c\(number)-a", number % 2 == 0 ? "poison" : "noted", key: "c\(number)", from: "/mixed") }
        flood(bench, 0..<19, from: "/short")
        bench.run(steps: 80)
        #expect(bench.status().quarantined.isEmpty)
        #expect(bench.observer.counts[.deadLettered] == 219)
    }

    @Test func aSenderWhoseMessagesWereGoodForLongIsGivenItsShare() {
        let bench = bench()
        for number in 0..<500 { bench.send("c\(number)-a", key: "c\(number)", from: "/mixed") }
        bench.run(steps: 80)
        flood(bench, 0..<200, from: "/mixed")
        bench.run(steps: 80)
        #expect(bench.status().quarantined.isEmpty)
        flood(bench, 200..<900, from: "/mixed")
        bench.run(steps: 80)
        #expect(bench.status().quarantined == ["/mixed"])
    }

    @Test func aQuarantineEndsByItselfAndBeginsAgainAtOnceWhereNothingIsMended() {
        let bench = bench()
        flood(bench, 0..<40)
        bench.run()
        bench.clock.advance(.minutes(11))
        flood(bench, 40..<43)
        bench.run()

        #expect(bench.status().quarantined == ["/buggy"])
        #expect(bench.observer.counts[.deadLettered] == 22, "a tenth of the run brings it back")

        bench.clock.advance(.minutes(11))
        bench.run()
        bench.send("k1-a", from: "/buggy")
        bench.run()
        #expect(bench.status().quarantined.isEmpty)
        #expect(bench.noted("k1") == ["k1-a"])
    }

    @Test func whatWasPutAsideIsTakenInItsOrderOnceAPersonSaysSo() {
        let bench = bench()
        flood(bench, 0..<20)
        for number in 0..<30 { bench.send("k1-\(number)", from: "/buggy") }
        bench.run()
        let aside = bench.database.letters.filter { $0.fault?.field == "source" }
        #expect(aside.count == 30)
        #expect(bench.noted("k1") == nil)

        for letter in aside { bench.database.request(.replay, of: letter.lane, number: letter.number) }
        bench.run(steps: 80)

        #expect(bench.status().quarantined.isEmpty, "whoever asks for them trusts their sender again")
        #expect(bench.noted("k1") == (0..<30).map { "k1-\($0)" })
        #expect(bench.database.letters.count == 20)
    }

    /// Though its state is not at hand when it is replayed, which is looked up by the letter's key.
    @Test func whatIsReplayedFromUnderNoKeyFindsTheStateOfItsKey() {
        let bench = bench()
        bench.send("k1-a")
        flood(bench, 0..<20)
        bench.send("k1-b", from: "/buggy")
        bench.run()
        for letter in bench.database.letters where letter.fault?.field == "source" {
            bench.database.request(.replay, of: letter.lane, number: letter.number)
        }
        bench.run(steps: 80)
        #expect(bench.noted("k1") == ["k1-a", "k1-b"])
        #expect(bench.published["k1"] == ["k1-a", "k1-b"])
    }

    @Test func whereNothingOfAnybodyCanBeDecidedTheWorkerStopsKeepsNothingOfItAndGoesOnByItself() {
        let bench = bench()
        bench.sealer.fault = nil
        for number in 0..<40 { bench.send("k\(number)-a", "poison", key: "k\(number)", from: "/gateway-\(number % 2)") }
        bench.run()

        #expect(bench.halts.count == 1)
        #expect(bench.halts.first?.contains("20 messages in a row, of more than one sender, could not be decided") == true)
        #expect(bench.halts.first?.contains("data.amount is negative; expected 0 or more") == true)
        #expect(bench.halts.first?.contains("--flood-guard off") == true)
        #expect(bench.status().haltReason == bench.halts.first)
        #expect(!bench.status().works)
        #expect(bench.database.letters.isEmpty)
        #expect(bench.broker.messages(of: Topic.deadLetters.name).isEmpty)
        #expect(bench.status().lanes.allSatisfy { $0.offsets.isEmpty })

        bench.run(steps: 400)
        #expect(bench.halts.count == 1, "the same is said once")
        #expect(bench.database.letters.isEmpty)
        #expect(bench.status().haltReason != nil)
    }

    @Test func factsThatCannotBeDecidedAreNeverPassedOver() {
        let bench = bench()
        for number in 0..<40 { bench.emit("f\(number)-1", "poison", key: "f\(number)", sequence: 1) }
        bench.run()
        #expect(bench.status().quarantined.isEmpty)
        #expect(bench.halts.count == 1)
        #expect(bench.database.letters.isEmpty)
    }

    @Test func aWorkerThatHasStoppedGoesOnOnceTheCauseIsMended() {
        let bench = bench()
        var isBroken = true
        bench.store.mishap = { isBroken ? .refused : nil }
        bench.send("k1-a")
        bench.run()
        #expect(bench.halts.count == 1)
        #expect(!bench.status().works)

        isBroken = false
        bench.run(steps: 200)

        #expect(bench.status().works)
        #expect(bench.observer.notices.contains(.resumed))
        #expect(bench.noted("k1") == ["k1-a"])
        #expect(bench.database.letters.isEmpty)
    }

    @Test func ofMoreSendersThanAreCountedTheWorstIsStillFound() {
        let bench = bench { $0.floodGuard.senders = 10 }
        for number in 0..<200 {
            bench.send("b\(number)-a", "invalid", key: "b\(number)", from: "/buggy")
            bench.send("s\(number)-a", "invalid", key: "s\(number)", from: "/stranger-\(number)")
        }
        bench.run(steps: 80)
        #expect(bench.status().quarantined == ["/buggy"])
    }

    @Test func withTheGuardOffNobodyIsQuarantined() {
        let bench = bench { $0.floodGuard.isOn = false }
        flood(bench, 0..<100)
        bench.run()
        #expect(bench.database.letters.count == 100)
        #expect(bench.status().quarantined.isEmpty)
        #expect(bench.halts.isEmpty)
    }
}
