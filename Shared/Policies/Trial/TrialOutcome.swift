public import Domain

/// What a pack makes of one complaint.
public struct TrialOutcome: Hashable, Sendable {
    /// One thing it decides.
    public struct Value: Hashable, Sendable {
        /// `nature`, `level`, `flags`, `unit`, `priority`, `due answer`, `state answer`, `amount` …
        public let name: String
        public let text: String
        /// The time, where it is one.
        public let at: Instant?

        init(_ name: String, _ text: String, at: Instant? = nil) {
            self.name = name
            self.text = text
            self.at = at
        }
    }

    public let complaint: ComplaintNumber
    public var values: [Value]

    public subscript(name: String) -> Value? { values.first { $0.name == name } }
}
