import Contracts
import Foundation
import Seeded
import Testing

@testable import Domain

struct ClockPropertyTests {
    private static let thresholds = [50, 100, 200]

    private func allowance(_ random: inout SplitMix64) -> Allowance {
        [
            .workingDays(Int.random(in: 1...4, using: &random)), .calendarDays(Int.random(in: 1...4, using: &random)),
            .elapsed(PolicyDuration(.minutes(10 * Int.random(in: 1...500, using: &random)))),
            .workingTime(PolicyDuration(.minutes(10 * Int.random(in: 1...200, using: &random)))),
        ][Int.random(in: 0...3, using: &random)]
    }

    private func firstMinute(_ random: inout SplitMix64) throws -> Int {
        let first = Int(try #require(Instant("2026-01-20T00:00:00Z")).milliseconds / 60_000)
        return first + Int.random(in: 0..<270 * 1440, using: &random)
    }

    /// What a share of an allowance is as an allowance of its own.
    private func share(_ allowance: Allowance, percent: Int) -> Int { Int(allowance.units / 60_000) * percent / 100 }

    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func alertsFireAtTheMinutesAMinuteCounterFinds(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let allowance = allowance(&random)
        let definition = Calendars.chinaDefinition(
            hours: seed % 2 == 0 ? ["09:00-12:00", "13:30-18:00"] : ["00:00-03:20", "20:00-24:00"])
        let policy = try Clocks.policy([Clocks.solve(allowance)], calendar: definition)
        let counter = try #require(MinuteCounter(definition))
        let history = ClockHistory(from: try firstMinute(&random), random: &random)
        let end = history.last + 20 * 1440

        var scenario = ClockScenario(policy)
        for (minute, input) in history.inTime { try scenario.runAndTake(input, at: ClockHistory.instant(minute)) }
        try scenario.run(until: ClockHistory.instant(end))

        var expected: Set<String> = []
        for (index, cycle) in history.cycles.enumerated() {
            for percent in Self.thresholds {
                let reached = counter.deadline(
                    allowance, minutes: share(allowance, percent: percent), from: cycle.start, rests: cycle.rests, until: end)
                guard let reached, reached <= min(cycle.end ?? end, end) else { continue }
                expected.insert("solve/\(index + 1)/\(percent) \(ClockHistory.instant(reached))")
            }
        }
        #expect(Set(scenario.fired) == expected, "\(allowance)")
        #expect(scenario.fired.count == expected.count)
        #expect(scenario.due.map { $0 > ClockHistory.instant(end) } ?? true)
    }

    @Test(arguments: 1...60 as ClosedRange<UInt64>)
    func whoReadsOnlyTheAlertsKnowsWhatIsOverdueNow(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let policy = try Clocks.policy([Clocks.answer(), Clocks.solve(allowance(&random))])
        let history = ClockHistory(from: try firstMinute(&random), random: &random)
        var scenario = ClockScenario(policy)
        var now = history.inTime.first?.0 ?? 0
        for (minute, input) in history.inTime {
            // What happened is read late now and then, and what happened meanwhile with it.
            now = max(now, minute + (Int.random(in: 0...3, using: &random) == 0 ? Int.random(in: 0...4000, using: &random) : 0))
            try scenario.runAndTake(input, at: ClockHistory.instant(now))
            try scenario.run(until: ClockHistory.instant(now))
            let running = try scenario.explanations(at: ClockHistory.instant(now)).filter { $0.startedAt != nil && $0.endedAt == nil }
            let overdue = running.filter { $0.status == .breached }.map { "\($0.clock)/\($0.cycle)" }
            let told = scenario.open.filter { alert in
                let parts = alert.split(separator: "/")
                return (Int(parts[3]) ?? 0) >= 100
            }.map { $0.split(separator: "/")[1...2].joined(separator: "/") }
            #expect(Set(told) == Set(overdue), "at \(ClockHistory.instant(now))")
        }
    }

    @Test(arguments: 1...60 as ClosedRange<UInt64>)
    func anyInterleavingOfTheTopicsEndsInTheSameFile(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let policy = try Clocks.policy([Clocks.answer(), Clocks.solve(allowance(&random))])
        let history = ClockHistory(from: try firstMinute(&random), random: &random)
        let now = ClockHistory.instant(history.last + Int.random(in: 0...3000, using: &random))
        var files: Set<ClockState> = []
        var dues: Set<Instant?> = []
        for _ in 0..<6 {
            var scenario = ClockScenario(policy)
            for input in history.interleaved(&random) { try scenario.take(input, at: now) }
            try scenario.run(until: now)
            files.insert(try #require(scenario.file))
            dues.insert(scenario.due)
            #expect(Set(scenario.fired).count == scenario.fired.count)
        }
        #expect(files.count == 1)
        #expect(dues.count == 1)
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func foldingTheWholeHistoryGivesWhatLivingThroughItGave(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let policy = try Clocks.policy([Clocks.answer(), Clocks.solve(allowance(&random))])
        let history = ClockHistory(from: try firstMinute(&random), random: &random)
        let end = ClockHistory.instant(history.last + 60 * 1440)

        var lived = ClockScenario(policy)
        for (minute, input) in history.inTime { try lived.runAndTake(input, at: ClockHistory.instant(minute)) }
        try lived.run(until: end)
        var folded = ClockScenario(policy)
        for (_, input) in history.inTime { try folded.take(input, at: end) }
        try folded.run(until: end)

        #expect(Set(lived.alerts.map(\.alert)) == Set(folded.alerts.map(\.alert)))
        #expect(lived.file?.complaintFacts == folded.file?.complaintFacts)
        #expect(lived.file?.workOrderFacts == folded.file?.workOrderFacts)
        let file = try #require(lived.file)
        #expect(try WireCoder().decode(ClockState.self, from: WireCoder().encode(file)) == file)
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func explanationsAgreeWithTheAlertsThatFired(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let policy = try Clocks.policy([Clocks.solve(allowance(&random))])
        let history = ClockHistory(from: try firstMinute(&random), random: &random)
        var scenario = ClockScenario(policy)
        for (minute, input) in history.inTime { try scenario.runAndTake(input, at: ClockHistory.instant(minute)) }
        try scenario.run(until: ClockHistory.instant(history.last + 20 * 1440))
        for explanation in try scenario.explanations(at: ClockHistory.instant(history.last + 20 * 1440)) {
            for threshold in explanation.thresholds {
                if let fired = threshold.firedAt { #expect(threshold.reachedAt == fired) }
            }
            let breach = explanation.thresholds.first { $0.at == 100 }
            #expect((breach?.firedAt != nil) == (explanation.status == .breached))
            #expect(explanation.steps.last?.total.duration.wholeMilliseconds == (explanation.dueAt == nil ? 0 : scenario.allowanceUnits))
        }
    }
}
