import Testing

@testable import Chaos

/// That a stall of the servers is told from one of the services.
@Suite struct ProbeTests {
    private static let kafka = "broker partition 0"

    /// A log of answers: when each was asked and how long it took.
    private func log(_ answers: [(channel: String, began: Double, seconds: Double)]) -> ProbeLog {
        var log = ProbeLog()
        for answer in answers.sorted(by: { $0.began < $1.began }) {
            log.ask(answer.channel, at: answer.began)
            log.answer(answer.channel, at: answer.began + answer.seconds, isAnswered: answer.seconds < 10)
        }
        return log
    }

    /// An answer each second, within a hundredth.
    private func steady(_ seconds: Range<Int>, _ channel: String = kafka) -> [(channel: String, began: Double, seconds: Double)] {
        seconds.map { (channel, Double($0), 0.01) }
    }

    @Test func serversThatAnswerAtOnceHaveNotStalled() {
        let finding = log(steady(0..<20)).finding(from: 0, to: 20)
        #expect(finding.stalled == 0)
        #expect(finding.asked == 20)
        #expect(finding.failed == 0)
    }

    @Test func anAnswerThatTakesLongIsAStallOfItsWholeLength() {
        let finding = log(steady(0..<5) + [(Self.kafka, 5, 6)] + steady(12..<20)).finding(from: 0, to: 20)
        #expect(finding.stalled == 6)
        #expect(finding.longestKafka == 6)
        #expect(finding.longestPostgres == 0)
    }

    @Test func stallsOfTwoServersAtOnceCountOnce() {
        let finding = log([(Self.kafka, 5, 6), (ProbeLog.postgres, 8, 5)]).finding(from: 0, to: 20)
        #expect(finding.stalled == 8)
        #expect(finding.longestPostgres == 5)
    }

    @Test func onlyThePartOfAStallThatLiesInTheStretchCounts() {
        #expect(log([(Self.kafka, 5, 6)]).finding(from: 8, to: 10).stalled == 2)
    }

    @Test func aQuestionThatIsNotAnsweredYetCountsAsFarAsItHasLasted() {
        var log = log(steady(0..<5))
        log.ask(Self.kafka, at: 5)
        #expect(log.finding(from: 0, to: 9).stalled == 4)
    }

    @Test func aMachineThatDoesNotLetTheProbeRunHasStalled() {
        let finding = log(steady(0..<5) + steady(15..<20)).finding(from: 0, to: 20)
        #expect(finding.stalled > 8 && finding.stalled < 11)
    }

    @Test func whatStallsWhileTheHarnessLooksItselfDoesNotCountTwice() {
        #expect(log([(Self.kafka, 5, 6)]).finding(from: 0, to: 20, without: [6...30]).stalled == 1)
    }

    @Test func onlyServersThatAllAnsweredQuicklyForLongAreSteady() {
        let both = log(steady(0..<10) + steady(0..<10, ProbeLog.postgres))
        #expect(both.isSteady(channels: [Self.kafka, ProbeLog.postgres], answers: 10))
        #expect(!both.isSteady(channels: [Self.kafka, ProbeLog.postgres], answers: 11))
        let slow = log(steady(0..<9) + [(Self.kafka, 9, 0.7)] + steady(0..<10, ProbeLog.postgres))
        #expect(!slow.isSteady(channels: [Self.kafka, ProbeLog.postgres], answers: 10))
    }

    // MARK: Settling time

    @Test func timeInWhichTheServersStalledOrTheHarnessLookedDoesNotCount() {
        var settlingTime = SettlingTime(since: 100)
        settlingTime.takeOut(from: 150, to: 216)
        #expect(settlingTime.passed(at: 250) == 84)
        #expect(settlingTime.counted(at: 250, stalled: 30) == 54)
        #expect(!settlingTime.isOver(at: 250, stalled: 30))
    }

    @Test func aStallOfOursEndsTheRoundThoughTheServersAnswer() {
        #expect(SettlingTime(since: 0).isOver(at: 121, stalled: 0))
    }

    @Test func serversThatNeverAnswerEndItAfterAll() {
        #expect(!SettlingTime(since: 0).isOver(at: 600, stalled: 590))
        #expect(SettlingTime(since: 0).isOver(at: 1_200, stalled: 1_190))
    }

    // MARK: The verdict

    private func report(_ settling: Round.Settling, commands: [(type: String, count: CommandTally.Count)] = []) -> ChaosReport {
        var report = ChaosReport(seed: 1, omissions: [])
        report.note(Round(number: 1, kind: .connectionsCut, deed: "", accepted: 1, settling: settling, tally: Tally()))
        report.reading = Tally()
        report.commands = commands
        return report
    }

    @Test func aMachineThatIsTooSmallForARoundIsNoVerdictOnTheServices() throws {
        let cause = Unavailable(description: "the brokers take no complaints")
        // Given: no round was played, then one was.
        var none = ChaosReport(seed: 1, omissions: [])
        var one = report(Round.Settling(recovered: 1, settled: 2))
        // Then: what ended the first is handed on, and what ended the second is in the report.
        #expect(throws: Unavailable.self) { try none.end(by: cause) }
        try one.end(by: cause)
        #expect(one.verdict == .broken && one.failure == cause.description)
    }

    @Test func aRoundThatSettledIsGoodThoughTheServersStalledAndSaysSo() {
        var settling = Round.Settling(recovered: 90, settled: 100)
        settling.servers.stalled = 66
        let report = report(settling)
        #expect(report.verdict == .kept)
        #expect(report.rounds[0].text.contains("the servers stalled for 66.0 s of it"))
        #expect(report.json.contains(#""stalledRounds": 1, "stalledSeconds": 66.0"#))
    }

    @Test func aRoundThatTheServersDidNotLetSettleSaysNothingOfUsAndOneThatWeDidNotSettleFails() {
        var settling = Round.Settling()
        #expect(report(settling).verdict == .broken)
        settling.isServersStall = true
        #expect(report(settling).verdict == .inconclusive)
    }

    @Test func aRunThatNeverGaveACommandFailsAndNamesIt() {
        let settling = Round.Settling(recovered: 1, settled: 2)
        let report = report(settling, commands: [("redress.work-order.merge.v1", CommandTally.Count(given: 3, effective: 0))])
        #expect(report.verdict == .broken)
        #expect(report.text.contains("never: redress.work-order.merge.v1"))
        #expect(report.json.contains(#""redress.work-order.merge.v1": {"given": 3, "effective": 0}"#))
    }
}
