import Moments
import Testing

@testable import Domain

struct AbnormalTests {
    private func scenario(_ signs: [AbnormalSign]) throws -> ClockScenario {
        var scenario = ClockScenario(try Clocks.policy([Clocks.answer()], abnormal: signs))
        let start = try Clocks.time("2026-09-21T10:00:00")
        try scenario.take(Clocks.registered(start), at: start)
        try scenario.take(Clocks.dispatched(start), at: start)
        return scenario
    }

    private func counting(_ moment: ClockMoment, _ grades: [AbnormalGrade]) -> AbnormalSign {
        AbnormalSign(name: "often", counts: moment, grades: Sourced(grades, source: "made up"))
    }

    @Test func aWorkOrderTransferredTwiceAndThriceWarnsOfRisingGravity() throws {
        var scenario = try scenario([
            counting(.transferred, [AbnormalGrade(at: 2, level: 3, step: 0), AbnormalGrade(at: 3, level: 2, step: 1, to: ["marketing"])])
        ])
        let start = try Clocks.time("2026-09-21T10:00:00")
        for (hours, unit) in [(1, "marketing"), (2, "network"), (3, "billing")] {
            let at = start.adding(.hours(hours))
            try scenario.runAndTake(Clocks.transferred(at, to: Unit(unit)), at: at)
            try scenario.run(until: at)
        }
        #expect(
            scenario.abnormal.map(\.alert) == ["C20260930003000127/often/1/2", "C20260930003000127/often/1/3"],
            "S205: a work order passed on for the second and the third time is an abnormal one, told once each")
        #expect(scenario.abnormal.map(\.level) == [3, 2], "S139: the warnings are graded")
        #expect(scenario.abnormal.map(\.step) == [0, 1], "S203: the more severe one calls for the ladder")
        #expect(scenario.abnormal.last?.to == ["marketing"], "S189: and is told to its own recipients")
        #expect(scenario.abnormal.last?.unit == "billing")
        #expect(scenario.abnormal.last?.count == 3)
    }

    @Test func urgesReadTogetherAreOneAlertOfTheMostSevereGrade() throws {
        var scenario = try scenario([counting(.urged, [AbnormalGrade(at: 2, level: 3, step: 0), AbnormalGrade(at: 4, level: 1, step: 2)])])
        let start = try Clocks.time("2026-09-21T10:00:00")
        for count in 1...4 { try scenario.take(Clocks.urged(start.adding(.minutes(count)), count: count), at: start.adding(.hours(1))) }
        try scenario.run(until: start.adding(.hours(1)))
        #expect(scenario.abnormal.map(\.alert) == ["C20260930003000127/often/1/4"], "S205: four urges read at once are one alert, not two")
        for count in 1...4 { try scenario.take(Clocks.urged(start.adding(.minutes(count)), count: count), at: start.adding(.hours(2))) }
        try scenario.run(until: start.adding(.hours(3)))
        #expect(scenario.abnormal.count == 1, "told the same urges again, it says nothing again")
    }

    private let held = AbnormalSign(
        name: "held-long", lasts: AbnormalSign.Stretch(from: .held, until: [.resumed, .answered]),
        grades: Sourced(
            [
                AbnormalGrade(after: PolicyDuration(.days(7)), level: 3, step: 0),
                AbnormalGrade(after: PolicyDuration(.days(15)), level: 2, step: 1),
            ], source: "made up"))

    @Test func aHoldThatLastsWarnsWhenItsTimeComes() throws {
        var scenario = try scenario([held])
        let start = try Clocks.time("2026-09-21T11:00:00")
        try scenario.take(Clocks.held(start), at: start)
        try scenario.run(until: start.adding(.days(7)).adding(.milliseconds(-1)))
        #expect(scenario.abnormal.isEmpty)
        try scenario.run(until: start.adding(.days(20)))
        #expect(scenario.abnormal.map(\.firedAt) == [start.adding(.days(7)), start.adding(.days(15))], "S205: work held for too long")
        #expect(scenario.abnormal.map(\.lasted) == [PolicyDuration(.days(7)), PolicyDuration(.days(15))])
    }

    @Test func aHoldEndedInTimeWarnsNobodyAndTheNextOneIsItsOwn() throws {
        var scenario = try scenario([held])
        let start = try Clocks.time("2026-09-21T11:00:00")
        try scenario.runAndTake(Clocks.held(start), at: start)
        try scenario.runAndTake(Clocks.resumed(start.adding(.days(6))), at: start.adding(.days(6)))
        try scenario.runAndTake(Clocks.held(start.adding(.days(8))), at: start.adding(.days(8)))
        try scenario.run(until: start.adding(.days(15)))
        #expect(scenario.abnormal.map { "\($0.sign)/\($0.occurrence)" } == ["held-long/2"])
    }

    @Test(arguments: ["archived", "withdrawn"])
    func whatIsOverIsNotAbnormalAnyMore(by ending: String) throws {
        var scenario = try scenario([held])
        let start = try Clocks.time("2026-09-21T11:00:00")
        let end = start.adding(.days(1))
        try scenario.runAndTake(Clocks.held(start), at: start)
        try scenario.runAndTake(ending == "archived" ? Clocks.archived(end) : Clocks.withdrawn(end), at: end)
        try scenario.run(until: start.adding(.days(30)))
        #expect(scenario.abnormal.isEmpty)
        #expect(scenario.due == nil)
    }

    @Test func aSignMayBeForSomeComplaintsOnly() throws {
        let sign = AbnormalSign(
            name: "often", appliesTo: ClockCondition(flags: [.escalated]), counts: .transferred,
            grades: Sourced([AbnormalGrade(at: 1, level: 1, step: 0)], source: "made up"))
        for flags in [[], [Flag.escalated]] {
            var scenario = ClockScenario(try Clocks.policy([Clocks.answer()], abnormal: [sign]))
            let start = try Clocks.time("2026-09-21T10:00:00")
            try scenario.take(Clocks.registered(start, flags: flags), at: start)
            try scenario.take(Clocks.transferred(start, to: "marketing"), at: start)
            try scenario.run(until: start)
            #expect(scenario.abnormal.count == flags.count)
        }
    }

    @Test func whatTheTypesCannotSayIsAFault() throws {
        let effective = EffectivePeriod(from: try #require(CivilDate("2026-01-01")))
        let both = AbnormalSign(
            name: "answer", counts: .urged, lasts: AbnormalSign.Stretch(from: .archived, until: [.archived]),
            grades: Sourced(
                [
                    AbnormalGrade(at: 2, level: 2, step: 0),
                    AbnormalGrade(at: 2, after: PolicyDuration(.days(1)), level: 5, step: 10, to: []),
                ], source: "made up"))
        let faults = AbnormalPolicy(version: "2026.1", effective: effective, signs: [both]).faults(beside: ["answer"])
        #expect(
            Set(faults.map(\.field)) == [
                "signs[0].name", "signs[0].counts", "signs[0].lasts.from", "signs[0].lasts.until", "signs[0].grades.value[1].after",
                "signs[0].grades.value[1].at", "signs[0].grades.value[1].level", "signs[0].grades.value[1].step",
                "signs[0].grades.value[1].to",
            ])
    }
}
