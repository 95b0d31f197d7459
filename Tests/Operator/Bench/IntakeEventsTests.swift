import Contracts
import Domain
import Foundation
import Kafka
import Testing

@testable import OperatorService

@Suite struct IntakeEventsTests {
    private let noon = Instant(milliseconds: 1_775_044_800_000)

    @Test func eachEventHasALineOfItsOwnThatIsItsKey() throws {
        var events = IntakeEvents(now: noon)
        let messages = events.next(5_000) + events.next(5_000)
        let keys = Set(messages.compactMap(\.key))
        #expect(keys.count == 10_000)
        for key in keys { #expect(String(decoding: key, as: UTF8.self).wholeMatch(of: /138[0-9]{8}/) != nil) }
    }

    @Test func anEventIsAStructuredCloudEventOfTheSizeOfARealOne() throws {
        var events = IntakeEvents(now: noon)
        let message = try #require(events.next(1) { _ in LatencyRun.traceParent(7) }.first)
        let value = try #require(message.value)
        #expect((400...650).contains(value.count))
        let event = try CloudEventReader.read(value: value, headers: [])
        #expect(event.type == IntakeType.submitted.rawValue)
        #expect(event.traceParent.flatMap { LatencyRun.number(in: $0) } == 7)
    }

    @Test func aTraceContextOfSomebodyElseHasNoNumber() {
        #expect(LatencyRun.number(in: LatencyRun.traceParent(0)) == 0)
        #expect(LatencyRun.number(in: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01") == nil)
        #expect(LatencyRun.number(in: "") == nil)
    }
}
