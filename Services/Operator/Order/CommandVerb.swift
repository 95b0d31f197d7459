import Contracts
import Domain

/// What a person may command, by the last word of its type: `accept`, `find-liability`, `approve` …
enum CommandVerb: Hashable, Sendable {
    case workOrder(WorkOrderCommandType)
    case claim(ClaimCommandType)

    /// All of them, the work order's first.
    static let all = WorkOrderCommandType.allCases.map(CommandVerb.workOrder) + ClaimCommandType.allCases.map(CommandVerb.claim)

    /// The verb of that name; no two types share one.
    init?(_ name: String) {
        guard let verb = Self.all.first(where: { $0.name == name }) else { return nil }
        self = verb
    }

    /// The CloudEvents type.
    var type: String {
        switch self {
        case .workOrder(let type): type.rawValue
        case .claim(let type): type.rawValue
        }
    }

    var name: String { Self.name(ofType: type) }

    /// Where it is published.
    var topic: Topic {
        switch self {
        case .workOrder: .workOrderCommands
        case .claim: .compensationCommands
        }
    }

    /// Where its outcome is announced.
    var outcomeTopic: Topic {
        switch self {
        case .workOrder: .workOrders
        case .claim: .compensations
        }
    }

    /// Who is said to have sent it.
    var party: Party {
        switch self {
        case .workOrder: .handlerDesk
        case .claim(.confirmSettlement), .claim(.failSettlement), .claim(.confirmReversal), .claim(.failReversal): .billing
        case .claim: .approver
        }
    }

    /// `accept` for `redress.work-order.accept.v1`.
    static func name(ofType type: String) -> String {
        let parts = type.split(separator: ".")
        return parts.count >= 2 ? String(parts[parts.count - 2]) : type
    }
}
