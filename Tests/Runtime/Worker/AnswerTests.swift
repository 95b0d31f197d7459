import Contracts
import Domain
import Fakes
import Foundation
import Runtime
import Testing

/// What a worker says to the senders of events that are not valid, and of ids that are used twice.
@Suite struct AnswerTests {
    // MARK: Events that cannot be read

    @Test func whoseSenderIsKnownIsAnsweredAndNothingOfItsKeyWaits() {
        let bench = WorkerBench()
        bench.send("k1-a") { $0.subject = nil }
        bench.send("k1-b")
        bench.run()
        #expect(bench.answers == ["k1-a: subject is missing"])
        #expect(bench.published == ["k1": ["k1-b"]])
        #expect(bench.observer.counts[.rejected] == 1 && bench.observer.counts[.decided] == 1)
        #expect(bench.database.letters.isEmpty)
    }

    @Test func theAnswerHasNoPlaceAmongTheEventsOfItsKeyAndNamesWhatItAnswers() throws {
        let bench = WorkerBench()
        bench.send("k1-a") { event in
            event.subject = nil
            event.correlationID = "form-7"
        }
        bench.run()
        let answer = try #require(bench.written.first)
        #expect((answer.sequence, answer.causationID, answer.correlationID) == (nil, "k1-a", "form-7"))
        #expect(answer.partitionKey == "/gateway" && answer.id.hasPrefix("ledger/rejected/commands/"))
    }

    @Test func anAttributeOfTheWrongFormIsAnswered() {
        let bench = WorkerBench()
        let event = CloudEvent(id: "k1-a", source: "/gateway", type: "noted", subject: "k1", data: Data("{}".utf8))
        let headers = CloudEventWriter.headers(for: event).map { ($0.name, $0.name == "ce_specversion" ? Data("0.3".utf8) : $0.value) }
        bench.broker.append(topic: "commands", key: Data("k1".utf8), value: event.data, headers: headers.map { ($0.0, Optional($0.1)) })
        bench.run()
        #expect(bench.answers == ["k1-a: specversion is not supported"])
        #expect(bench.database.letters.isEmpty)
    }

    @Test func theSameAgainIsAnsweredOnce() {
        let bench = WorkerBench()
        for _ in 0..<2 { bench.send("k1-a") { $0.subject = nil } }
        bench.run()
        bench.send("k1-a") { $0.subject = nil }
        bench.run()
        #expect(bench.answers == ["k1-a: subject is missing"])
        #expect(bench.observer.counts[.duplicate] == 2)
    }

    @Test func whatTheServicesWroteThemselvesIsPutAside() {
        let bench = WorkerBench()
        bench.send("k1-a") { event in
            event.subject = nil
            event.source = Party.dispatch.source
        }
        bench.run()
        #expect(bench.answers.isEmpty)
        #expect(bench.faults.map(\.field) == ["subject"])
    }

    // MARK: Events of a known key

    @Test func oneThatIsNotValidIsAnsweredOnceAndTheNextIsTaken() {
        let bench = WorkerBench()
        for id in ["k1-a", "k1-a"] { bench.send(id, "invalid") }
        bench.send("k1-b")
        bench.run()
        #expect(bench.published == ["k1": ["k1-a-rejected", "k1-b"]])
        #expect(bench.observer.counts[.rejected] == 1 && bench.observer.counts[.duplicate] == 1)
    }

    // MARK: Ids used twice

    @Test func theSameIDWithAnotherContentIsToldToItsSenderAndNotTaken() {
        let bench = WorkerBench()
        bench.send("k1-a", data: #"{"n":1}"#)
        bench.run()
        bench.send("k1-a", data: #"{"n":2}"#)
        bench.send("k1-b")
        bench.run()
        #expect(bench.answers == ["k1-a: id was given by this source to another event before, of another content"])
        #expect(bench.published == ["k1": ["k1-a", "k1-b"]])
    }

    @Test func withinOneBatchToo() {
        let bench = WorkerBench()
        bench.send("k1-a", data: #"{"n":1}"#)
        bench.send("k1-a", data: #"{"n":2}"#)
        bench.run()
        #expect(bench.answers.count == 1 && bench.published == ["k1": ["k1-a"]])
    }

    @Test func anotherTypeIsAnotherContent() {
        let bench = WorkerBench()
        bench.send("k1-a")
        bench.send("k1-a", "later")
        bench.run()
        #expect(bench.answers.count == 1 && bench.published == ["k1": ["k1-a"]])
    }

    @Test func theSameContentIsTheSameEventHoweverItIsSent() {
        let bench = WorkerBench()
        bench.send("k1-a", data: #"{"n":1,"text":"投诉"}"#)
        bench.send("k1-a", data: #"{"text":"\u6295\u8bc9", "n":1}"#) { event in
            event.time = Instant(seconds: 1_775_016_777)
            event.traceParent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
        }
        bench.send("k1-a", data: #"{ "n" : 1, "text": "投诉" }"#, isStructured: true)
        bench.run()
        #expect(bench.observer.counts[.duplicate] == 2)
        #expect(bench.answers.isEmpty && bench.published == ["k1": ["k1-a"]])
    }

    @Test(arguments: 0..<8)
    func ofAnotherKeyItIsAnotherEventInWhicheverPartitionThatLies(number: Int) {
        let bench = WorkerBench()
        bench.send("1", key: "k1", data: #"{"n":1}"#)
        bench.send("1", key: "other\(number)", data: #"{"n":2}"#)
        bench.run()
        #expect(bench.noted("k1") == ["1"] && bench.noted("other\(number)") == ["1"])
        #expect(bench.answers.isEmpty)
    }

    // MARK: What answers what

    @Test func anEventNamesTheOneThatCausedItAndTheFlowThatThatBegan() throws {
        let bench = WorkerBench()
        bench.send("k1-a")
        bench.send("k1-b") { $0.correlationID = "form-7" }
        bench.run()
        #expect(bench.written.map(\.causationID) == ["k1-a", "k1-b"])
        #expect(bench.written.map(\.correlationID) == ["k1-a", "form-7"])
    }

    @Test func whatAFactsFlowHasLedToGoesOnInItThroughCommandsTimersAndAnotherWorker() {
        let bench = WorkerBench()
        bench.emit("k1-1", sequence: 1, correlationID: "form-7")
        bench.run()
        bench.send("k1-b", "later")
        bench.run()
        bench.restart()
        bench.clock.advance(.minutes(2))
        bench.run()
        #expect(bench.written.map(\.correlationID) == ["form-7", "form-7", "form-7"])
        #expect(bench.written.map(\.causationID) == ["k1-1", "k1-b", nil])
    }
}
