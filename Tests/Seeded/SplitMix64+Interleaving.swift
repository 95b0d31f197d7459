extension SplitMix64 {
    /// Puts several sequences into one, at random, each in its own order.
    package mutating func interleaving<Element>(of sequences: [[Element]]) -> [Element] {
        var rest = sequences.map { $0[...] }.filter { !$0.isEmpty }
        var result: [Element] = []
        while !rest.isEmpty {
            let chosen = Int.random(in: rest.indices, using: &self)
            if let element = rest[chosen].popFirst() { result.append(element) }
            rest.removeAll(where: \.isEmpty)
        }
        return result
    }
}
