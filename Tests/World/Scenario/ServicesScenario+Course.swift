package import Contracts
package import Domain

/// What nearly every story begins with.
extension ServicesScenario {
    /// A customer complains on the hotline, with all that is asked for; `fill` says what is otherwise.
    @discardableResult
    package func complains(
        _ line: String = "13800001001", _ category: Domain.Category = "billing", on channel: Channel = "hotline",
        _ fill: (inout IntakeSubmission) -> Void = { _ in }
    ) -> [ComplaintEvent] {
        var submission = IntakeSubmission(line: line)
        submission.channel = channel
        submission.province = "CN-SC"
        submission.category = category
        submission.customer = "Wang Fang"
        submission.contact = "wang.fang@example.com"
        submission.description = "Charged twice for March."
        submission.receivedAt = now
        fill(&submission)
        return say(submission)
    }

    /// The customer says what they think of the handling.
    @discardableResult
    package func comments(
        _ complaint: ComplaintNumber, line: String = "13800001001", satisfaction: Int? = nil, resolved: Bool? = nil,
        wantsReview: Bool? = nil,
        _ fill: (inout IntakeSubmission) -> Void = { _ in }
    ) -> [ComplaintEvent] {
        var submission = IntakeSubmission(.feedbackGiven, line: line)
        submission.complaint = complaint
        submission.channel = "sms"
        submission.feedback = Feedback(satisfaction: satisfaction, resolved: resolved, wantsReview: wantsReview)
        fill(&submission)
        return say(submission)
    }

    /// The unit looks into it and answers, a second person approves, and the customer is told.
    package func answers(_ complaint: ComplaintNumber, by actor: ActorID = "handler-7", text: String = "The charge was right.") {
        give(.accept, on: complaint, by: actor)
        finds(complaint, by: actor, text: text)
    }

    /// The same of a unit that has taken it on.
    package func finds(_ complaint: ComplaintNumber, by actor: ActorID = "handler-7", text: String = "The charge was right.") {
        give(.findLiability, on: complaint, by: actor) { $0.liability = .operatorNotAtFault }
        give(.answer, on: complaint, by: actor) { command in
            command.answer = text
            command.texts = ["reasons": "It is for two months.", "measures": "None is needed."]
        }
        give(.approveAnswer, on: complaint, by: "reviewer-3")
        give(.tellCustomer, on: complaint, by: actor)
    }
}

extension [ComplaintEvent] {
    /// The complaints that were registered.
    package var registrations: [ComplaintRegistered] {
        compactMap { event in if case .registered(let registered) = event { registered } else { nil } }
    }
}

extension [WorkOrderEvent] {
    /// Those of one complaint.
    package func of(_ complaint: ComplaintNumber) -> [WorkOrderEvent] { filter { $0.complaint == complaint } }

    package var archivings: [WorkOrderArchived] {
        compactMap { event in if case .archived(let archived) = event { archived } else { nil } }
    }

    package var reviewRequests: [WorkOrderReviewRequested] {
        compactMap { event in if case .reviewRequested(let requested) = event { requested } else { nil } }
    }
}
