import Moments
import Testing

@testable import Domain

/// A gateway gets the texts of a message that is for it, once, whatever comes first, until the customer is erased.
struct GatewayTextTests {
    private struct Lane {
        var file: GatewayTextState?
        var due: Instant?

        mutating func when(_ input: GatewayTextDecider.Input, at time: Instant = GatewayTextTests.april) throws -> [GatewayTextDecider
            .Event]
        {
            let decision = try GatewayTextDecider.decide(
                input, given: file, in: DecisionContext(now: time, policy: (), serial: Serial(lane: 1, number: 1)))
            file = decision.state
            due = decision.due
            return decision.events
        }
    }

    private static let april = Instant(seconds: 1_775_008_800)
    private static let key = SealedText(ciphertext: "q7Zk2mWc0-Yt5bLe:v1.k1.abc")

    private static func request(_ number: Int, medium: String = "sms") -> GatewayTextRequest {
        GatewayTextRequest(
            key: "q7Zk2mWc0-Yt5bLe", notification: NoticeNumber("C20260401003000127-N\(number)"), complaint: "C20260401003000127",
            medium: medium, recipient: [.sample("v2.q7Zk2mWc0-Yt5bLe.q83v7Yt0")], enclosure: nil)
    }

    @Test func aTextIsGivenOnceTheKeyIsThere() throws {
        var lane = Lane()
        #expect(try lane.when(.requested(Self.request(1))).isEmpty)
        #expect(try lane.when(.made(Self.key)) == [.given(Self.request(1), by: Self.key)])
        #expect(try lane.when(.requested(Self.request(2))) == [.given(Self.request(2), by: Self.key)])
    }

    @Test func whatComesAgainIsGivenOnce() throws {
        var lane = Lane()
        #expect(try lane.when(.requested(Self.request(1))).isEmpty)
        #expect(try lane.when(.requested(Self.request(1))).isEmpty)
        #expect(try lane.when(.made(Self.key)).count == 1)
        #expect(try lane.when(.made(Self.key)).isEmpty)
        #expect(try lane.when(.requested(Self.request(1))).isEmpty)
    }

    @Test func anotherMediumOfTheSameMessageHasItsOwnText() throws {
        var lane = Lane()
        _ = try lane.when(.made(Self.key))
        #expect(try lane.when(.requested(Self.request(1))).count == 1)
        #expect(try lane.when(.requested(Self.request(1, medium: "letter"))).count == 1)
    }

    @Test func aKeyThatIsWrappedAgainGivesWhatComesAfterIt() throws {
        var lane = Lane()
        _ = try lane.when(.made(Self.key))
        _ = try lane.when(.made(.sample("q7Zk2mWc0-Yt5bLe:v1.k2.def")))
        #expect(try lane.when(.requested(Self.request(1))) == [.given(Self.request(1), by: .sample("q7Zk2mWc0-Yt5bLe:v1.k2.def"))])
    }

    @Test func erasureTakesBackWhatWasGivenAndGivesNothingMore() throws {
        var lane = Lane()
        _ = try lane.when(.made(Self.key))
        _ = try lane.when(.requested(Self.request(1)))
        _ = try lane.when(.requested(Self.request(2)))
        #expect(
            try lane.when(.erased) == [
                .takenBack("C20260401003000127-N1/sms/q7Zk2mWc0-Yt5bLe"), .takenBack("C20260401003000127-N2/sms/q7Zk2mWc0-Yt5bLe"),
            ])
        #expect(lane.file?.wrapped == nil)
        #expect(try lane.when(.requested(Self.request(3))).isEmpty)
        #expect(try lane.when(.made(Self.key)).isEmpty, "a former holder's message, sent once more behind the tombstone")
        #expect(try lane.when(.requested(Self.request(3))).isEmpty)
    }

    @Test func anErasedKeyIsForgottenWhenNoRequestCanBeOnItsWay() throws {
        var lane = Lane()
        _ = try lane.when(.made(Self.key))
        _ = try lane.when(.erased)
        let due = try #require(lane.due)
        #expect(due == Instant(seconds: 1_775_008_800 + 30 * 86_400))
        #expect(try lane.when(.wake, at: due).isEmpty)
        #expect(lane.file == nil && lane.due == nil)
    }

    @Test func whatKafkaHasDeletedIsNotTakenBack() throws {
        var lane = Lane()
        _ = try lane.when(.made(Self.key))
        _ = try lane.when(.requested(Self.request(1)))
        let later = Instant(seconds: 1_775_008_800 + 31 * 86_400)
        _ = try lane.when(.requested(Self.request(2)), at: later)
        #expect(try lane.when(.erased, at: later) == [.takenBack("C20260401003000127-N2/sms/q7Zk2mWc0-Yt5bLe")])
    }

    @Test func aRequestWhoseKeyNeverComesIsForgottenAfterThirtyDays() throws {
        var lane = Lane()
        #expect(try lane.when(.requested(Self.request(1))).isEmpty)
        let due = try #require(lane.due)
        #expect(due == Instant(seconds: 1_775_008_800 + 30 * 86_400))
        #expect(try lane.when(.wake, at: due).isEmpty)
        #expect(lane.file == nil && lane.due == nil)
    }
}
