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

/// Chance that can be repeated: the same complaint and the same question give the same answer in every run.
package enum Dice {
    /// A number from 0 up to, and without, `sides`.
    package static func roll(_ question: String, of key: String, sides: Int) -> Int {
        Int(hash(key + "?" + question) % UInt64(max(sides, 1)))
    }

    /// A time within the range, to the minute.
    package static func hours(_ question: String, of key: String, in range: ClosedRange<Int>) -> Duration {
        .minutes(range.lowerBound * 60 + roll(question, of: key, sides: (range.upperBound - range.lowerBound) * 60 + 1))
    }

    /// FNV-1a, its bits mixed once more, since the last ones of FNV alone are not even.
    private static func hash(_ text: String) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
        hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
        return hash ^ (hash >> 31)
    }
}
