import Moments
import Testing

@testable import Domain

/// Each command leads where its description says, as it is tried out on the decider: the diagram of the contracts is made from the descriptions.
struct StateDiagramTests {
    @Test func theDiagramOfTheContractsIsThatOfTheCode() throws {
        let tried = try Self.changes().map { from, to, names in "\(from) → \(to): \(names.map(\.rawValue))" }
        let described = WorkOrderStatus.allCases.flatMap { from in
            WorkOrderStatus.allCases.compactMap { to -> String? in
                let names = WorkOrderCommand.Name.allCases.filter { $0.leads(from: from, to: to) }
                return names.isEmpty ? nil : "\(from) → \(to): \(names.map(\.rawValue))"
            }
        }
        #expect(tried == described, "S085: the course of a complaint is on record as it is")
    }

    /// The commands that lead from one status to another, tried out on the decider.
    private static func changes() throws -> [(WorkOrderStatus, WorkOrderStatus, [WorkOrderCommand.Name])] {
        let told: [WorkOrderCommand] = [.accept, .answer(.sample("sealed answer")), .approveAnswer]
        let ways =
            CommandTableTests.ways + [
                (.customerTold, told + [.tellCustomer(satisfied: false)]),
                (.merged, [.merge(into: "C20260930003000888", reason: "one outage")]),
            ]
        var found: [WorkOrderStatus: [WorkOrderStatus: [WorkOrderCommand.Name]]] = [:]
        for way in ways {
            for command in CommandTableTests.commands {
                var order = try ComplaintScenario(after: way.commands)
                let events = try order.orders(command, by: "staff-3001")
                guard let after = order.status, events.first?.refusal == nil, after != way.status else { continue }
                if found[way.status, default: [:]][after, default: []].contains(command.name) { continue }
                found[way.status, default: [:]][after, default: []].append(command.name)
            }
        }
        let order = WorkOrderStatus.allCases
        return order.flatMap { from in order.compactMap { to in found[from]?[to].map { (from, to, $0) } } }
    }
}
