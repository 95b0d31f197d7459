import Seeded
import Testing

@testable import Chaos

@Suite struct FaultKindTests {
    @Test(arguments: [1, 7, 42, 4711] as [UInt64])
    func anyTwentyRoundsOnEndHaveEveryFaultAndTheLongOneOnce(seed: UInt64) {
        var chance = SplitMix64(seed: seed)
        let sequence = FaultKind.sequence(of: 100, from: FaultKind.allCases, &chance)

        for start in 0...80 {
            let window = sequence[start..<start + 20]
            #expect(Set(window) == Set(FaultKind.allCases), "from round \(start)")
            #expect(window.count { $0 == .brokersAway } == 1)
        }
    }

    @Test func theSameSeedBringsTheSameFaults() {
        var (first, second) = (SplitMix64(seed: 5), SplitMix64(seed: 5))
        let kinds = FaultKind.allCases.filter { $0 != .diskFull }

        let sequence = FaultKind.sequence(of: 40, from: kinds, &first)

        #expect(sequence == FaultKind.sequence(of: 40, from: kinds, &second))
        #expect(!sequence.contains(.diskFull))
    }

    @Test func theOnlyFaultAskedForComesInEachRound() {
        var chance = SplitMix64(seed: 1)
        #expect(FaultKind.sequence(of: 3, from: [.brokersAway], &chance) == [.brokersAway, .brokersAway, .brokersAway])
        #expect(FaultKind.sequence(of: 3, from: [.diskFull], &chance) == [.diskFull, .diskFull, .diskFull])
    }
}
