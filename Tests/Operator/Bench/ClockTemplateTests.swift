import Domain
import Foundation
import Testing

@testable import OperatorService

@Suite struct ClockTemplateTests {
    private let received = Instant(seconds: 1_775_016_000)
    private let due = Instant(seconds: 1_775_016_000 + 60 * 86_400)
    private let body = #"{"state":{"complaint":"C1","subject":{"receivedAt":"2026-04-01T04:00:00Z"},"fired":[]},"sent":{"C1":1}}"#

    @Test func anotherComplaintsFileHasItsOwnNumberAndTime() throws {
        let template = try #require(ClockTemplate(body, number: "C1", received: received, due: due))
        let later = Instant(milliseconds: due.milliseconds + 86_400_000)
        #expect(
            template.body(number: "C99", due: later)
                == #"{"state":{"complaint":"C99","subject":{"receivedAt":"2026-04-02T04:00:00Z"},"fired":[]},"sent":{"C99":1}}"#)
        #expect(template.body(number: "C1", due: due) == body)
    }

    @Test func aFileThatNamesNeitherIsNoTemplate() {
        #expect(ClockTemplate(body, number: "C2", received: received, due: due) == nil)
        #expect(ClockTemplate(body, number: "C1", received: due, due: due) == nil)
    }
}
