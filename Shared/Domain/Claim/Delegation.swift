/// Who decides in an approver's absence, and for how long.
///
/// A deputy has what authority the absent person has, but never in a case that either of the two made.
public struct Delegation: Decodable, Hashable, Sendable {
    public let absent: ActorID
    public let deputy: ActorID
    public let from: Instant
    /// The first moment the deputy no longer decides.
    public let until: Instant
    /// Whose order it is.
    public let source: String

    func holds(at now: Instant) -> Bool { from <= now && now < until }

    static func faults(of delegations: [Delegation], at path: String) -> [Fault] {
        delegations.enumerated().flatMap { index, delegation in
            var faults: [Fault] = []
            if delegation.until <= delegation.from {
                faults.append(Fault(field: "\(path)[\(index)].until", problem: "is not after from", expected: "a later time"))
            }
            if delegation.deputy == delegation.absent {
                faults.append(Fault(field: "\(path)[\(index)].deputy", problem: "is the absent person", expected: "another person"))
            }
            return faults
        }
    }
}
