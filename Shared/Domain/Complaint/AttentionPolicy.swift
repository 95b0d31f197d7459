/// Complaints that go over somebody's head, or threaten to: a ticket at once, and a report upward (`intake.yaml`; S050).
public struct AttentionPolicy: Decodable, Equatable, Sendable {
    /// The flags that call for it.
    public let flags: Sourced<[Flag]>
    /// What a complaint is flagged with when the line's file has a complaint with one of these flags on record.
    public let recordGives: Sourced<[Flag]>
    /// Whether what is missing holds up the registration no more; it is then open on the registered complaint.
    public let registersAtOnce: Sourced<Bool>
    /// To whom complaints of a level are reported.
    public let reportTo: [ReportTarget]

    /// The unit above, for complaints of one level.
    public struct ReportTarget: Decodable, Equatable, Sendable {
        public let level: ChannelLevel
        public let unit: Sourced<Unit>
    }

    func target(of level: ChannelLevel) -> Unit? { reportTo.first { $0.level == level }?.unit.value }

    func faults() -> [Fault] {
        var faults: [Fault] = []
        for level in ChannelLevel.allCases where reportTo.count(where: { $0.level == level }) != 1 {
            faults.append(
                Fault(
                    field: "attention.reportTo", problem: "does not name the level \(level.rawValue) once",
                    expected: "one unit for each level"))
        }
        return faults
    }
}
