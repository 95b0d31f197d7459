import Contracts
import Domain
import Fakes
import Policies
import Reporting

/// Reads the topics of a whole year as somebody who trusts nobody would, and holds them against the promises.
struct YearJudgement {
    private let simulation: YearSimulation
    private let reporting: ReportingPack
    private var outcome = YearOutcome()
    /// Of one promise no more than so many are told.
    private static let most = 8
    private var told: [String: Int] = [:]

    init(of simulation: YearSimulation, _ reporting: ReportingPack) {
        self.simulation = simulation
        self.reporting = reporting
    }

    func outcome(cameToRest: Bool) -> YearOutcome {
        var judgement = self
        judgement.expect(cameToRest, Violation.rest, "timers or people still want something at \(simulation.stage.clock.now())")
        if let breach = simulation.breach { judgement.expect(false, "services keep the contract", breach.description) }
        for violation in simulation.groups.flatMap(\.leftovers) + simulation.watch.violations + simulation.alarms.violations {
            judgement.note(violation)
        }
        let facts = FactsOnTopics(simulation.stage.broker)
        for violation in facts.violations { judgement.note(violation) }
        judgement.outcome.facts = facts.facts.count
        judgement.judge(facts)
        return judgement.outcome
    }

    private mutating func expect(_ holds: Bool, _ promise: String, _ seen: @autoclosure () -> String) {
        if !holds { note(Violation(promise: promise, seen: seen())) }
    }

    private mutating func note(_ violation: Violation) {
        told[violation.promise, default: 0] += 1
        if told[violation.promise, default: 0] <= Self.most { outcome.violations.append(violation) }
    }

    private mutating func judge(_ facts: FactsOnTopics) {
        do throws(Fault) {
            let lives = try YearLives(facts.facts)
            let registered = lives.lives.values.filter { $0.registered != nil }.sorted { $0.complaint < $1.complaint }
            outcome.registered = registered.count
            outcome.looks = simulation.watch.seen
            var alarms = AlarmsOnTopics()
            for told in facts.facts where told.topic == .alerts { try alarms.take(told.event) }
            for violation in alarms.violations + alarms.leftovers { note(violation) }
            expect(
                simulation.alarms.overdue > 0 || outcome.registered < 50, "who reads only the alerts knows what is overdue",
                "nothing was overdue at any look")
            let coverage = YearCoverage(lives, registered, simulation)
            outcome.coverage = coverage.counts
            for missing in coverage.missing { expect(false, "the year has everything", missing) }
            try judgeAnswers(facts)
            try judgeWords(facts)
            for violation in YearInvariants(lives, registered, simulation.stage.pack).violations { note(violation) }
            let report = YearReport(registered, simulation, reporting.reports)
            for violation in report.violations { note(violation) }
        } catch {
            expect(false, "services keep the contract", error.description)
        }
    }

    /// Nobody is told anything in words that are not for people.
    private mutating func judgeWords(_ facts: FactsOnTopics) throws(Fault) {
        let coder = WireCoder()
        for told in facts.facts where told.topic == .notifications {
            let (title, text, language): (String, String, Language)
            switch try NoticeEvent.decode(type: told.event.type, data: told.event.data, with: coder) {
            case .requested(let fact)?: (title, text, language) = (fact.title, fact.text, fact.language)
            case .digestRequested(let fact)?: (title, text, language) = (fact.title, fact.text, fact.language)
            default: continue
            }
            for fault in PlainWords.faults(in: title + "\n" + text, language) {
                expect(false, "people are told in words", "\(fault): \(title): \(text)")
            }
        }
    }

    /// What gateways wrote was answered once.
    private mutating func judgeAnswers(_ facts: FactsOnTopics) throws(Fault) {
        var lives = ComplaintLives()
        let coder = WireCoder()
        for told in facts.facts where told.topic == .complaints { try lives.take(told.event, coder) }
        for (trace, event) in simulation.outsiders.sent.sorted(by: { $0.key < $1.key }) {
            let answers = lives.answers[trace] ?? min(1, lives.besides[trace] ?? 0)
            expect(answers == 1, "every intake event counts once", "\(event.type) \(event.id) was answered \(answers) times")
        }
    }
}

/// What a simulated year came to.
package struct YearOutcome: Sendable {
    /// What was not kept.
    package var violations: [Violation] = []
    /// Complaints registered, customers aside who never completed theirs.
    package var registered = 0
    /// Facts on the topics.
    package var facts = 0
    /// How often an open complaint was looked at for its clocks.
    package var looks = 0
    /// How often each thing that the year is to have happened.
    package var coverage: [String: Int] = [:]
}
