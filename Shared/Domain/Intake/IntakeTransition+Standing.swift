extension IntakeTransition {
    // MARK: Urges and withdrawals

    mutating func urge(_ number: ComplaintNumber?, on channel: Channel, _ flags: [Flag]) throws(Fault) -> [ComplaintEvent] {
        _ = try context.policy.channel(channel)
        let index = try openIndex(number)
        return urge(at: index, on: channel) + report(index, flags)
    }

    /// A reminder on the open complaint; no new ticket (S058).
    ///
    /// - Parameter words: what the customer said with it, sealed.
    mutating func urge(
        at index: Int, on channel: Channel, by appeal: AppealRecord? = nil, saying words: SealedText? = nil
    ) -> [ComplaintEvent] {
        file.complaints[index].urges += 1
        let complaint = file.complaints[index]
        return [
            .urged(
                ComplaintUrged(
                    complaint: complaint.number, channel: channel, count: complaint.urges, at: now, appeal: appeal,
                    personal: words, eventSource: origin?.source, eventID: origin?.id))
        ]
    }

    mutating func withdraw(_ number: ComplaintNumber?) throws(Fault) -> [ComplaintEvent] {
        let index = try openIndex(number)
        if number == nil, file.complaints.count(where: \.isOpen) > 1 {
            throw Fault(
                field: "data.complaint", problem: "is missing while the line has several open complaints",
                expected: "the number of the one to withdraw")
        }
        file.complaints[index].close(as: .withdrawn(at: now))
        return [
            .withdrawn(
                ComplaintWithdrawn(
                    complaint: file.complaints[index].number, at: now, eventSource: origin?.source, eventID: origin?.id))
        ]
    }

    // MARK: Exposure, attention, feedback

    mutating func expose(
        _ number: ComplaintNumber?, on channel: Channel, _ exposure: Exposure
    ) throws(Fault) -> [ComplaintEvent] {
        _ = try context.policy.channel(channel)
        let index = try openIndex(number)
        let events = expose(index, on: channel, exposure)
        if events.isEmpty { throw Self.known("data.exposure", of: file.complaints[index]) }
        return events
    }

    /// An open complaint's matter is in the media: it is major from now on, where the policy says so (S131, S135). Told twice, nothing happens.
    mutating func expose(_ index: Int, on channel: Channel, _ exposure: Exposure) -> [ComplaintEvent] {
        var complaint = file.complaints[index]
        guard !(complaint.exposures ?? []).contains(exposure) else { return [] }
        let isMajor = policy.publicOpinion.isMajor(exposure, at: complaint.level)
        complaint.exposures = (complaint.exposures ?? []).suffix(FiledComplaint.exposureLimit - 1) + [exposure]
        if case .awaitingInformation(var pending) = complaint.standing {
            pending.expose(exposure, isMajor: isMajor)
            complaint.standing = .awaitingInformation(pending)
        }
        file.complaints[index] = complaint
        return [
            .exposed(
                ComplaintExposed(
                    complaint: complaint.number, channel: channel, exposure: exposure, major: isMajor, at: now,
                    eventSource: origin?.source, eventID: origin?.id))
        ]
    }

    /// Reports upward the flags that call for it and are new of this complaint (S050).
    mutating func report(_ index: Int, _ flags: [Flag]) -> [ComplaintEvent] {
        guard !flags.isEmpty else { return [] }
        let complaint = file.complaints[index]
        let known = complaint.reported ?? []
        let new = flags.filter { policy.attention.flags.value.contains($0) && !known.contains($0) }
        guard !new.isEmpty, let target = policy.attention.target(of: complaint.level) else { return [] }
        file.complaints[index].reported = (known + new).sorted()
        return [.flagged(ComplaintFlagged(complaint: complaint.number, flags: new, reportTo: target, at: now))]
    }

    /// What a sender is answered who sends again what is known: an answer, since nothing else follows.
    static func known(_ field: String, of complaint: FiledComplaint) -> Fault {
        Fault(
            field: field, problem: "is known already of complaint \(complaint.number)", expected: "something that was not sent before")
    }

    /// Passes on what the customer says of the handling, also of a closed complaint (S109, S199). Told twice, nothing happens.
    mutating func note(
        _ feedback: Feedback, _ personal: SealedText, of number: ComplaintNumber?, on channel: Channel
    ) throws(Fault) -> [ComplaintEvent] {
        _ = try context.policy.channel(channel)
        let found = if let number { file.index(of: number) } else { file.complaints.indices.last }
        guard let index = found else {
            throw Fault(field: "data.complaint", problem: "is not known on this line", expected: "a complaint of this line")
        }
        guard file.complaints[index].feedback != feedback else { throw Self.known("data", of: file.complaints[index]) }
        file.complaints[index].feedback = feedback
        return [
            .feedbackGiven(
                ComplaintFeedbackGiven(
                    complaint: file.complaints[index].number, channel: channel, feedback: feedback, personal: personal, at: now,
                    eventSource: origin?.source, eventID: origin?.id))
        ]
    }

    // MARK: Which complaint

    /// The complaint a sender means: the named one, else the line's latest open one.
    func openIndex(_ number: ComplaintNumber?, preferringIncomplete: Bool = false) throws(Fault) -> Int {
        if let number {
            guard let index = file.index(of: number) else {
                throw Fault(field: "data.complaint", problem: "is not known on this line", expected: "an open complaint of this line")
            }
            guard file.complaints[index].isOpen else {
                throw Fault(field: "data.complaint", problem: "is closed", expected: "an open complaint of this line")
            }
            return index
        }
        if preferringIncomplete, let index = file.complaints.lastIndex(where: \.isIncomplete) { return index }
        guard let index = file.complaints.lastIndex(where: \.isOpen) else {
            throw Fault(
                field: "data.complaint", problem: "is missing and the line has no open complaint",
                expected: "an open complaint of this line")
        }
        return index
    }
}
