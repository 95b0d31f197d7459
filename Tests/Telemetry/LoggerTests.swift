import Foundation
import Telemetry
import Testing

private struct BrokerIsAway: Error, CustomStringConvertible {
    var description: String { "broker \"b1\" is away" }
}

@Suite struct LoggerTests {
    private let recorder = LogRecorder()

    private func logger(_ format: LogFormat, level: LogLevel = .info) -> Logger {
        Logger(level: level, format: format, sink: recorder.sink) { Date(timeIntervalSince1970: 1_769_817_600.25) }
    }

    @Test func aLineOfJSONHasTimeLevelMessageAndMetadataByName() {
        let logger = logger(.json).with([.service: "intake", .lane: 3])
        logger.warning("The lane was fenced", [.offset: .number(UInt64.max), .lane: 4, .error: .error(BrokerIsAway())])
        #expect(
            recorder.lines == [
                #"{"time":"2026-01-31T00:00:00.250Z","level":"warning","message":"The lane was fenced","#
                    + #""error":"broker \"b1\" is away","lane":4,"offset":"18446744073709551615","service":"intake"}"#
            ])
    }

    @Test func aLineOfTextReadsAsWordsAndQuotesWhatHasSpaces() {
        logger(.text).info(
            "Started", [.topic: "redress.intake", .reason: "two words", .state: "", .count: 2, .seconds: .seconds(.milliseconds(1500))])
        #expect(
            recorder.lines == [
                #"2026-01-31T00:00:00.250Z INFO    Started count=2 reason="two words" seconds=1.5 state="" topic=redress.intake"#
            ])
    }

    @Test func anyTextStaysOneLineOfValidJSON() throws {
        let awkward = "a\nb\r\t\"\\\u{0}\u{1B}[31m\u{2028}\u{85} 投诉 👍"
        logger(.json).info("Awkward", [.reason: .string(awkward), .value: .double(.nan), .state: [true, 1.5, "x"]])
        let line = try #require(recorder.lines.first)
        #expect(!line.contains { $0.isNewline })
        let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        #expect(object["reason"] as? String == awkward)
        #expect(object["value"] as? String == "nan")
    }

    @Test func metadataOfALevelThatIsNotWrittenIsNotWorkedOut() {
        var isAsked = false
        func metadata() -> [LogKey: LogValue] {
            isAsked = true
            return [:]
        }
        let logger = logger(.json)
        logger.debug("Not written", metadata())
        #expect(!isAsked && recorder.lines.isEmpty)
        logger.error("Written", metadata())
        #expect(isAsked && recorder.lines.count == 1)
    }

    @Test func levelsRiseFromTraceToError() {
        #expect(LogLevel.allCases.sorted() == [.trace, .debug, .info, .warning, .error])
    }

    @Test func linesOfManyTasksStayWhole() async {
        let logger = logger(.json)
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<500 { group.addTask { logger.info("Line", [.count: .number(number)]) } }
        }
        #expect(Set(recorder.lines).count == 500)
        #expect(recorder.lines.allSatisfy { $0.hasPrefix("{\"time\"") && $0.hasSuffix("}") })
    }
}
