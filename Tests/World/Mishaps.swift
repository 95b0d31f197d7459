import Fakes

/// What goes wrong for one process, by chance, until all trouble ends.
struct Mishaps {
    var isTroubled = true
    /// Calls to the database until the process dies in the midst of one; `nil` for no death to come.
    var callsUntilDeath: Int?

    /// What happens to the next call.
    mutating func next(_ chance: inout Chance, isDead: inout Bool) -> MemoryStore.Mishap? {
        guard isTroubled else { return nil }
        if isDead { return .before }
        if let left = callsUntilDeath {
            callsUntilDeath = left - 1
            if left == 0 {
                isDead = true
                return chance.happens(oneIn: 2) ? .before : .after
            }
        }
        return chance.happens(oneIn: 60) ? (chance.happens(oneIn: 2) ? .before : .after) : nil
    }
}
