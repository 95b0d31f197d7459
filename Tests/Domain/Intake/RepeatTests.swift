import Moments
import Testing

@testable import Domain

/// The two cases of a repeated complaint (S057–S059, S130).
struct RepeatTests {
    private static let again = LineScenario.all.union(["dissatisfaction"])

    @Test func archivedOnTheFirstOfMayAndComplainedAgainOnTheThirtyFirstIsARepeat() throws {
        var line = try LineScenario(rules: .china(), at: at("2026-04-20T09:00:00+08:00"))
        let first = try #require(try line.submits().registered)
        line.given(first.complaint, archivedAt: at("2026-05-01T12:00:00+08:00"))
        let second = try #require(try line.submits(given: Self.again, at: at("2026-05-31T12:00:00+08:00")).registered)
        #expect(second.nature == .repeat, "S130: archived on 1 May, complained again on 31 May")
        #expect(second.repeatOf == first.complaint, "S059: a new ticket that knows the first")
        #expect(second.complaint != first.complaint, "S057, S059: a new ticket, case two")
    }

    @Test func whileTheFirstIsOpenASecondIsAnUrgeAndNoTicket() throws {
        var line = try LineScenario(rules: .china())
        let open = try #require(try line.submits().registered)
        let urged = try #require(try line.submits().urged)
        #expect(urged.complaint == open.complaint, "S057, S058: still in progress, no new ticket")
        #expect(line.file.count == 1, "S058")
    }

    @Test func aRepeatIsNotRegisteredWithoutTheReasonOfDissatisfaction() throws {
        var line = try LineScenario(rules: .china())
        let first = try #require(try line.submits().registered)
        line.given(first.complaint, archivedAt: at("2026-10-01T12:00:00+08:00"))
        let asked = try line.submits(at: at("2026-10-02T09:00:00+08:00")).informationRequired
        #expect(asked?.missing == ["dissatisfaction"], "S059: why the customer is not content is asked and stored")
    }

    @Test func aComplaintAfterAnArchivingThatWasNotKnownYetIsARepeatWhenTheNewsComes() throws {
        var line = try LineScenario(rules: .china())
        let first = try #require(try line.submits().registered)
        #expect(try line.submits(given: Self.again, at: at("2026-09-30T10:00:05+08:00")).urged != nil, "S058: open as far as is known")
        line.given(first.complaint, archivedAt: at("2026-09-30T10:00:00+08:00"))
        let late = try #require(try line.when(.wake, at: at("2026-09-30T10:10:05+08:00")).registered)
        #expect(late.nature == .repeat, "S130: it came five seconds after archiving")
        #expect(late.repeatOf == first.complaint)
        #expect(late.receivedAt == at("2026-09-30T10:00:05+08:00"))
        #expect(try line.when(.wake, at: at("2026-09-30T10:20:05+08:00")) == [])
    }

    @Test func anUrgeBeforeTheArchivingStaysAnUrge() throws {
        var line = try LineScenario(rules: .china())
        let first = try #require(try line.submits().registered)
        _ = try line.submits(given: Self.again, at: at("2026-09-30T09:59:59+08:00"))
        line.given(first.complaint, archivedAt: at("2026-09-30T10:00:00+08:00"))
        #expect(try line.when(.wake, at: at("2026-09-30T10:05:00+08:00")) == [], "S058: it did its work while the ticket was open")
        #expect(line.intake.due == nil)
    }

    @Test func twoComplaintsOpenedByOneInputHaveNumbersOfTheirOwn() throws {
        var line = try LineScenario(rules: .china())
        let first = try #require(try line.submits().registered)
        _ = try line.submits(given: Self.again, at: at("2026-09-30T10:00:05+08:00"))
        line.given(first.complaint, archivedAt: at("2026-09-30T10:00:00+08:00"))
        let both = try line.submits("hotline", "network", given: Self.again, at: at("2026-09-30T10:01:00+08:00"))
        let numbers = both.compactMap { event in if case .registered(let registered) = event { registered.complaint } else { nil } }
        #expect(numbers.count == 2)
        #expect(Set(numbers + [first.complaint]).count == 3, "S105, S155: each complaint has a number of its own")
    }
}
