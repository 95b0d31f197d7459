/// What sla-monitor remembers of one complaint: the facts of its topics as they came, and the alerts that went out.
///
/// Clocks are not stored but calculated from the facts each time, so the order in which the topics are read cannot matter:
/// only a topic's own order and the facts' times do. A file is kept after the complaint's end, for explaining.
public struct ClockState: Codable, Hashable, Sendable {
    public let complaint: ComplaintNumber
    /// `nil` until the complaint is registered: no clock can be chosen before.
    public internal(set) var subject: ClockSubject?
    /// The unit responsible, where one is known.
    public internal(set) var unit: Unit?
    /// What intake said, in its order.
    public internal(set) var complaintFacts: [ClockFact]
    /// What dispatch said, in its order.
    public internal(set) var workOrderFacts: [ClockFact]
    /// What compensation said, in its order; `nil` for nothing, as in a file of an earlier release.
    public internal(set) var claimFacts: [ClockFact]?
    /// What the appeal body did, as dispatch heard of it, each at the time it was done; `nil` for nothing.
    public internal(set) var appealFacts: [ClockFact]?
    /// The alerts that went out and that are over, in the order in which that was said.
    public internal(set) var fired: [FiredThreshold]

    init(complaint: ComplaintNumber) {
        self.complaint = complaint
        self.complaintFacts = []
        self.workOrderFacts = []
        self.fired = []
    }
}
