import Contracts
import Domain

/// What a person may command, by the name that its description gives it: `accept`, `find-liability`, `approve` …
enum CommandVerb: Hashable, Sendable {
    case workOrder(WorkOrderCommand.Name)
    case claim(ClaimCommand.Name)

    /// All of them, the work order's first.
    static let all = WorkOrderCommand.Name.allCases.map(CommandVerb.workOrder) + ClaimCommand.Name.allCases.map(CommandVerb.claim)

    /// The verb of that name; no two commands share one.
    init?(_ name: String) {
        guard let verb = Self.all.first(where: { $0.name == name }) else { return nil }
        self = verb
    }

    /// The CloudEvents type.
    var type: String {
        switch self {
        case .workOrder(let name): name.type
        case .claim(let name): name.type
        }
    }

    var name: String {
        switch self {
        case .workOrder(let name): name.rawValue
        case .claim(let name): name.rawValue
        }
    }

    /// What is said of it.
    var about: CommandDescription {
        switch self {
        case .workOrder(let name): name.about
        case .claim(let name): name.about
        }
    }

    /// What it carries besides the complaint and who asks.
    var fields: [DescribedField] {
        switch self {
        case .workOrder(let name): name.fields
        case .claim(let name): name.fields
        }
    }

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
        switch about.sender {
        case .handlersDesk: .handlerDesk
        case .approver: .approver
        case .billing: .billing
        case .gateway: .gateway
        }
    }

    /// The last word of a type before its version.
    static func name(ofType type: String) -> String {
        let parts = type.split(separator: ".")
        return parts.count >= 2 ? String(parts[parts.count - 2]) : type
    }
}
