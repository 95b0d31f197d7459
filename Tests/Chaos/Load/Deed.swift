import Contracts
import Domain

/// One step of a complaint's course: what somebody outside gives, and the fact by which one sees that it took effect.
///
/// A step is given once the fact of the step before it has been told; a step without a message only waits for its fact.
struct Deed: Sendable {
    /// What is given.
    enum Act: Sendable {
        /// Nothing: the fact comes by itself, or by another complaint's step.
        case wait
        case workOrder(WorkOrderCommand.Name, by: ActorID, @Sendable (inout CommandMessage, Known) -> Void)
        case claim(ClaimCommand.Name, by: ActorID, @Sendable (inout CommandMessage, Known) -> Void)
        case intake(IntakeType, @Sendable (inout IntakeSubmission) -> Void)
    }

    let act: Act
    /// The name of the fact, as `FactName` gives it.
    let leadsTo: String

    /// The type of what is given; `nil` where nothing is.
    var type: String? {
        switch act {
        case .wait: nil
        case .workOrder(let type, _, _): type.type
        case .claim(let type, _, _): type.type
        case .intake(let type, _): type.rawValue
        }
    }

    /// Whether the step can be given: a merger needs the number of the complaint it goes with.
    func canBeGiven(_ known: Known) -> Bool {
        guard case .workOrder(.merge, _, _) = act else { return true }
        return known.leader != nil
    }

    static func wait(_ fact: String) -> Deed { Deed(act: .wait, leadsTo: fact) }

    static func order(
        _ type: WorkOrderCommand.Name, _ fact: String, by actor: ActorID = "handler-7",
        _ complete: @escaping @Sendable (inout CommandMessage, Known) -> Void = { _, _ in }
    ) -> Deed {
        Deed(act: .workOrder(type, by: actor, complete), leadsTo: FactName.workOrder(fact))
    }

    static func claim(
        _ type: ClaimCommand.Name, _ fact: String, by actor: ActorID,
        _ complete: @escaping @Sendable (inout CommandMessage, Known) -> Void
    ) -> Deed {
        Deed(act: .claim(type, by: actor, complete), leadsTo: FactName.claim(fact))
    }

    static func intake(
        _ type: IntakeType, _ fact: String, _ complete: @escaping @Sendable (inout IntakeSubmission) -> Void = { _ in }
    ) -> Deed {
        Deed(act: .intake(type, complete), leadsTo: FactName.complaint(fact))
    }
}
