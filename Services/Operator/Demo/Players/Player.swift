package import Domain

/// Somebody outside the five services who reads their topics and, some time later, writes a message.
package protocol Player {
    /// What they mean to write in answer to a fact. Each fact comes once.
    mutating func respond(to fact: Fact) -> [Intention]
}

/// A message somebody means to write at a time to come.
package struct Intention: Sendable, Equatable {
    package let at: Instant
    package let message: OutsideMessage

    package init(at: Instant, message: OutsideMessage) {
        self.at = at
        self.message = message
    }
}
