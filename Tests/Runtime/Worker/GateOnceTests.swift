import Contracts
import Domain
import Fakes
import Runtime
import Testing

/// Whether a command is let in is asked once, before and apart from what it says being sealed.
@Suite struct GateOnceTests {
    @Test func aCommandIsCheckedOnceWhetherItsDocumentHasAKeyOrNot() throws {
        let bench = try SealingBench()
        bench.say("王芳", to: "line-1", id: "1")
        bench.run()
        bench.gate.set { _ in true }
        bench.say("charged twice", to: "line-1", id: "2")
        bench.run()
        #expect(bench.gate.asked == 1)
        #expect(try bench.told() == ["王芳", "charged twice"])
        #expect(try bench.keys().count == 1)
    }

    /// The key of its sender is taken away while the command is being decided.
    @Test func whatWasLetInIsDecidedThoughItsSenderIsTakenOffTheRegisterMeanwhile() throws {
        let bench = try SealingBench()
        bench.say("王芳", to: "line-1", id: "1")
        bench.run()
        bench.gate.set { $0 == 1 }
        bench.say("charged twice", to: "line-1", id: "2")
        bench.run()
        #expect(try bench.told() == ["王芳", "charged twice"])
        #expect(try bench.events(of: "out").allSatisfy { $0.type == "said" })
    }

    @Test func whatWasNotLetInIsRefusedThoughItsSenderIsPutOnTheRegisterMeanwhile() throws {
        let bench = try SealingBench()
        bench.say("王芳", to: "line-1", id: "1")
        bench.run()
        bench.gate.set { $0 > 1 }
        bench.say("charged twice", to: "line-1", id: "2")
        bench.run()
        #expect(try bench.told() == ["王芳"])
        #expect(try bench.events(of: "out").map(\.type) == ["said", "refused"])
        #expect(bench.gate.asked == 1)
    }
}
