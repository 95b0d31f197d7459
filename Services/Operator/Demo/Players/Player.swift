import Domain

/// Somebody outside the five services who reads their topics and, some time later, writes a message.
protocol Player {
    /// What they mean to write upon a fact. Each fact comes once.
    mutating func respond(to fact: Fact) -> [Intention]
}

/// A message somebody means to write at a time to come.
struct Intention: Sendable, Equatable {
    let at: Instant
    let message: OutsideMessage
}
