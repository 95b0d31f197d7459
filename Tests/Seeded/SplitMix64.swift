/// A small generator whose numbers depend on its seed alone, so that what failed can be run again.
package struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    package init(seed: UInt64) {
        state = seed
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// 0 up to, but not including, the bound; 0 where the bound is 0.
    package mutating func below(_ bound: Int) -> Int { bound <= 0 ? 0 : Int(next() % UInt64(bound)) }

    package mutating func happens(oneIn odds: Int) -> Bool { below(odds) == 0 }
}

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
