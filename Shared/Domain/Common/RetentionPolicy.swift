/// How long what is kept (`retention.yaml`; S201 11.3; Personal Information Protection Law art. 19).
public struct RetentionPolicy: Decodable, Equatable, Sendable {
    public let version: PolicyVersion
    public let effective: EffectivePeriod
    /// Lengths of time the law names in other matters, which an operator may go by: no law names one for complaint records.
    public let anchors: [RetentionAnchor]
    /// How long after its archiving the personal data of a complaint is kept.
    public let personal: Sourced<PolicyDuration>
    /// How long a service's journal keeps what Kafka has confirmed.
    public let journal: Sourced<PolicyDuration>
    /// How long the access log is kept.
    public let accessLog: Sourced<PolicyDuration>
    /// How long the topics of facts should keep events; the brokers do it (`retention.ms`), and reports reach no further back.
    public let topics: Sourced<PolicyDuration>

    /// What the types cannot say: a period that is none.
    public func faults() -> [Fault] {
        effective.faults()
            + [("personal", personal), ("journal", journal), ("accessLog", accessLog), ("topics", topics)].compactMap { name, period in
                period.value.duration > .zero
                    ? nil : Fault(field: "\(name).value", problem: "keeps nothing", expected: "more than 0s")
            }
    }

    /// Periods that would take away what a repeat within the window is judged and shown by (S130).
    public func faults(repeatWindow: PolicyDuration) -> [Fault] {
        [("personal", personal), ("journal", journal)].compactMap { name, period in
            period.value < repeatWindow
                ? Fault(
                    field: "\(name).value", problem: "ends before a complaint can no longer be repeated",
                    expected: "\(repeatWindow) or more")
                : nil
        }
    }

    /// What is older than these moments has outlived its period.
    public func cutoffs(at now: Instant) -> RetentionCutoffs {
        func before(_ period: Sourced<PolicyDuration>) -> Instant { now.adding(.zero - period.value.duration) }
        return RetentionCutoffs(personal: before(personal), journal: before(journal), accessLog: before(accessLog))
    }
}

/// A length of time that a law names, and for what.
public struct RetentionAnchor: Decodable, Hashable, Sendable {
    public let period: PolicyDuration
    public let source: String
}

/// The moments before which things have outlived their periods.
public struct RetentionCutoffs: Hashable, Sendable {
    /// Complaints archived before it lose their personal data.
    public let personal: Instant
    public let journal: Instant
    public let accessLog: Instant

    public init(personal: Instant, journal: Instant, accessLog: Instant) {
        self.personal = personal
        self.journal = journal
        self.accessLog = accessLog
    }
}
