import Domain
import Testing

@testable import OperatorService

@Suite struct ClockArrivalsTests {
    private let clocks = ArmedClocks(count: 10, dueSoon: 4, firstDue: Instant(seconds: 1_000), withinSeconds: 0)

    @Test func aClockIsLateUntilItsFirstAlertIsRead() {
        var arrivals = ClockArrivals(clocks)
        for (index, at) in [(0, 1_000.5), (1, 1_001), (0, 1_009), (2, 1_001.5), (3, 1_002)] {
            arrivals.see(ArmedClocks.number(index), at: at)
        }
        #expect(arrivals.isComplete)
        #expect(arrivals.lateness.median == 1)
        #expect(arrivals.lateness.maximum == 2)
        #expect(arrivals.perSecond == 2)
    }

    @Test func anAlertOfAnotherComplaintDoesNotCount() {
        var arrivals = ClockArrivals(clocks)
        arrivals.see("sla-monitor/0", at: 1_001)
        arrivals.see(ArmedClocks.number(4), at: 1_001)
        #expect(arrivals.seen == 0)
        #expect(!arrivals.isComplete)
    }

    @Test func theFiguresAreNamedByTheTimeInWhichTheClocksFallDue() {
        var arrivals = ClockArrivals(clocks)
        for index in clocks.soon { arrivals.see(ArmedClocks.number(index), at: 1_002) }
        let burst = TimersFigures.finding(arrivals, clocks, used: ["sla-monitor": 40, "bench": 7])
        #expect(burst.figures.first { $0.name == "timers.burst.throughput" } == BenchFigure("timers.burst.throughput", 2, .perSecond))
        #expect(burst.figures.contains(BenchFigure("timers.burst.cpu.sla-monitor", 40, .microseconds)))
        #expect(!burst.figures.contains { $0.name.contains("bench") })
        let spread = ArmedClocks(count: 10, dueSoon: 4, firstDue: Instant(seconds: 1_000), withinSeconds: 60)
        #expect(
            TimersFigures.finding(ClockArrivals(spread), spread, used: [:]).figures.allSatisfy { $0.name.hasPrefix("timers.within60.") })
    }
}
