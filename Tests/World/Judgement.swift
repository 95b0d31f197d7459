import Contracts
import Domain
import Fakes
import Foundation
import Kafka
import Runtime

/// Reads what is on the topics when all has come to rest, as somebody who trusts nobody would, and holds it against the promises.
struct Judgement {
    private let simulation: Simulation
    private var found: [Violation] = []

    init(of simulation: Simulation) {
        self.simulation = simulation
    }

    func violations(cameToRest: Bool) -> [Violation] {
        var judgement = self
        judgement.expect(cameToRest, Violation.rest, "timers or people still want something")
        if let breach = simulation.breach { judgement.expect(false, "services keep the contract", breach.description) }
        judgement.found += simulation.groups.flatMap(\.leftovers)
        let facts = FactsOnTopics(simulation.stage.broker)
        judgement.found += facts.violations
        judgement.found += facts.sealing(simulation.stage)
        judgement.judgeLife(facts: facts.facts.map(\.event))
        judgement.judgeAlarms(facts.facts)
        return judgement.found
    }

    private mutating func expect(_ holds: Bool, _ promise: String, _ seen: @autoclosure () -> String) {
        if !holds { found.append(Violation(promise: promise, seen: seen())) }
    }

    /// Everything is over, so every alert is.
    private mutating func judgeAlarms(_ facts: [FactsOnTopics.Told]) {
        var alarms = AlarmsOnTopics()
        do throws(Fault) {
            for told in facts where told.topic == .alerts { try alarms.take(told.event) }
            found += alarms.violations + alarms.leftovers
        } catch {
            expect(false, "services keep the contract", error.description)
        }
    }

    private mutating func judgeLife(facts: [CloudEvent]) {
        var life = ComplaintLives()
        let coder = WireCoder()
        for fact in facts {
            do throws(Fault) {
                try life.take(fact, coder)
            } catch {
                expect(false, "services keep the contract", "\(fact.type): \(error)")
            }
        }
        for (trace, event) in simulation.outsiders.sent {
            let answers = life.answers[trace] ?? min(1, life.besides[trace] ?? 0)
            expect(answers == 1, "every intake event counts once", "\(event.id) was answered \(answers) times")
        }
        for (complaint, marks) in life.marks {
            expect(marks.registered == 1, "a complaint is registered once", "\(complaint): \(marks.registered)")
            expect(
                marks.archived.count == 1 + marks.reopened, "a complaint comes to its end once",
                "\(complaint): archived at \(marks.archived); refused last: \(life.refusals[complaint]?.last ?? "nothing")")
            expect(marks.toldOrGivenUp > 0, "no customer is untold", "\(complaint)")
            expect(
                marks.outcome != .answered || marks.told > 0, "each customer is told an answer", "\(complaint) was archived without one")
            expect(
                marks.mergedInto == nil || marks.outcome == .withdrawn, "who goes with another has its answer or goes its own way",
                "\(complaint) still goes with \(marks.mergedInto?.rawValue ?? "")")
            expect(marks.isSettledOnce, "nothing is paid twice", "\(complaint): \(marks.settledKeys)")
        }
    }
}

/// A promise that was not kept.
package struct Violation: Equatable, CustomStringConvertible, Sendable {
    /// The promise, in a few words.
    package let promise: String
    /// What was seen instead.
    package let seen: String

    /// That time ran out is no proof of anything broken on purpose.
    package static let rest = "everything comes to rest"

    package var description: String { "\(promise): \(seen)" }
}
