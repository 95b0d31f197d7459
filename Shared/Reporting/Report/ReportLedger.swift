public import Domain

/// The accounts of all complaints whose facts have been read: one a complaint, whatever the number of its events.
public struct ReportLedger: Hashable, Sendable {
    public private(set) var accounts: [ComplaintNumber: ComplaintAccount] = [:]
    /// The earliest registration that was read; figures of an earlier time are not known.
    public private(set) var knownFrom: Instant?

    /// Who wrote a fact; each numbers its own.
    public enum Writer: Int, Sendable, CaseIterable {
        case intake, dispatch, slaMonitor, compensation
    }

    public init() {}

    /// Notes a fact of intake's; a repetition changes nothing.
    public mutating func note(_ event: ComplaintEvent, sequence: Int64? = nil) {
        guard let complaint = Self.complaint(of: event) else { return }
        change(complaint, .intake, sequence) { $0.note(event) }
        switch event {
        case .registered(let registered):
            knownFrom = min(knownFrom ?? registered.registeredAt, registered.registeredAt)
            note(.repeated, of: registered.repeatOf, at: registered.registeredAt)
            note(.appealed, of: registered.appeal?.complaint, at: registered.registeredAt)
        // What is too early to be an appeal, or the second of its matter, has still gone over the operator's head.
        case .urged(let urged): if let appeal = urged.appeal { note(.appealed, of: appeal.complaint ?? complaint, at: urged.at) }
        case .informationRequired, .supplemented, .withdrawn, .exposed, .flagged, .feedbackGiven, .contested, .rejected: break
        }
    }

    /// Notes what a later complaint says of an earlier one.
    private mutating func note(_ moment: ComplaintAccount.Moment, of earlier: ComplaintNumber?, at time: Instant) {
        guard let earlier else { return }
        change(earlier, .intake, nil) { account in
            // The sequence is the later complaint's; so the moment itself tells a repetition.
            let mark = ComplaintAccount.Mark(moment: moment, at: time)
            if !account.marks.contains(mark) { account.marks.append(mark) }
        }
    }

    /// Notes a fact of dispatch's.
    public mutating func note(_ event: WorkOrderEvent, of complaint: ComplaintNumber, sequence: Int64? = nil) {
        change(complaint, .dispatch, sequence) { $0.note(event) }
    }

    /// Notes an alert of a clock.
    public mutating func note(_ alert: Alert, isBreach: Bool, sequence: Int64? = nil) {
        change(alert.complaint, .slaMonitor, sequence) { $0.note(alert, isBreach: isBreach) }
    }

    /// Notes a fact of compensation's.
    public mutating func note(_ event: ClaimEvent, of complaint: ComplaintNumber, sequence: Int64? = nil) {
        change(complaint, .compensation, sequence) { $0.note(event) }
    }

    /// The account is changed in place: a copy for each event would cost more than all else.
    private mutating func change(
        _ complaint: ComplaintNumber, _ writer: Writer, _ sequence: Int64?, _ body: (inout ComplaintAccount) -> Void
    ) {
        accounts[complaint, default: ComplaintAccount(complaint: complaint)].take(writer, sequence, body)
    }

    private static func complaint(of event: ComplaintEvent) -> ComplaintNumber? {
        switch event {
        case .registered(let event): event.complaint
        case .informationRequired(let event): event.appeal == nil ? nil : event.complaint
        case .urged(let event): event.complaint
        case .withdrawn(let event): event.complaint
        case .feedbackGiven(let event): event.complaint
        case .supplemented, .exposed, .flagged, .contested, .rejected: nil
        }
    }
}
