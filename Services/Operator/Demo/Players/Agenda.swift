package import Domain

/// What the players mean to do, the next first.
package struct Agenda {
    /// The latest first, so that what is due comes off the end.
    private var intentions: [Intention] = []

    package init() {}

    package var isEmpty: Bool { intentions.isEmpty }
    package var count: Int { intentions.count }
    /// When the next is due.
    package var next: Instant? { intentions.last?.at }

    /// Adds an intention behind those of the same time.
    package mutating func add(_ intention: Intention) {
        var (low, high) = (0, intentions.count)
        while low < high {
            let middle = (low + high) / 2
            if intentions[middle].at > intention.at { low = middle + 1 } else { high = middle }
        }
        intentions.insert(intention, at: low)
    }

    /// Takes what is due, in order, at most `limit`.
    package mutating func takeDue(at now: Instant, limit: Int) -> [OutsideMessage] {
        var due: [OutsideMessage] = []
        while due.count < limit, let next = intentions.last, next.at <= now {
            due.append(next.message)
            intentions.removeLast()
        }
        return due
    }
}
