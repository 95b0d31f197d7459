/// How severe an alert is, by how much of the time it has used (S139 asks for graded warnings).
public struct WarningGrade: Decodable, Hashable, Sendable {
    /// Per cent of the allowed time from which on it is of this grade.
    public let from: Int
    /// What the templates' words call it by.
    public let code: String
}
