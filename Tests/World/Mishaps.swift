package import Fakes
package import Seeded

/// What goes wrong with a process's calls to its database, by chance, until all trouble ends.
package struct Mishaps {
    package var isTroubled = true
    /// Calls to the database until the process dies in the midst of one; `nil` for no death to come.
    package var callsUntilDeath: Int?
    private let odds: Int

    /// - Parameter odds: one call in so many fails.
    package init(oneIn odds: Int) {
        self.odds = odds
    }

    /// What happens to the next call of an instance.
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
        return chance.happens(oneIn: odds) ? (chance.happens(oneIn: 2) ? .before : .after) : nil
    }
}
