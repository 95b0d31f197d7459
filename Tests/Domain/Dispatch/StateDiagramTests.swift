import Foundation
import Testing

@testable import Domain

/// `Ops/contracts/work-order-states.md` says what the code does: it is made from the code and compared with the file.
struct StateDiagramTests {
    private static let file = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../Ops/contracts/work-order-states.md").standardizedFileURL

    /// Set to write the file again instead of comparing it.
    private static let rewrites = ProcessInfo.processInfo.environment["REDRESS_WRITE_STATES"] != nil

    @Test func theDiagramOfTheContractsIsThatOfTheCode() throws {
        let text = try Self.document()
        if Self.rewrites { try text.write(to: Self.file, atomically: true, encoding: .utf8) }
        #expect(try String(contentsOf: Self.file, encoding: .utf8) == text, "S085: the course of a complaint is on record as it is")
    }

    private static func document() throws -> String {
        var lines = [
            "# The states of a work order", "",
            "Made from the code by `StateDiagramTests`; run it with `REDRESS_WRITE_STATES=1` to write it again.", "",
            "Before its complaint is registered every command waits (`unregistered`). A withdrawal archives a work order wherever it stands.",
            "", "```mermaid", "stateDiagram-v2", "    [*] --> dispatched: registered", "    [*] --> archived: settled on the spot",
        ]
        for (from, to, names) in try changes() {
            lines.append("    \(word(from)) --> \(word(to)): \(names.map(\.rawValue).joined(separator: ", "))")
        }
        lines += ["    merged --> answer_approved: the other complaint's answer", "    archived --> [*]", "```", ""]
        lines += ["| state | what can be commanded |", "|---|---|"]
        for status in WorkOrderStatus.allCases where status != .unregistered {
            let names = WorkOrderCommand.Name.permitted(at: status).map { "`\($0.rawValue)`" }.joined(separator: ", ")
            lines.append("| \(status.rawValue) | \(names) |")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The commands that lead from one status to another, tried out on the decider.
    private static func changes() throws -> [(WorkOrderStatus, WorkOrderStatus, [WorkOrderCommand.Name])] {
        let told: [WorkOrderCommand] = [.accept, .answer("sealed answer"), .approveAnswer]
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

    /// Mermaid takes no hyphen in the name of a state.
    private static func word(_ status: WorkOrderStatus) -> String { status.rawValue.replacing("-", with: "_") }
}
