/// What follows where a customer has the answer and is not content with it (S040, S059, S075, S109).
extension OpenWorkOrder {
    /// What the customer says of the handling, on whatever channel. Before they have the answer it is a word to the unit, told from elsewhere.
    mutating func note(_ given: ComplaintFeedbackGiven, in context: DecisionContext<DispatchRules>) -> [WorkOrderEvent] {
        let feedback = given.feedback
        let rule = context.policy.workOrders.review
        guard case .customerTold = stage, rule.isDiscontent(feedback.satisfaction, feedback.resolved, feedback.wantsReview) else {
            return []
        }
        let remedies = rule.remedies(after: reviews ?? 0)
        let isGranted = feedback.wantsReview == true && remedies.contains(.review)
        var events: [WorkOrderEvent] = []
        // Who asks for what there is no more of is told so each time.
        if markDiscontent() || (feedback.wantsReview == true && !isGranted) {
            var said = dissatisfied(at: context.now)
            said.satisfaction = feedback.satisfaction
            said.resolved = feedback.resolved
            said.wantsReview = feedback.wantsReview
            said.remedies = isGranted ? nil : remedies
            said.personal = given.personal.words
            events.append(.dissatisfied(said))
        }
        if isGranted { events += openReview(Self.customersWish, by: Self.customer, saying: given.personal.words, in: context) }
        return events
    }

    /// The customer has complained again of the same matter, or has appealed.
    mutating func note(_ contested: ComplaintContested, in context: DecisionContext<DispatchRules>) -> [WorkOrderEvent] {
        guard markDiscontent() || contested.continuedBy != nil else { return [] }
        // Who supervises what comes back is to know of it from the first moment.
        let superior = context.policy.workOrders.supervision.first { $0.when.natures?.contains(.repeat) == true }?.unit.value
        var said = dissatisfied(telling: superior, at: context.now)
        said.continuedBy = contested.continuedBy
        said.personal = contested.personal.words
        return [.dissatisfied(said)]
    }

    /// Marks that the customer is not content: nothing archives itself any more.
    ///
    /// - Returns: whether that is new.
    private mutating func markDiscontent() -> Bool {
        guard case .customerTold(var told) = stage, told.satisfied != false || told.archiveRequested else { return false }
        told.satisfied = false
        told.archiveRequested = false
        stage = .customerTold(told)
        return true
    }

    private func dissatisfied(telling other: Unit? = nil, at now: Instant) -> WorkOrderDissatisfied {
        WorkOrderDissatisfied(complaint, workOrder, unit: unit, telling: [firstContact, supervisor, other], at: now)
    }

    /// Has the answer looked at again by the reviewing unit.
    ///
    /// - Parameter archived: the work order whose answer it is, where it was archived.
    mutating func openReview(
        _ reason: Reason, by actor: ActorID, saying words: SealedText? = nil, of archived: WorkOrderNumber? = nil,
        in context: DecisionContext<DispatchRules>
    ) -> [WorkOrderEvent] {
        let round = (reviews ?? 0) + 1
        reviews = round
        let reviewer = context.policy.workOrders.review.unit?.value ?? unit
        let requested = WorkOrderEvent.reviewRequested(
            WorkOrderReviewRequested(
                complaint: complaint, workOrder: workOrder, round: round, unit: reviewer, reason: reason, by: actor, at: context.now,
                of: archived, personal: words))
        guard reviewer != unit else {
            stage = .accepted
            return [requested]
        }
        return [requested, move(to: reviewer, reason, by: actor, in: context)]
    }

    /// Who asks where the customer does so on a channel.
    static let customer: ActorID = "customer"
    static let customersWish: Reason = "the customer asked for it"
}

extension SealedText {
    /// `nil` where nothing was said.
    fileprivate var words: SealedText? { ciphertext.isEmpty ? nil : self }
}

/// What is left of an answered work order so that its answer can be looked at again: by a work order of its own that names it (S040, S075).
extension ArchivedWorkOrder {
    public struct Reviewable: Sendable, Equatable {
        public let line: LineReference
        public let firstContact: Unit
        public let priority: Int
        public internal(set) var process: String?
        public internal(set) var skills: [String]?
        public internal(set) var answerer: ActorID?
        public internal(set) var supervisor: Unit?
        /// How often the answer was looked at again.
        public internal(set) var reviews: Int?
    }

    /// What the customer says of the handling.
    ///
    /// - Returns: the work order of the review, where one was asked for and may be had.
    mutating func note(
        _ given: ComplaintFeedbackGiven, _ events: inout [WorkOrderEvent], in context: DecisionContext<DispatchRules>
    ) -> OpenWorkOrder? {
        let feedback = given.feedback
        return hear(
            feedback.satisfaction, feedback.resolved, feedback.wantsReview, saying: given.personal.words, by: OpenWorkOrder.customer,
            tells: true, &events, in: context)
    }

    /// Has on record what the customer said when asked afterwards, which has the same consequences.
    mutating func record(
        _ answer: FollowUpResult, by actor: ActorID, _ events: inout [WorkOrderEvent], in context: DecisionContext<DispatchRules>
    ) throws(Fault) -> OpenWorkOrder? {
        followUp = try answer.checked(against: followUp)
        events.append(answer.event(complaint, workOrder, by: actor, at: context.now))
        return hear(
            answer.satisfaction, answer.resolved, answer.wantsReview, saying: nil, by: actor, tells: false, &events, in: context)
    }

    /// - Parameter tells: whether it has to be said that the customer is not content; what a call came to says so itself.
    private mutating func hear(
        _ satisfaction: Int?, _ resolved: Bool?, _ wantsReview: Bool?, saying words: SealedText?, by actor: ActorID, tells: Bool,
        _ events: inout [WorkOrderEvent], in context: DecisionContext<DispatchRules>
    ) -> OpenWorkOrder? {
        let rule = context.policy.workOrders.review
        guard outcome != .withdrawn, rule.isDiscontent(satisfaction, resolved, wantsReview) else { return nil }
        let remedies = remedies(by: rule, at: context.now)
        let review = wantsReview == true && remedies.contains(.review) ? reopened(in: context) : nil
        if tells, isContested != true || (wantsReview == true && review == nil) {
            var said = WorkOrderDissatisfied(
                complaint, workOrder, unit: unit, telling: [reviewable?.firstContact, reviewable?.supervisor], at: context.now)
            said.satisfaction = satisfaction
            said.resolved = resolved
            said.wantsReview = wantsReview
            said.remedies = review == nil ? remedies : nil
            said.personal = words
            events.append(.dissatisfied(said))
        }
        isContested = true
        guard var review else { return nil }
        events += review.openReview(OpenWorkOrder.customersWish, by: actor, saying: words, of: workOrder, in: context)
        return review
    }

    /// Opens the review that a desk asks for.
    mutating func requestReview(
        _ reason: Reason, by actor: ActorID, _ events: inout [WorkOrderEvent], in context: DecisionContext<DispatchRules>
    ) throws(Fault) -> OpenWorkOrder {
        let rule = context.policy.workOrders.review
        guard outcome != .withdrawn, remedies(by: rule, at: context.now).contains(.review), var review = reopened(in: context) else {
            throw Fault(
                field: "command", problem: "is not possible: the complaint is archived, and its time for a review is over",
                expected: "an appeal, or a complaint of its own")
        }
        isContested = true
        events += review.openReview(reason, by: actor, of: workOrder, in: context)
        return review
    }

    /// What is open to its customer now: a review only as long after archiving, and as often, as the policy says.
    private func remedies(by rule: ReviewRule, at now: Instant) -> [Remedy] {
        let end = rule.afterArchive.map { archivedAt.adding($0.value.duration) }
        let isOpen = reviewable != nil && continuedBy == nil && (end.map { now <= $0 } ?? false)
        return rule.remedies(after: reviewable?.reviews ?? 0).filter { $0 != .review || isOpen }
    }

    /// The work order of its review, with nothing done yet.
    private func reopened(in context: DecisionContext<DispatchRules>) -> OpenWorkOrder? {
        reviewable.map { OpenWorkOrder(reviewing: self, $0, by: context.policy) }
    }
}

extension OpenWorkOrder {
    /// What a review after archiving would need to know.
    var reviewable: ArchivedWorkOrder.Reviewable {
        ArchivedWorkOrder.Reviewable(
            line: line, firstContact: firstContact, priority: priority, process: process, skills: skills, answerer: answerer,
            supervisor: supervisor, reviews: reviews)
    }

    /// The work order of a review: its number tells which review of the complaint it is.
    fileprivate init(reviewing archived: ArchivedWorkOrder, _ kept: ArchivedWorkOrder.Reviewable, by rules: DispatchRules) {
        complaint = archived.complaint
        workOrder = WorkOrderNumber("W" + archived.complaint.rawValue.dropFirst() + "-R\((kept.reviews ?? 0) + 1)")
        line = kept.line
        unit = archived.unit
        firstContact = kept.firstContact
        supervisor = kept.supervisor
        priority = kept.priority
        stage = .accepted
        claims = archived.account?.claims ?? ClaimLedger()
        urges = archived.urges
        answerer = kept.answerer
        process = kept.process
        skills = kept.skills
        desk = rules.workload.desks(of: unit)?.desk(for: complaint, skills: skills ?? [])
        reviews = kept.reviews
        reviewOf = archived.workOrder
        malicious = archived.malicious
        appealSteps = archived.appealSteps
        followUp = archived.followUp
    }
}

extension ArchivedWorkOrder.Reviewable: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        line = try fields.required("line")
        firstContact = try fields.required("firstContact")
        priority = try fields.required("priority")
        process = try fields.optional("process")
        skills = try fields.optional("skills")
        answerer = try fields.optional("answerer")
        supervisor = try fields.optional("supervisor")
        reviews = try fields.optional("reviews")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("line", line)
        writer.write("firstContact", firstContact)
        writer.write("priority", priority)
        writer.write("process", process)
        writer.write("skills", skills)
        writer.write("answerer", answerer)
        writer.write("supervisor", supervisor)
        writer.write("reviews", reviews)
    }
}
