import Contracts
import Crypto
import Domain
import Fakes
import Runtime
import Testing

/// A message is read once and sealed once, whether its document has a key or not.
@Suite struct ReadOnceTests {
    @Test func whatIsSaidToALineWithoutAKeyIsReadAndSealedOnce() throws {
        let bench = try SealingBench()
        bench.say("王芳", to: "line-1", id: "1")
        bench.run()
        #expect((bench.work.reads, bench.work.seals) == (1, 1))
        #expect(try bench.told() == ["王芳"])
    }

    @Test func whatIsSaidToALineWithAKeyIsReadAndSealedOnceToo() throws {
        let bench = try SealingBench()
        bench.say("王芳", to: "line-1", id: "1")
        bench.run()
        bench.say("charged twice", to: "line-1", id: "2")
        bench.run()
        #expect((bench.work.reads, bench.work.seals) == (2, 2))
        #expect(try bench.told() == ["王芳", "charged twice"])
        #expect(try bench.keys().count == 1)
    }

    @Test func whatIsNotLetInIsNotSealedAtAll() throws {
        let bench = try SealingBench()
        bench.gate.set { _ in false }
        bench.say("王芳", to: "line-1", id: "1")
        bench.run()
        #expect((bench.work.reads, bench.work.seals) == (1, 0))
        #expect(try bench.events(of: "out").map(\.type) == ["refused"])
        #expect(try bench.keys().isEmpty)
    }

    @Test func aRepetitionIsReadAndNotSealed() throws {
        let bench = try SealingBench()
        bench.say("王芳", to: "line-1", id: "1")
        bench.say("王芳", to: "line-1", id: "1")
        bench.run()
        #expect((bench.work.reads, bench.work.seals) == (2, 1))
        #expect(try bench.told() == ["王芳"])
    }

    /// The first thing said fails when it is decided, so no key of it may stay; the next one makes the document's.
    @Test func aKeyOfWhatCouldNotBeDecidedIsNotKept() throws {
        let bench = try SealingBench()
        bench.say("gone", to: "line-1", id: "1", type: "refused")
        bench.say("王芳", to: "line-1", id: "2")
        bench.say("charged twice", to: "line-1", id: "3")
        bench.run()
        #expect(try bench.told() == ["王芳", "charged twice"])
        let said = try #require(try bench.stored("line-1")?.state?.said)
        let key = try #require(try bench.stored("line-1")?.key.flatMap { CustomerKey.id(ofWrapped: $0.ciphertext) })
        #expect(said.map { CustomerKey.id(of: $0.ciphertext) } == [key, key])
        #expect(try bench.keys().count == 1)
    }
}
