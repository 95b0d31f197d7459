import Contracts
import Domain
import Fakes
import Foundation
import Kafka
import Runtime
import Testing

/// What a worker does with what cannot be decided, and with what cannot be stored.
@Suite struct DeadLetterTests {
    @Test(arguments: [Data(String(repeating: "k", count: 257).utf8), Data("k\u{0}1".utf8), Data("k\n".utf8)])
    func aKeyThatNoTableCouldHoldIsLeftOutOfTheDeadLetter(key: Data) {
        let bench = WorkerBench()
        bench.broker.append(topic: "commands", partition: 0, key: key, value: Data("no JSON".utf8), headers: [])
        bench.send("k1-a")
        bench.run()
        #expect(bench.database.letters.map(\.key) == [""])
        #expect(bench.noted("k1") == ["k1-a"])
    }

    /// Bytes and headers no service can read.
    enum Unreadable: String, Sendable, CaseIterable {
        case nothingAtAll, noJSON, invalidUTF8, aListForAnObject, headersWithoutAType, aHeaderThatIsNoUTF8

        var value: Data? {
            switch self {
            case .nothingAtAll: nil
            case .noJSON: Data("<xml/>".utf8)
            case .invalidUTF8: Data([0x7B, 0x22, 0xC3, 0x28, 0x22, 0x7D])
            case .aListForAnObject: Data("[]".utf8)
            case .headersWithoutAType, .aHeaderThatIsNoUTF8: Data("{}".utf8)
            }
        }

        var headers: [(name: String, value: Data?)] {
            switch self {
            case .nothingAtAll, .noJSON, .invalidUTF8, .aListForAnObject: []
            case .headersWithoutAType: [("ce_specversion", Data("1.0".utf8)), ("ce_id", Data("1".utf8)), ("ce_source", Data("/g".utf8))]
            case .aHeaderThatIsNoUTF8: [("ce_specversion", Data("1.0".utf8)), ("ce_id", Data([0xC3, 0x28]))]
            }
        }

        var fault: String {
            switch self {
            case .nothingAtAll: "the message has a null payload; expected a CloudEvent 1.0"
            case .noJSON: "the message is not JSON; expected a value at byte 0"
            case .invalidUTF8: "the message is not valid UTF-8; expected JSON in UTF-8 at byte 2"
            case .aListForAnObject: "the message is JSON but not an object; expected a JSON object"
            case .headersWithoutAType: "type is missing; expected a CloudEvents 1.0 type"
            case .aHeaderThatIsNoUTF8: "id is not valid UTF-8; expected UTF-8 text"
            }
        }
    }

    @Test(arguments: Unreadable.allCases)
    func whatCannotBeReadIsParkedWithItsFaultItsKeyWaitsAndOthersFlowOn(unreadable: Unreadable) throws {
        let bench = WorkerBench()
        bench.broker.append(topic: "commands", key: Data("k1".utf8), value: unreadable.value, headers: unreadable.headers)
        bench.send("k1-a")
        bench.send("k2-a", key: "k2")
        bench.run()

        #expect(bench.faults.map(\.description) == [unreadable.fault])
        #expect(bench.database.letters.map(\.kind) == [.poison, .waiting])
        #expect(bench.published == ["k2": ["k2-a"]])
        let announced = bench.broker.messages(of: Topic.deadLetters.name)
        #expect(announced.count == 1)
        let event = try CloudEventReader.read(value: announced.first?.value, headers: announced.first?.headers ?? [])
        let letter = try #require(try DeadLetter.decode(type: event.type, data: event.data, with: WireCoder()))
        #expect(letter.fault.description == unreadable.fault)
        #expect((letter.topic, letter.service) == ("commands", "ledger"))
    }

    @Test func aMessageWithoutAKeyThatCannotBeReadHoldsNobodyUp() {
        let bench = WorkerBench()
        bench.broker.append(topic: "commands", partition: 0, key: Data(), value: Data("?".utf8), headers: [])
        bench.broker.append(topic: "commands", partition: 0, key: nil, value: Data("?".utf8), headers: [])
        bench.send("k1-a")
        bench.run()

        #expect(bench.database.letters.map(\.kind) == [.poison, .poison])
        #expect(bench.published == ["k1": ["k1-a"]])
    }

    @Test func anEventTooLargeForTheBrokerMakesItsMessageADeadLetterAndNothingOfItIsKept() {
        let bench = WorkerBench()
        bench.send("k1-a")
        bench.send("k1-b", "big")
        bench.send("k2-a", key: "k2")
        bench.run()

        #expect(bench.faults.map(\.problem) == ["leads to an event noted of 2000006 bytes"])
        #expect(bench.faults.map(\.expected) == ["at most 1000000 bytes, so that the broker takes it"])
        #expect(bench.published == ["k1": ["k1-a"], "k2": ["k2-a"]])
        #expect(bench.noted("k1") == ["k1-a"])
    }

    @Test(arguments: 0..<10)
    func whenTheStoreRefusesOneMessageThatOneAloneIsParked(place: Int) {
        let bench = WorkerBench()
        for number in 0..<10 {
            bench.send("k\(number)-a", number == place ? "nul" : "noted", key: "k\(number)")
        }
        bench.run()

        #expect(bench.database.letters.map(\.key) == ["k\(place)"])
        #expect(bench.faults.map(\.problem) == ["is refused by the store"])
        for number in 0..<10 { #expect(bench.noted("k\(number)") == (number == place ? nil : ["k\(number)-a"])) }
        #expect(bench.status().haltReason == nil)
    }

    @Test func whatLiesBehindARefusedMessageOfItsKeyWaits() {
        let bench = WorkerBench()
        bench.send("k1-a")
        bench.send("k1-b", "nul")
        bench.send("k1-c")
        bench.run()

        #expect(bench.noted("k1") == ["k1-a"])
        #expect(bench.database.letters.map(\.kind) == [.poison, .waiting])
    }

    @Test func withTheFloodGuardOffAllOfThemGoThere() {
        let bench = WorkerBench {
            $0.floodGuard.runLength = 5
            $0.floodGuard.isOn = false
        }
        for number in 0..<20 { bench.send("k\(number)-a", "poison", key: "k\(number)") }
        bench.run()

        #expect(bench.database.letters.count == 20)
        #expect(bench.halts.isEmpty)
    }

    @Test func aMessageThatCannotBeSealedIsNotPutAsideAndComesAgainOnceTheKeyWorks() {
        let bench = WorkerBench()
        bench.sealer.fault = CocoaError(.coderInvalidValue)
        bench.send("k1-a", "poison")
        bench.send("k2-a", key: "k2")
        bench.run()

        #expect(bench.database.letters.isEmpty)
        #expect(bench.broker.messages(of: Topic.deadLetters.name).isEmpty)
        #expect(bench.status().lanes.allSatisfy { $0.offsets.isEmpty }, "its offset has not moved")
        #expect(bench.status().storeFault?.contains("could not be sealed; expected a working key") == true)

        bench.sealer.fault = nil
        bench.run(steps: 400)
        #expect(bench.database.letters.map(\.key) == ["k1"])
        #expect(bench.published == ["k2": ["k2-a"]])
    }

    @Test func aDiscardedFactLeavesNoGapBehindIt() throws {
        let bench = WorkerBench()
        bench.emit("k1-1", "poison", sequence: 1)
        bench.emit("k1-2", sequence: 2)
        bench.run()
        let poison = try #require(bench.database.letters.first)
        bench.database.request(.discard, of: poison.lane, number: poison.number)
        bench.run()

        #expect(bench.noted("k1") == ["k1-2"])
        #expect(bench.database.letters.isEmpty)
    }
}
