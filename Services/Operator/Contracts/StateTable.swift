import Domain

/// `work-order-states.md`: where a work order's commands lead, and which can be given when, as their descriptions say.
enum StateTable {
    static let text: String = {
        var lines = [
            "# The states of a work order", "", "Written by `redress contracts write` from the commands' descriptions.", "",
            "Before its complaint is registered every command waits (`unregistered`). A withdrawal archives a work order wherever it stands.",
            "", "```mermaid", "stateDiagram-v2", "    [*] --> dispatched: registered", "    [*] --> archived: settled on the spot",
        ]
        lines += WorkOrderStatus.allCases.flatMap { from in
            WorkOrderStatus.allCases.compactMap { to -> String? in
                let names = WorkOrderCommand.Name.allCases.filter { $0.leads(from: from, to: to) }
                return names.isEmpty ? nil : "    \(word(from)) --> \(word(to)): \(names.map(\.rawValue).joined(separator: ", "))"
            }
        }
        lines += ["    merged --> answer_approved: the other complaint's answer", "    archived --> [*]", "```", ""]
        lines += ["| state | what can be commanded |", "|---|---|"]
        lines += WorkOrderStatus.allCases.filter { $0 != .unregistered }.map { status in
            let names = WorkOrderCommand.Name.permitted(at: status).map { "`\($0.rawValue)`" }.joined(separator: ", ")
            return "| \(status.rawValue) | \(names) |"
        }
        return lines.joined(separator: "\n") + "\n"
    }()

    /// Mermaid takes no hyphen in the name of a state.
    private static func word(_ status: WorkOrderStatus) -> String { status.rawValue.replacing("-", with: "_") }
}
