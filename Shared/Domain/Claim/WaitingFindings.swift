/// Findings that came before the complaint they are about: topics have no order among them, and billing must know the line.
public struct WaitingFindings: Codable, Sendable, Equatable {
    public let complaint: ComplaintNumber
    /// In the order they came, which is the order they will be reckoned in.
    public internal(set) var findings: [WorkOrderLiabilityFound] = []

    /// How many may wait; people make findings, so far fewer do.
    static let limit = 32

    init(complaint: ComplaintNumber) {
        self.complaint = complaint
    }

    /// Lets a finding wait, once.
    ///
    /// - Throws: a `Fault` when too many wait already; none may be lost, as each is a customer's money.
    mutating func hold(_ finding: WorkOrderLiabilityFound) throws(Fault) {
        guard !findings.contains(finding) else { return }
        guard findings.count < Self.limit else {
            throw Fault(
                field: "complaint", problem: "is not registered and \(Self.limit) findings about it wait already",
                expected: "the complaint's registration")
        }
        findings.append(finding)
    }
}
