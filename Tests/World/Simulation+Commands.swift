import Contracts
import Domain

extension Simulation {
    /// The types of the outsiders' messages that took effect: the event that each leads to carries its trace.
    package var effects: Set<String> {
        let facts = FactsOnTopics(stage.broker).facts
        return Set(
            facts.compactMap { fact in
                guard let event = fact.event.traceParent.flatMap({ outsiders.sent[$0] ?? outsiders.commands[$0] }) else { return nil }
                return Self.effect(of: event.type) == fact.event.type ? event.type : nil
            })
    }

    private static func effect(of type: String) -> String? {
        WorkOrderCommandType(rawValue: type).map { CommandEffect.type(of: $0) } ?? ClaimCommandType(rawValue: type).map {
            CommandEffect.type(of: $0)
        } ?? IntakeType(rawValue: type).map { CommandEffect.type(of: $0) }
    }
}
