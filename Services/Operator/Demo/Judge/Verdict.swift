import CommandLine
import Domain

/// Whether every complaint of the file sits where it should at the end.
struct Verdict {
    let submitted: Int
    /// Complaints that are registered, have their work order, and are archived, in the topics and in the databases.
    let settledRight: Int
    /// What is not as it should be, in words.
    private(set) var faults: [String]

    var isGood: Bool { faults.isEmpty && settledRight == submitted }

    /// - Parameter lines: the token of each submitted complaint's line.
    init(lines: [LineToken], tally: Tally, ledger: Ledger, refusedRows: Int) {
        submitted = lines.count
        settledRight =
            lines.count { line in
                guard let complaint = tally.lines[line], tally.courses[complaint]?.status == .archived else { return false }
                return ledger.archived.contains(complaint.rawValue)
            }
        var faults = ledger.differences(from: tally)
        if refusedRows > 0 { faults.append("\(CountText.text(refusedRows, "row")) of the file could not be mapped") }
        if tally.open > 0 { faults.append(Self.openOnes(tally)) }
        let unaccounted = tally.submissions.count - tally.accounted
        if unaccounted > 0 { faults.append("\(CountText.text(unaccounted, "submission")) got no answer") }
        if tally[.deadLetters] > 0 { faults.append("dead letters: \(tally[.deadLetters])") }
        self.faults = faults
    }

    /// Adds what is wrong with the stories that were staged afterwards.
    mutating func add(_ more: [String]) { faults += more }

    /// How many are open, how far they have come, and one of them to look at.
    private static func openOnes(_ tally: Tally) -> String {
        let counts = WorkOrderStatus.allCases.filter { $0 != .archived }.map { (status: $0, count: tally.number(with: $0)) }
        let parts = counts.filter { $0.count > 0 }.map { "\($0.count) \($0.status.rawValue)" }.joined(separator: ", ")
        let example = tally.courses.filter { $0.value.status != .archived }.keys.min()
        return "still open: \(CountText.text(tally.open, "complaint")) (\(parts)), such as \(example?.rawValue ?? "none")"
    }

    var text: String {
        let head =
            "\(Figure.text(settledRight)) of \(Figure.text(submitted)) complaints sit where they should: registered once, dispatched, "
            + "answered and archived, in the topics and in the databases\n"
        return head + faults.map { "  but: \($0)\n" }.joined()
    }
}
