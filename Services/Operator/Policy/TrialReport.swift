import CommandLine
import Domain
import Policies

/// What a new pack would have changed, for people and for programs.
struct TrialReport: Encodable {
    private let complaints: Int
    /// Complaints of which anything would have changed.
    private let changed: Int
    /// How many complaints each thing would have changed for.
    private let counts: [String: Int]
    private let differences: [Line]
    private let found: [TrialDifference]

    private struct Line: Encodable {
        let complaint: ComplaintNumber
        let what: String
        let old: String?
        let new: String?
    }

    init(old: [TrialOutcome], new: [TrialOutcome]) {
        found = TrialDifference.between(old, new)
        complaints = old.count
        changed = Set(found.map(\.complaint)).count
        counts = Dictionary(grouping: found, by: \.name).mapValues { Set($0.map(\.complaint)).count }
        differences = found.map { Line(complaint: $0.complaint, what: $0.name, old: $0.old?.text, new: $0.new?.text) }
    }

    private enum CodingKeys: String, CodingKey {
        case complaints, changed, counts, differences
    }

    var isEmpty: Bool { differences.isEmpty }

    func text(_ times: TimeText) -> String {
        guard !isEmpty else { return "\(CountText.text(complaints, "complaint")) looked at; nothing would have changed\n" }
        var table = TextTable(["complaint", "what", "by the pack in force", "by the new pack"])
        for one in found { table.add([one.complaint.rawValue, one.name, shown(one.old, times), shown(one.new, times)]) }
        var sums = TextTable(["complaints", "what"], alignments: [.right])
        for (name, count) in counts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) { sums.add([String(count), name]) }
        return table.shown() + "\n" + sums.shown()
            + "\n\(CountText.text(complaints, "complaint")) looked at; of \(changed) something would have changed\n"
    }

    private func shown(_ value: TrialOutcome.Value?, _ times: TimeText) -> String {
        guard let value else { return "-" }
        if let at = value.at { return times.text(at) }
        return value.text.isEmpty ? "none" : value.text
    }
}
