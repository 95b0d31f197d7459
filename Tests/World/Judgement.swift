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

    private var broker: MemoryBroker { simulation.stage.broker }

    func violations(cameToRest: Bool) -> [Violation] {
        var judgement = self
        judgement.expect(cameToRest, Violation.rest, "timers or people still want something")
        if let breach = simulation.breach { judgement.expect(false, "services keep the contract", breach.description) }
        judgement.judgeServices()
        judgement.judgeLife(facts: judgement.readFacts())
        return judgement.found
    }

    private mutating func expect(_ holds: Bool, _ promise: String, _ seen: @autoclosure () -> String) {
        if !holds { found.append(Violation(promise: promise, seen: seen())) }
    }

    private mutating func judgeServices() {
        for group in simulation.groups {
            let name = group.definition.name
            let letters = group.database.letters
            let faults = letters.compactMap(\.fault?.description).joined(separator: "; ")
            expect(letters.isEmpty, "an outage is no poison message", "\(name) parked \(letters.count): \(faults)")
            let owed = group.database.owedRows
            expect(owed == 0, "the journal is confirmed to its end", "\(name) owes \(owed)")
            for instance in group.instances {
                if let reason = instance.worker.status().haltReason { expect(false, "a worker goes on", "\(name) halted: \(reason)") }
            }
        }
    }

    /// Every fact once, in the order of its sequence; a repetition has to be the same to the last byte.
    private mutating func readFacts() -> [CloudEvent] {
        var facts: [CloudEvent] = []
        var last: [String: Int64] = [:]
        var bytes: [String: Data] = [:]
        for topic in [Topic.complaints, .workOrders, .alerts, .compensations, .notifications] {
            for message in broker.messages(of: topic.name) {
                guard let event = read(message) else {
                    expect(false, "facts are CloudEvents", "\(topic.name) at \(message.offset)")
                    continue
                }
                let (identity, sequence) = ("\(topic.name) \(event.source) \(event.id)", event.sequence ?? 0)
                if let known = bytes[identity] {
                    expect(known == event.data, "a repeated event is the same", identity)
                    continue
                }
                bytes[identity] = event.data
                facts.append(event)
                // Heartbeats and alerts of risks belong to no complaint and count nothing.
                guard event.sequence != nil else { continue }
                let key = "\(topic.name) \(event.source) \(event.partitionKey ?? "")"
                let expected = (last[key] ?? 0) + 1
                expect(sequence == expected, "sequences have no gap and no double", "\(identity) is \(sequence), expected \(expected)")
                last[key] = max(sequence, expected)
            }
        }
        return facts
    }

    private func read(_ message: ConsumedMessage) -> CloudEvent? {
        do throws(Fault) {
            return try CloudEventReader.read(value: message.value, headers: message.headers)
        } catch {
            return nil
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
                marks.archived.count == 1, "a complaint comes to its end once",
                "\(complaint): archived at \(marks.archived); refused last: \(life.refusals[complaint]?.last ?? "nothing")")
            expect(marks.toldOrGivenUp > 0, "no customer is untold", "\(complaint)")
            expect(marks.isSettledOnce, "nothing is paid twice", "\(complaint): \(marks.settledKeys)")
        }
    }
}
