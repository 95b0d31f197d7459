import Contracts
import Domain
import Fakes
import Foundation
import Kafka
import Testing

@testable import Runtime

/// Which messages a worker takes, which it drops, which it sends elsewhere.
@Suite struct TakingTests {
    @Test func aMessageInAStrangersPartitionIsForwardedToItsOwnWithItsHeadersAndCountsOnce() throws {
        let bench = WorkerBench()
        let right = Murmur2.partition(of: Data("k1".utf8), count: 3)
        bench.send("k1-a", partition: (right + 1) % 3, kafkaKey: Data())

        bench.run()

        let messages = bench.broker.messages(of: "commands").sorted { $0.partition == right && $1.partition != right }
        #expect(messages.count == 2)
        let (forwarded, original) = (try #require(messages.first), try #require(messages.last))
        #expect(forwarded.partition == right)
        #expect(forwarded.key == Data("k1".utf8))
        #expect(forwarded.value == original.value)
        #expect(forwarded.headers.map(\.name) == original.headers.map(\.name))
        #expect(forwarded.headers.map(\.value) == original.headers.map(\.value))
        #expect(bench.published == ["k1": ["k1-a"]])
        #expect(bench.observer.counts == [.forwarded: 1, .decided: 1])
    }

    @Test func aNullHeaderOfAForwardedMessageStaysNull() throws {
        let right = Murmur2.partition(of: Data("k1".utf8), count: 3)
        let gateway = WorkerBench()
        gateway.send("k1-a", partition: (right + 1) % 3)
        let sent = try #require(gateway.broker.messages(of: "commands").first)
        let bench = WorkerBench()
        _ = bench.broker.append(
            topic: "commands", partition: (right + 1) % 3, key: sent.key, value: sent.value, headers: Array(sent.headers) + [("note", nil)])

        bench.run()

        let forwarded = try #require(bench.broker.messages(of: "commands").first { $0.partition == right })
        #expect(forwarded.headers.map(\.name).last == "note")
        #expect(forwarded.headers.map(\.value).last == .some(nil))
    }

    @Test func aByteOrderMarkIsNoPartOfAKey() {
        #expect(KeyText.text(of: Data([0xEF, 0xBB, 0xBF]) + Data("C20260302003000127".utf8)) == "C20260302003000127")
        #expect(KeyText.text(of: Data("渠道".utf8)) == "渠道")
        #expect(KeyText.text(of: Data([0xFF])) == nil)
        #expect(KeyText.text(of: Data("a\u{1}".utf8)) == nil)
    }

    @Test func whatIsForwardedIsNotKeptInClear() throws {
        let bench = WorkerBench()
        let right = Murmur2.partition(of: Data("13812348000".utf8), count: 3)
        bench.send("k1-a", key: "13812348000", partition: (right + 1) % 3)

        bench.worker.step(waitMilliseconds: 0)
        bench.worker.step(waitMilliseconds: 0)

        let row = try #require(bench.database.allJournal.first)
        #expect(row.type == nil)
        guard case .forwarded(let sealed, _) = row.content else {
            Issue.record("it is to be forwarded, and is \(row.content)")
            return
        }
        #expect(!String(decoding: sealed, as: UTF8.self).contains("13812348000"))
    }

    @Test func aMessageForwardedBeforeACrashIsForwardedByWhoComesNext() {
        let bench = WorkerBench()
        let right = Murmur2.partition(of: Data("k1".utf8), count: 3)
        bench.send("k1-a", partition: (right + 2) % 3)
        bench.worker.step(waitMilliseconds: 0)
        bench.worker.step(waitMilliseconds: 0)
        #expect(bench.database.unconfirmedRows == 1)

        bench.restart()
        bench.run()

        #expect(bench.published == ["k1": ["k1-a"]])
        #expect(bench.database.unconfirmedRows == 0)
    }

    @Test func theSameMessageTwiceInOneBatchOrInAnotherCountsOnce() {
        let bench = WorkerBench()
        bench.send("k1-a")
        bench.send("k1-a")
        bench.run()
        bench.send("k1-a")
        bench.send("k1-b")
        bench.run()

        #expect(bench.noted("k1") == ["k1-a", "k1-b"])
        #expect(bench.observer.counts == [.decided: 2, .duplicate: 2])
    }

    @Test func aPartitionThatFallsBackToAnEarlierStartBringsNothingTwice() {
        let bench = WorkerBench {
            $0.batchSize = 2
            $0.unconfirmedLimit = 1
        }
        let place = TopicPartition(topic: "commands", partition: Murmur2.partition(of: Data("k1".utf8), count: 3))
        for number in 1...9 { bench.send("k1-\(number)") }
        for _ in 0..<3 { bench.worker.step(waitMilliseconds: 0) }
        #expect(bench.worker.backlog == 2, "two are decided and not confirmed, and two wait")

        bench.log.fallBack(place)
        bench.run()

        #expect(bench.noted("k1") == (1...9).map { "k1-\($0)" })
        #expect(bench.observer.counts == [.decided: 9])
    }

    @Test func whomTheGroupForgetsJoinsAsAnotherMemberAndGoesOn() {
        let bench = WorkerBench()
        bench.send("k1-a")
        bench.run()
        bench.log.takeBack(bench.partitions, lost: true)
        bench.send("k1-b")
        bench.run(steps: 1_000)
        #expect(bench.log.rejoins == 0, "within a minute the group may well form")

        bench.run(steps: 300)
        #expect(bench.log.rejoins == 1)
        bench.log.give(bench.partitions)
        bench.run(steps: 2_000)

        #expect(bench.log.rejoins == 1)
        #expect(bench.published == ["k1": ["k1-a", "k1-b"]])
    }

    @Test func whoIsGivenAnEmptyShareOrWaitsForBrokersDoesNotJoinAgain() {
        let bench = WorkerBench()
        bench.log.give([])
        bench.run(steps: 2_000)
        #expect(bench.log.rejoins == 0)

        bench.log.takeBack([])
        bench.log.answers = false
        bench.log.emit(.allBrokersDown(KafkaError(code: -187, context: "poll")))
        bench.run(steps: 2_000)
        #expect(bench.log.rejoins == 0)
    }

    @Test func aTopicThatWasMadeAgainIsNotReadAsIfItWereTheOneFromBefore() throws {
        let bench = WorkerBench()
        for number in 1...5 { bench.send("k1-\(number)") }
        bench.run()
        bench.broker.recreate(topic: "commands")
        bench.send("k1-6")

        bench.restart()
        bench.run()

        let reason = try #require(bench.halts.first)
        #expect(bench.halts.count == 1)
        #expect(reason.contains("ends at offset 1, and this service has read it to 5"))
        #expect(bench.noted("k1")?.count == 5)
    }

    @Test func howMuchWasDeletedIsAskedAgainWhereNoBrokerTells() {
        let bench = WorkerBench()
        bench.send("k1-a")
        bench.run()
        bench.send("k1-b")
        bench.send("k1-c")
        bench.send("k1-d")
        bench.broker.delete(TopicPartition(topic: "commands", partition: Murmur2.partition(of: Data("k1".utf8), count: 3)), before: 2)
        bench.restart()
        var isAsked = false
        bench.log.mishap = { call in
            guard call == "bounds", !isAsked else { return nil }
            isAsked = true
            return KafkaError(code: -185, context: "ask")
        }
        bench.run(steps: 200)
        #expect(isAsked)
        #expect(bench.noted("k1") == ["k1-a", "k1-c", "k1-d"], "what came together with the first is not taken for what comes next")
        #expect(bench.missed == 1)
    }

    @Test func aTypeNobodyKnowsIsSkippedAndCountedAndLeavesNoGap() {
        let bench = WorkerBench()
        bench.emit("k1-1", sequence: 1)
        bench.emit("k1-2", "unheard-of", sequence: 2)
        bench.emit("k1-3", sequence: 3)
        bench.run()
        bench.emit("k1-4", "unheard-of", sequence: 4)
        bench.run()
        bench.emit("k1-5", sequence: 5)
        bench.run()

        #expect(bench.noted("k1") == ["k1-1", "k1-3", "k1-5"])
        #expect(bench.observer.counts == [.decided: 3, .skipped: 2])
        #expect(bench.database.letters.isEmpty)
    }

    @Test func anEventThatIsNoneOfTheGroupsStatesIsPassedOver() {
        let bench = WorkerBench()
        bench.emit("token-1", "stranger", key: "token", sequence: 1)
        bench.run()

        #expect(bench.noted("token") == nil)
        #expect(bench.observer.counts == [.skipped: 1])
    }

    @Test func aGapInASequenceIsADeadLetterThatNamesWhatWasExpectedAndOtherKeysFlowOn() {
        let bench = WorkerBench()
        bench.emit("k1-1", sequence: 1)
        bench.emit("k1-3", sequence: 3)
        bench.emit("k1-4", sequence: 4)
        bench.emit("k2-1", key: "k2", sequence: 1)
        bench.run()

        #expect(
            bench.faults == [
                Fault(field: "sequence", problem: "is 3 after 1: events of this key are missing", expected: "sequence 2")
            ])
        #expect(bench.database.letters.map(\.kind) == [.poison, .waiting])
        #expect(bench.noted("k1") == ["k1-1"])
        #expect(bench.noted("k2") == ["k2-1"])
    }

    @Test func aFactThatIsNotNewerIsDropped() {
        let bench = WorkerBench()
        bench.emit("k1-1", sequence: 1)
        bench.emit("k1-2", sequence: 2)
        bench.emit("k1-1", sequence: 1)
        bench.run()
        bench.emit("k1-2", sequence: 2)
        bench.run()

        #expect(bench.noted("k1") == ["k1-1", "k1-2"])
        #expect(bench.observer.counts == [.decided: 2, .duplicate: 2])
    }

    @Test func topicsReadTogetherWithDifferentNumbersOfPartitionsAreRefusedByName() {
        let bench = WorkerBench(topics: ["commands": 3, "facts": 4, "out": 3, Topic.deadLetters.name: 1])
        bench.send("k1-a")
        bench.run()

        #expect(
            bench.unusable == [
                "topics read together must have the same number of partitions, but commands has 3, facts has 4"
            ])
        #expect(bench.status().storeFault == bench.unusable.first)
        #expect(bench.noted("k1") == nil)
        #expect(bench.database.letters.isEmpty)
    }

    @Test func aTopicThatIsMissingIsToldByNameAndOnceItIsThereTheWorkBegins() {
        let bench = WorkerBench(topics: ["commands": 3, "out": 3, Topic.deadLetters.name: 1])
        bench.send("k1-a")
        bench.run()
        #expect(bench.unusable == ["there is no topic facts; create it with: redress topics create"])

        bench.broker.create(topic: "facts", partitions: 3)
        bench.run(steps: 200)

        #expect(bench.noted("k1") == ["k1-a"])
        #expect(bench.status().storeFault == nil)
    }

    @Test func moreLanesThanAComplaintNumberCanTellApartAreRefused() {
        let bench = WorkerBench(topics: ["commands": 1000, "facts": 1000, "out": 3, Topic.deadLetters.name: 1])
        bench.run()

        #expect(bench.unusable.count == 1)
        #expect(bench.unusable.first?.hasSuffix("has 1000 partitions; at most 999 can be told apart in a complaint number") == true)
    }
}
