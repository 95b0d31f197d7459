import Seeded
import Testing

@testable import Domain

/// Over any history of complaints that repeat each other, each matter is paid at most once.
struct RepeatPropertyTests {
    @Test(arguments: 1...200 as ClosedRange<UInt64>)
    func eachMatterIsPaidAtMostOnceAcrossRepeats(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var history = RepeatHistory()
        for _ in 0..<Int.random(in: 2...4, using: &random) {
            try history.opens()
            for _ in 0..<Int.random(in: 5...25, using: &random) { try history.step(&random) }
            try history.closes(withdrawing: Bool.random(using: &random))
            for _ in 0..<5 { try history.step(&random) }
        }
        for (matter, paid) in history.paid {
            #expect(paid <= history.largestFound[matter, default: 0], "S130: \(matter) of seed \(seed) is paid once")
        }
        #expect(history.granted <= 20_000, "S090: the budget of the line holds")
    }

    @Test(arguments: 1...200 as ClosedRange<UInt64>)
    func noOrderOfFindingsBreachesAndTheRegistrationChangesTheClaims(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let findings = (0..<Int.random(in: 1...5, using: &random)).map { index in
            CompensationInput.workOrder(
                .liabilityFound(
                    ClaimScenario.finding(
                        Liability.allCases.randomElement(using: &random) ?? .unclear,
                        fen: Int64.random(in: 1...60_000, using: &random), at: ClaimScenario.morning.adding(.minutes(index)),
                        particulars: Particulars(cause: Bool.random(using: &random) ? "bill-1" : nil))))
        }
        let breaches = [ClaimScenario.breach(), ClaimScenario.breach(cycle: 2), ClaimScenario.breach(cycle: 3)]
        let streams = [[ClaimScenario.registration], findings, breaches]
        func claims(_ inputs: [CompensationInput]) throws -> [String] {
            var claims = ClaimScenario(.fixture(unclear: .goodwill, goodwill: .fixture()))
            for input in inputs { _ = try claims.lane.when(input) }
            return (claims.file?.claims ?? []).map { "\($0.claim) \($0.amount.minorUnits) \($0.status)" }.sorted()
        }
        #expect(try claims(random.interleaving(of: streams)) == claims(streams.flatMap(\.self)))
    }

    /// Whatever is commanded is commanded again, under its own identity and its own attempt: nothing follows from it.
    @Test(arguments: 1...100 as ClosedRange<UInt64>)
    func repeatingAnyCommandChangesNothing(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var history = RepeatHistory()
        try history.opens()
        for _ in 0..<40 {
            try history.step(&random)
            let before = history.state
            for command in history.commands { try history.repeats(command) }
            #expect(history.state == before, "seed \(seed)")
        }
    }
}
