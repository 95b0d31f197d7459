/// Why a server or a process for tests was not available.
public struct EmbeddedError: Error, Sendable, CustomStringConvertible {
    /// What was tried.
    public let attempt: String
    /// What came of it.
    public let reason: String

    public init(_ attempt: String, _ reason: String) {
        self.attempt = attempt
        self.reason = reason
    }

    public var description: String { "\(attempt): \(reason)" }
}
