package import Contracts
package import Domain

/// What a regulators' desk says, and what is told of many complaints together.
extension ServicesScenario {
    /// The alerts of major risks, each update one.
    package var risks: [RiskAlert] {
        facts(of: .alerts).compactMap { (event: RiskEvent) in if case .risk(let alert) = event { alert } else { nil } }
    }

    /// A customer goes to an appeal body, in writing and with all that is asked for; `fill` says what is otherwise.
    @discardableResult
    package func appeals(
        _ line: String = "13800001001", _ caseNumber: String = "SC-2026-1", _ category: Domain.Category = "billing",
        on channel: Channel = "communications-administration", _ fill: (inout IntakeSubmission) -> Void = { _ in }
    ) -> [ComplaintEvent] {
        var submission = IntakeSubmission(.appealed, line: line)
        submission.channel = channel
        submission.province = "CN-SC"
        submission.category = category
        submission.customer = "Wang Fang"
        submission.contact = "wang.fang@example.com"
        submission.description = "Charged twice for March."
        submission.demand = "Pay it back."
        submission.address = "1 Long Street"
        submission.postcode = "610000"
        submission.respondentAddress = "2 Long Street"
        submission.receivedAt = now
        submission.details = SubmissionDetails(duties: [DutyDone(duty: "referral-archived", reference: "R-1")], takenBy: "desk-1")
        var appeal = Appeal()
        appeal.caseNumber = caseNumber
        appeal.date = now.day(at: UTCOffset(minutes: 480) ?? .utc)
        appeal.respondent = "the operator"
        appeal.interest = .own
        submission.appeal = appeal
        fill(&submission)
        return say(submission, from: .regulatorDesk)
    }
}

extension [WorkOrderEvent] {
    /// What handlers were told of complaints that went up while they had them.
    package var flaggings: [WorkOrderFlagged] {
        compactMap { event in if case .flagged(let flagged) = event { flagged } else { nil } }
    }
}

extension [ComplaintEvent] {
    /// The complaints that were urged.
    package var urges: [ComplaintUrged] {
        compactMap { event in if case .urged(let urged) = event { urged } else { nil } }
    }

    /// What was reported upward.
    package var reportsUpward: [ComplaintFlagged] {
        compactMap { event in if case .flagged(let flagged) = event { flagged } else { nil } }
    }
}
