import Fakes
import Foundation
import Kafka
import Runtime
import Testing

/// The worker's protocol, with crashes between any two calls, zombies and lost answers, by seed.
@Suite struct ProtocolTests {
    @Test(arguments: 0..<300)
    func whateverDiesEveryMessageCountsOnceAndEveryEventArrivesInOrder(seed: Int) {
        let world = ProtocolWorld(seed: UInt64(seed))

        for _ in 0..<400 { world.act() }
        world.heal()

        let (seen, gap) = world.readOut()
        #expect(gap == nil, "seed \(seed)")
        #expect(seen.mapValues { Set($0) } == world.sent.mapValues { Set($0) }, "seed \(seed)")
        for (key, ids) in seen {
            #expect(ids.count == world.sent[key]?.count, "seed \(seed), \(key) counted twice")
        }
        #expect(world.database.letters.isEmpty, "seed \(seed): an outage is not a poison message")
        #expect(world.database.unconfirmedRows == 0, "seed \(seed): the journal is confirmed to its end")
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
