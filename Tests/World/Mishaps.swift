package import Fakes
package import Kafka
package import Seeded

/// What goes wrong with a process's calls to its database and to the broker, by chance, until all trouble ends.
package struct Mishaps {
    package var isTroubled = true
    /// Calls to the database until the process dies in the midst of one; `nil` for no death to come.
    package var callsUntilDeath: Int?
    /// Whether the database may refuse data that is in order, so that it goes to the dead letters.
    package var refuses = false
    private let odds: Int

    /// One failure in so many is final: waiting does not mend it.
    private static let finalOdds = 8
    /// librdkafka's and the broker's own: a time that ran out, a broker away, no right, a message too large.
    private static let codes: [Int32] = [-185, -195, 29, 10]

    /// - Parameter odds: one call in so many fails.
    package init(oneIn odds: Int) {
        self.odds = odds
    }

    /// What happens to the next call of an instance to its database.
    package mutating func next(of instance: ServiceInstance, _ chance: inout SplitMix64) -> MemoryStore.Mishap? {
        guard isTroubled else { return nil }
        if instance.log.isDead { return .before }
        if let left = callsUntilDeath {
            callsUntilDeath = left - 1
            if left == 0 {
                instance.log.isDead = true
                return chance.happens(oneIn: 2) ? .before : .after
            }
        }
        guard chance.happens(oneIn: odds) else { return nil }
        if chance.happens(oneIn: Self.finalOdds) { return .final }
        if refuses, chance.happens(oneIn: Self.finalOdds) { return .refused }
        return chance.happens(oneIn: 2) ? .before : .after
    }

    /// What happens to the next call of an instance to the broker.
    package func nextAtBroker(of instance: ServiceInstance, _ call: String, _ chance: inout SplitMix64) -> KafkaError? {
        guard isTroubled, !instance.log.isDead, chance.happens(oneIn: odds) else { return nil }
        return Self.error(call, &chance)
    }

    /// An error that a broker may give.
    package static func error(_ call: String, _ chance: inout SplitMix64) -> KafkaError {
        KafkaError(code: codes[chance.below(codes.count)], context: call)
    }
}
