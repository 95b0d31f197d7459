import Fakes
import Foundation
import Kafka
import Runtime
import Testing
import World

/// The worker's protocol, with crashes between any two calls, zombies and lost answers, by seed.
@Suite struct ProtocolTests {
    /// A handful, at once; `Ops/test` plays hundreds, in release.
    @Test(arguments: 0..<20)
    func whateverDiesEveryMessageCountsOnceAndEveryEventArrivesInOrder(seed: Int) {
        let violations = ProtocolWorld(seed: UInt64(seed)).run()
        #expect(violations.isEmpty, "seed \(seed): \(violations)")
    }

    /// Each with a seed that is known to catch it. A change of the worker may move the trouble elsewhere: then the others are searched, which takes
    /// its time, and the seed that is found belongs here.
    static let mutations: [(mutation: ProtocolMutation, known: UInt64)] = [
        (.fenceByOffset, 47), (.outboxDroppedEarly, 0), (.epochNotRaised, 11),
    ]

    @Test(arguments: mutations)
    func aBrokenProtocolIsNoticedByItsSeeds(mutation: ProtocolMutation, known: UInt64) {
        func catches(_ seed: UInt64) -> Bool { !ProtocolWorld(seed: seed, mutation: mutation).run().isEmpty }
        #expect(catches(known) || (0..<300).contains(where: catches), "no seed up to 300 catches \(mutation)")
    }

    @Test func aPoisonMessageParksItsKeyAndTheOthersFlowOnUntilItIsDiscarded() {
        let world = ProtocolWorld(seed: 7)
        world.heal()
        world.send(key: "k1", id: "poison")
        world.send(key: "k1")
        world.send(key: "k2")
        world.heal()

        #expect(world.readOut().seen == ["k2": ["k2#1"]])
        #expect(world.database.letters.map(\.kind) == [.poison, .waiting])
        #expect(world.broker.messages(of: "redress.dead-letters").count == 1)

        if let first = world.database.letters.first { world.database.request(.discard, number: first.number) }
        world.heal()

        #expect(world.readOut().seen == ["k1": ["k1#1"], "k2": ["k2#1"]])
        #expect(world.database.letters.isEmpty)
    }

    @Test func bytesThatNobodyCanReadGoToTheirKeysLaneWhereverTheyLay() {
        let world = ProtocolWorld(seed: 9)
        world.heal()
        let right = Murmur2.partition(of: Data("k1".utf8), count: 3)
        world.broker.append(
            topic: "in", partition: (right + 1) % 3, key: Data("k1".utf8), value: Data("no JSON".utf8), headers: [])
        world.heal()
        world.send(key: "k1")
        world.heal()

        #expect(world.database.letters.map(\.kind) == [.poison, .waiting])
        #expect(Set(world.database.letters.map(\.lane.number)) == [right])

        if let first = world.database.letters.first { world.database.request(.discard, number: first.number) }
        world.heal()

        #expect(world.readOut().seen == ["k1": ["k1#1"]])
    }

    @Test func aReplayThatFailsAgainKeepsTheLetterAndWhatWaitsBehindIt() {
        let world = ProtocolWorld(seed: 8)
        world.heal()
        world.send(key: "k1", id: "poison")
        world.send(key: "k1")
        world.heal()
        if let first = world.database.letters.first { world.database.request(.replay, number: first.number) }
        world.heal()

        #expect(world.database.letters.map(\.kind) == [.poison, .waiting])
        #expect(world.database.letters.allSatisfy { $0.request == nil })
        #expect(world.readOut().seen.isEmpty)
    }
}
