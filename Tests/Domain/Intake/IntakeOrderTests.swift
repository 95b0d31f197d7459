import Moments
import Seeded
import Testing

@testable import Domain

/// What holds in whatever order the topics are read, and however often an event is told.
struct IntakeOrderTests {
    /// A ticket as far as the order of reading must not change it.
    private struct Ticket: Hashable {
        let receivedAt: Instant
        let nature: Nature
    }

    /// One customer complains and complains; each ticket is archived after a while, and the news of it comes when it comes.
    private struct Story {
        let complaints: [Instant]
        /// How long the ticket that a complaint opened stays open.
        let lifetimes: [Duration]

        init(seed: UInt64) {
            var random = SplitMix64(seed: seed)
            var now = LineScenario.morning
            var complaints: [Instant] = []
            for _ in 0..<12 {
                now = now.adding(.minutes(Int.random(in: 1...90, using: &random)))
                complaints.append(now)
            }
            self.complaints = complaints
            lifetimes = complaints.map { _ in .minutes(Int.random(in: 5...240, using: &random)) }
        }

        /// The tickets that come of it where the news of each archiving takes so long.
        func tickets(newsAfter delay: (Int) -> Duration) throws -> Set<Ticket> {
            var line = try LineScenario(rules: .china())
            var news: [(at: Instant, complaint: ComplaintNumber, archivedAt: Instant)] = []
            var tickets: Set<Ticket> = []
            func note(_ events: [ComplaintEvent]) {
                for case .registered(let event) in events {
                    tickets.insert(Ticket(receivedAt: event.receivedAt, nature: event.nature))
                    guard let index = complaints.firstIndex(of: event.receivedAt) else { continue }
                    let archivedAt = event.receivedAt.adding(lifetimes[index])
                    news.append((archivedAt.adding(delay(index)), event.complaint, archivedAt))
                }
            }
            var rest = complaints[...]
            while true {
                let next = rest.first
                if let due = line.intake.due, next.map({ due <= $0 }) ?? true {
                    for item in news where item.at <= due { line.given(item.complaint, archivedAt: item.archivedAt) }
                    note(try line.when(.wake, at: due))
                } else if let next {
                    rest.removeFirst()
                    for item in news where item.at <= next { line.given(item.complaint, archivedAt: item.archivedAt) }
                    note(try line.submits(given: LineScenario.all.union(["dissatisfaction"]), at: next))
                } else {
                    return tickets
                }
            }
        }
    }

    @Test(arguments: 1...60 as ClosedRange<UInt64>)
    func howLateTheNewsOfAnArchivingComesChangesNoTicket(seed: UInt64) throws {
        let story = Story(seed: seed)
        let atOnce = try story.tickets { _ in .zero }
        var random = SplitMix64(seed: seed &+ 1000)
        let delays = story.complaints.map { _ in Duration.seconds(Int.random(in: 0...599, using: &random)) }
        let late = try story.tickets { delays[$0] }
        #expect(late == atOnce, "S058, S130: no order of intake's topic and the work orders' changes what is a ticket and what a repeat")
        #expect(!atOnce.isEmpty)
    }

    @Test func archivingsToldInAnyOrderAndAgainLeaveTheSameFile() throws {
        func file(_ order: [Int]) throws -> [FiledComplaint] {
            var line = try LineScenario(rules: .china())
            let numbers = try ["billing", "network", "service"].map { category in
                try #require(try line.submits("hotline", Domain.Category(category)).registered).complaint
            }
            for index in order {
                line.given(numbers[index], archivedAt: LineScenario.morning.adding(.hours(index + 1)))
                _ = try line.when(.wake, at: LineScenario.morning.adding(.hours(9)))
            }
            return line.file
        }
        let once = try file([0, 1, 2])
        #expect(try file([2, 0, 1, 2, 0]) == once)
        #expect(try file([1, 1, 2, 0]) == once)
    }

    @Test func whatIsToldAgainChangesNothingAndItsSenderHearsSo() throws {
        var line = try LineScenario(rules: .china())
        let complaint = try #require(try line.submits().registered).complaint
        let feedback = Feedback(satisfaction: 1, resolved: false, wantsReview: nil)
        let words: [IntakeInput.Content] = [
            .exposure(complaint: complaint, channel: "new-media-service", Exposure(medium: .newMedia)),
            .exposure(complaint: complaint, channel: "new-media-service", Exposure(medium: .national, effect: .national)),
            .feedback(complaint: complaint, channel: "sms", feedback, .sample("words")),
        ]
        for word in words {
            #expect(try line.when(word).count == 1)
            let before = line.file
            #expect(try line.when(word).fault?.problem.hasPrefix("is known already of complaint C") == true)
            #expect(line.file == before)
        }
        // The first exposure is told again after the second: still nothing new.
        #expect(try line.when(words[0]).fault?.problem.hasPrefix("is known already of complaint C") == true)
    }
}
