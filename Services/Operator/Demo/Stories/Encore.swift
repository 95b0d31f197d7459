import Contracts
import Domain
import Foundation

/// What is played once the file's complaints are settled: a customer of it comes back, another appeals. These are counted apart.
struct Encore {
    let intentions: [Intention]
    /// How many complaints they become.
    var count: Int { intentions.count }

    /// How long the others may take, in seconds of ours.
    static let timeoutSeconds = 40.0

    /// - Parameters:
    ///   - settled: the complaints of the file that are archived, the last one last, each with its number.
    ///   - now: when they write.
    init(on settled: [Schedule.Settled], at now: Instant, appealedOn day: CivilDate) {
        guard let again = settled.last, let appealed = settled.dropLast().last else {
            intentions = []
            return
        }
        intentions = [Self.repeating(again, at: now), Self.appealing(appealed, at: now, on: day)]
    }

    private static func repeating(_ settled: Schedule.Settled, at now: Instant) -> Intention {
        var submission = settled.submission
        submission.receivedAt = now
        submission.dissatisfaction = "The same charge is on the next bill."
        submission.demand = "Refund it."
        submission.disputedAmount = Money(minorUnits: 4_900)
        return intention(submission, id: "again-\(settled.complaint)", at: now)
    }

    /// In the written form of Order 35 art. 12, by the desk of a provincial body.
    private static func appealing(_ settled: Schedule.Settled, at now: Instant, on day: CivilDate) -> Intention {
        var submission = settled.submission
        submission.type = .appealed
        submission.complaint = settled.complaint
        submission.channel = "communications-administration"
        submission.province = "CN-SC"
        submission.receivedAt = now
        submission.demand = "That the charge is taken back."
        submission.address = "Stand-in: the file names no address"
        submission.postcode = "610000"
        submission.respondentAddress = "Stand-in: the operator's address"
        var appeal = Appeal()
        appeal.body = "CN-SC"
        appeal.caseNumber = "SC-2026-0711"
        appeal.date = day
        appeal.respondent = "The operator"
        appeal.respondentProvince = "CN-SC"
        appeal.interest = .own
        submission.appeal = appeal
        return intention(submission, id: "appeal-\(settled.complaint)", at: now)
    }

    private static func intention(_ submission: IntakeSubmission, id: String, at now: Instant) -> Intention {
        let event = submission.event(id: id, source: "/demo/encore", time: now)
        return Intention(at: now, message: OutsideMessage(event, key: submission.line))
    }
}
