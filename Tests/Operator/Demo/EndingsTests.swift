import Testing

@testable import OperatorService

@Suite struct EndingsTests {
    private struct Refusal: Error, CustomStringConvertible {
        let description = "the server is away"
    }

    private final class Log {
        var words: [String] = []
    }

    @Test func whatWasBegunLastIsEndedFirst() {
        let (endings, log) = (Endings(), Log())
        for word in ["broker", "database", "services"] { endings.add { log.words.append(word) } }
        #expect(endings.run().isEmpty)
        #expect(log.words == ["services", "database", "broker"])
    }

    @Test func aStepThatFailsIsToldAndKeepsNoOtherFromBeingDone() {
        let (endings, log) = (Endings(), Log())
        endings.add { log.words.append("broker") }
        endings.add { throw Refusal() }
        #expect(endings.run() == ["the server is away"])
        #expect(log.words == ["broker"])
    }

    @Test func nothingIsEndedTwice() {
        let (endings, log) = (Endings(), Log())
        endings.add { log.words.append("broker") }
        _ = endings.run()
        _ = endings.run()
        #expect(log.words == ["broker"])
    }
}
