import CommandLine
import Domain

/// What became of a submission, for people and for programs.
struct SubmitSummary: Encodable {
    /// How many faults are listed; the rest is counted.
    static let listed = 100

    var submitted = 0
    private(set) var refused = 0
    private(set) var faults: [RowFault] = []
    /// The ids of the events, where there is one alone.
    var id: String?
    var isDryRun = false

    private enum CodingKeys: String, CodingKey {
        case submitted, refused, faults, id
        case isDryRun = "dryRun"
    }

    mutating func refuse(_ fault: RowFault) {
        refused += 1
        if faults.count < Self.listed { faults.append(fault) }
    }

    /// The faults as a table; empty where there are none.
    var faultTable: String {
        guard !faults.isEmpty else { return "" }
        var table = TextTable(["line", "field", "problem", "expected"], alignments: [.right])
        for fault in faults { table.add(["\(fault.line)", fault.fault.field, fault.fault.problem, fault.fault.expected]) }
        let rest = refused - faults.count
        return table.render() + (rest > 0 ? "and \(rest) more\n" : "")
    }

    var text: String {
        let verb = isDryRun ? "would be submitted" : "submitted"
        return "\(submitted) \(verb), \(refused) refused" + (id.map { "; id \($0)" } ?? "") + "\n"
    }
}
