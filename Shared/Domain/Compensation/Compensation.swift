/// What compensation remembers of one complaint.
public enum Compensation: Sendable, Equatable {
    case unregistered(WaitingFindings)
    case registered(ClaimState)

    public var status: ClaimStatus {
        switch self {
        case .unregistered: .unregistered
        case .registered(let file): file.status
        }
    }
}

extension Compensation: DocumentValue {
    public init<Reader: ValueReader>(from reader: Reader) throws(Fault) {
        var (name, fields) = try reader.enumeration()
        switch name {
        case "unregistered": self = .unregistered(try fields.required("_0"))
        case "registered": self = .registered(try fields.required("_0"))
        default: throw Fault.meaningless
        }
    }

    public func write<Writer: DocumentWriter>(to writer: Writer) {
        switch self {
        case .unregistered(let value): writer.writeCase("unregistered", ("_0", value))
        case .registered(let value): writer.writeCase("registered", ("_0", value))
        }
    }
}

/// What came before the complaint it is about: topics have no order among them, and billing must know the line.
public struct WaitingFindings: Sendable, Equatable {
    public let complaint: ComplaintNumber
    /// In the order they came, which is the order they will be calculated in.
    public internal(set) var findings: [WorkOrderLiabilityFound] = []
    /// What persons have given, in the order it came.
    public internal(set) var grants: [Grant]? = nil
    /// Deadlines missed.
    public internal(set) var breaches: [Alert]? = nil

    /// Goodwill that waits.
    public struct Grant: Sendable, Equatable {
        public let ground: String
        public let amount: Money
        public let reason: Reason
        public let identity: CommandIdentity
        public let since: Instant
    }

    /// How many of each may wait; people make them, so far fewer do.
    static let limit = 32

    init(complaint: ComplaintNumber) {
        self.complaint = complaint
    }

    /// Lets a finding wait, once.
    ///
    /// - Throws: a `Fault` when too many wait already; none may be lost, as each is a customer's money.
    mutating func hold(_ finding: WorkOrderLiabilityFound) throws(Fault) {
        guard !findings.contains(finding) else { return }
        guard findings.count < Self.limit else { throw tooMany("findings") }
        findings.append(finding)
    }

    /// Lets a person's gift wait, once.
    ///
    /// - Throws: a `Fault` when too many wait already.
    mutating func hold(_ grant: Grant) throws(Fault) {
        var waiting = grants ?? []
        guard !waiting.contains(where: { $0.identity == grant.identity }) else { return }
        guard waiting.count < Self.limit else { throw tooMany("gifts") }
        waiting.append(grant)
        grants = waiting
    }

    /// Lets a breach wait, once; a complaint has only so many deadlines.
    mutating func hold(_ breach: Alert) {
        var waiting = breaches ?? []
        guard waiting.count < Self.limit, !waiting.contains(where: { $0.alert == breach.alert }) else { return }
        waiting.append(breach)
        breaches = waiting
    }

    var isEmpty: Bool { findings.isEmpty && grants == nil && breaches == nil }

    /// When the first gift has waited long enough.
    func due(_ timeout: Duration) -> Instant? { grants?.first?.since.adding(timeout) }

    /// Lets go of the gifts that have waited long enough.
    mutating func expire(after timeout: Duration, at now: Instant) -> [Grant] {
        let expired = Array((grants ?? []).prefix { $0.since.adding(timeout) <= now })
        let left = Array((grants ?? []).dropFirst(expired.count))
        grants = left.isEmpty ? nil : left
        return expired
    }

    private func tooMany(_ what: String) -> Fault {
        Fault(
            field: "complaint", problem: "is not registered and \(Self.limit) \(what) about it wait already",
            expected: "the complaint's registration")
    }
}

extension WaitingFindings: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        findings = try fields.required("findings")
        grants = try fields.optional("grants")
        breaches = try fields.optional("breaches")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("findings", findings)
        writer.write("grants", grants)
        writer.write("breaches", breaches)
    }
}

extension WaitingFindings.Grant: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        ground = try fields.required("ground")
        amount = try fields.required("amount")
        reason = try fields.required("reason")
        identity = try fields.required("identity")
        since = try fields.required("since")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("ground", ground)
        writer.write("amount", amount)
        writer.write("reason", reason)
        writer.write("identity", identity)
        writer.write("since", since)
    }
}
