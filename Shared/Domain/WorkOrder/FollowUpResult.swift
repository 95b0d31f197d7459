/// What a customer said when asked afterwards whether it is really settled 回访 (S109, S110).
public struct FollowUpResult: Hashable, Sendable {
    public let reached: Bool
    /// From 1, very dissatisfied, to 5, very satisfied.
    public let satisfaction: Int?
    public let resolved: Bool?
    /// What else troubles the customer, sealed.
    public let otherProblems: Sealed?

    public init(reached: Bool, satisfaction: Int? = nil, resolved: Bool? = nil, otherProblems: Sealed? = nil) {
        self.reached = reached
        self.satisfaction = satisfaction
        self.resolved = resolved
        self.otherProblems = otherProblems
    }
}

extension FollowUpResult: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        reached = try fields.required("reached")
        satisfaction = try fields.optional("satisfaction")
        resolved = try fields.optional("resolved")
        otherProblems = try fields.optional("otherProblems")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("reached", reached)
        writer.write("satisfaction", satisfaction)
        writer.write("resolved", resolved)
        writer.write("otherProblems", otherProblems)
    }
}
