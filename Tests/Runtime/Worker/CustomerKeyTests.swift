import Contracts
import Crypto
import Domain
import Fakes
import Foundation
import Kafka
import Runtime
import Testing

/// Each document gets a key of its own with the first thing it seals, and keeps it.
@Suite struct CustomerKeyTests {
    @Test func theFirstThingSaidGivesAKeyAndWhatFollowsUsesIt() throws {
        let bench = try SealingBench()
        bench.say("王芳", to: "line-1", id: "1")
        bench.run()
        bench.say("charged twice", to: "line-1", id: "2")
        bench.say("and again", to: "line-1", id: "3")
        bench.say("李明", to: "line-2", id: "4")
        bench.run()
        #expect(try bench.keys().count == 2, "one key a line, not one a message")
        #expect(try bench.told() == ["王芳", "charged twice", "and again", "李明"])
        let said = try #require(try bench.stored("line-1")?.state?.said)
        #expect(Set(said.map { CustomerKey.id(of: $0.ciphertext) }).count == 1)
        #expect(try bench.stored("line-1")?.key == bench.keys()[CustomerKey.id(of: said[0].ciphertext) ?? ""])
    }

    @Test func twoOfOneLineInOneBatchShareAKey() throws {
        let bench = try SealingBench()
        bench.say("王芳", to: "line-1", id: "1")
        bench.say("charged twice", to: "line-1", id: "2")
        bench.run()
        #expect(try bench.keys().count == 1)
        #expect(try bench.told() == ["王芳", "charged twice"])
    }

    @Test func whileAnEarlierReleaseMayComeBackNoKeyIsGivenButOneThatIsThereIsUsed() throws {
        let bench = try SealingBench()
        bench.say("王芳", to: "line-1", id: "1")
        bench.run()

        try bench.restart(givesKeys: false)
        bench.say("charged twice", to: "line-1", id: "2")
        bench.say("李明", to: "line-2", id: "3")
        bench.run()

        #expect(try bench.keys().count == 1)
        let (one, two) = (try #require(try bench.stored("line-1")), try #require(try bench.stored("line-2")))
        let key = try #require(one.key.flatMap { CustomerKey.id(ofWrapped: $0.ciphertext) })
        #expect(one.state?.said.map { CustomerKey.id(of: $0.ciphertext) } == [key, key])
        #expect(two.state?.said.map { CustomerKey.id(of: $0.ciphertext) } == [nil])
        #expect(two.key == nil)
        #expect(try bench.sealing.sealApart(Data("a dead letter".utf8), context: "letters").key == nil)

        try bench.restart()
        bench.say("and again", to: "line-2", id: "4")
        bench.run()
        #expect(try bench.keys().count == 2)
        #expect(try bench.stored("line-2")?.key != nil)
    }

    @Test func aKeyIsInTheJournalBeforeWhatItSeals() throws {
        let bench = try SealingBench()
        bench.say("王芳", to: "line-1", id: "1")
        bench.run()
        #expect(bench.database.allJournal.map(\.topic) == [Topic.customerKeys.name, "out"])
    }

    /// The worker dies after each number of calls to the database; whatever was lost is said again and sealed again.
    @Test(arguments: 1...4)
    func whateverDiesThereIsOneKeyAndItOpensWhatWasTold(calls: Int) throws {
        let bench = try SealingBench()
        bench.say("王芳", to: "line-1", id: "1")
        var left = calls
        bench.store.mishap = {
            left -= 1
            return left == 0 ? .after : nil
        }
        bench.run()
        try bench.restart()
        bench.say("charged twice", to: "line-1", id: "2")
        bench.run(steps: 60)
        #expect(try bench.keys().count == 1)
        #expect(try bench.told() == ["王芳", "charged twice"])
    }

    @Test func whatIsRefusedGivesNoKey() throws {
        let bench = try SealingBench()
        bench.say("王芳", to: "line-1", id: "1", type: "refused")
        bench.run()
        #expect(try bench.keys().isEmpty)
        #expect(try bench.events(of: "out").count == 1)
    }

    @Test func afterTheKeyIsErasedTheNextThingSaidGetsAnotherAndTheOldStaysShut() throws {
        let bench = try SealingBench()
        bench.say("王芳", to: "line-1", id: "1")
        bench.run()
        let old = try #require(try bench.stored("line-1")?.key)
        try bench.erase("line-1")
        bench.say("I am back", to: "line-1", id: "2")
        bench.run(steps: 100)
        let new = try #require(try bench.stored("line-1")?.key)
        #expect(new != old)
        #expect(
            try bench.keys() == [#require(CustomerKey.id(ofWrapped: new.ciphertext)): new],
            "the worker was fenced, took the lane and sent the tombstone")
        #expect(try bench.told() == ["no key", "I am back"])
        #expect(bench.database.letters.isEmpty)
        let text = try #require(try bench.stored("line-1")?.state?.said.first)
        let others = try CustomerKey(wrapped: new.ciphertext, by: Sealer(bench.keyring))
        #expect(throws: CryptoError.self) { try others.open(text.ciphertext, context: SealContext.note) }
        #expect(throws: CryptoError.self) { try bench.sealing.open(text, context: SealContext.note) }
    }

    @Test func anIdleWorkerLearnsThatItsLaneWasTakenAndSendsTheTombstone() throws {
        let bench = try SealingBench()
        bench.say("王芳", to: "line-1", id: "1")
        bench.run()
        try bench.erase("line-1")
        #expect(try bench.keys().count == 1)
        bench.run(steps: 200)
        #expect(try bench.keys().isEmpty, "though nobody says anything more")
        #expect(bench.database.unconfirmedRows == 0)
    }

    /// The worker holds the lane and is about to decide the next thing said when the key goes.
    @Test func aWorkerThatHoldsTheLaneWhileAKeyIsErasedLosesNothingAndDoublesNothing() throws {
        let bench = try SealingBench()
        bench.say("王芳", to: "line-1", id: "1")
        bench.run()
        bench.say("李明", to: "line-2", id: "2")
        bench.say("and me again", to: "line-1", id: "3")
        try bench.erase("line-1")
        bench.run(steps: 100)
        #expect(try bench.told() == ["no key", "李明", "and me again"])
        #expect(bench.database.unconfirmedRows == 0)
    }

    @Test func aKeyOfTheKeyringMayChangeWhileCustomersKeepTheirs() throws {
        let bench = try SealingBench()
        bench.say("王芳", to: "line-1", id: "1")
        bench.run()
        try bench.restart(with: bench.grownKeyring("k2"))
        bench.say("charged twice", to: "line-1", id: "2")
        bench.run()
        #expect(try bench.keys().count == 1)
        #expect(try bench.told() == ["王芳", "charged twice"])
    }

    @Test func whereTheKeyringKeyIsDestroyedTheLineGoesOnUnderANewOne() throws {
        let bench = try SealingBench()
        bench.say("王芳", to: "line-1", id: "1")
        bench.run()
        try bench.restart(with: Keyring(current: "k2", keys: ["k2": .generate()]))
        bench.say("charged twice", to: "line-1", id: "2")
        bench.run()
        #expect(bench.database.letters.isEmpty, "a destroyed key is no poison")
        #expect(try bench.keys().count == 2)
    }

    @Test func aDeadLetterOnTheTopicIsNothingWithoutItsRowInTheTable() throws {
        let bench = try SealingBench()
        bench.say("王芳", to: "line-1", id: "1", type: "poison")
        bench.run()
        let event = try #require(try bench.events(of: Topic.deadLetters.name).first)
        let letter = try #require(try DeadLetter.decode(type: event.type, data: event.data, with: WireCoder()))
        let original = try #require(letter.original)
        #expect(throws: CryptoError.self, "the keyring alone does not open it") {
            try bench.sealing.open(original, context: SealContext.deadLetter)
        }
        let row = try #require(bench.database.letters.first?.sealedMessage)
        #expect(row.ciphertext.hasSuffix(original.ciphertext))
        #expect(try bench.sealing.open(row, context: SealContext.deadLetter).count > 0)
    }
}
