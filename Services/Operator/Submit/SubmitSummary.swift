import CommandLine
import Domain

/// What became of a submission, for people and for programs.
struct SubmitSummary: Encodable {
    /// How many faults, and how many incomplete complaints and answers, are listed; the rest is counted.
    static let listed = 100

    /// One complaint that lacks what the policy asks for.
    struct Incomplete: Encodable {
        let line: Int
        let missing: [String]
    }

    var submitted = 0
    private(set) var refused = 0
    private(set) var faults: [RowFault] = []
    /// How many are taken and wait for more before they are registered.
    private(set) var incomplete = 0
    private(set) var incompleteRows: [Incomplete] = []
    /// The ids of the events, where there is one alone.
    var id: String?
    var isDryRun = false
    /// The version of the policy pack it was checked by; `nil` where none was at hand.
    var policy: PolicyVersion?
    /// What intake said, where that was waited for.
    var answers: [IntakeAnswer]?

    private enum CodingKeys: String, CodingKey {
        case submitted, refused, faults, incomplete, incompleteRows, id, policy, answers
        case isDryRun = "dryRun"
    }

    mutating func refuse(_ fault: RowFault) {
        refused += 1
        if faults.count < Self.listed { faults.append(fault) }
    }

    mutating func note(missing fields: [String], line: Int) {
        guard !fields.isEmpty else { return }
        incomplete += 1
        if incompleteRows.count < Self.listed { incompleteRows.append(Incomplete(line: line, missing: fields)) }
    }

    /// 0 all is well; 1 some rows were left out, or are not registered before more is known; 65 rejected; 75 no answer in time.
    func exitCode(isStopped: Bool) -> ExitCode {
        if isStopped { return .dataError }
        if let answers {
            if answers.contains(where: { $0.outcome == .rejected }) { return .dataError }
            if answers.contains(where: { $0.outcome == nil }) { return .temporaryFailure }
            if answers.contains(where: { $0.outcome == .informationRequired }) { return .negative }
        }
        return refused > 0 || isDryRun && incomplete > 0 ? .negative : .ok
    }

    /// The faults as a table; empty where there are none.
    ///
    /// - Parameter terminal: where it is to be read.
    func faultTable(on terminal: Terminal) -> String {
        guard !faults.isEmpty else { return "" }
        var table = TextTable(["line", "field", "problem", "expected"], alignments: [.right])
        for fault in faults { table.add(["\(fault.line)", fault.fault.field, fault.fault.problem, fault.fault.expected]) }
        return table.shown(on: terminal) + Self.more(refused - faults.count)
    }

    var text: String { incompleteText + answerText + total }

    private var total: String {
        let verb = isDryRun ? "would be submitted" : "submitted"
        let unchecked =
            isDryRun && policy == nil ? "; channels, categories and required fields were not checked, as there is no policy pack" : ""
        return "\(submitted) \(verb), \(refused) refused" + (id.map { "; id \($0)" } ?? "") + unchecked + "\n"
    }

    private var incompleteText: String {
        guard incomplete > 0 else { return "" }
        let will = isDryRun ? "would" : "will"
        guard id == nil, let first = incompleteRows.first else {
            return "the customer \(will) be asked for " + (incompleteRows.first?.missing.joined(separator: ", ") ?? "more") + "\n"
        }
        var table = TextTable(["line", "\(will) be asked for"], alignments: [.right])
        for row in [first] + incompleteRows.dropFirst() { table.add(["\(row.line)", row.missing.joined(separator: ", ")]) }
        return table.shown() + Self.more(incomplete - incompleteRows.count)
    }

    private var answerText: String {
        guard let answers else { return "" }
        if id != nil { return answers.map { $0.words + "\n" }.joined() }
        var table = TextTable(["line", "complaint", "answer"], alignments: [.right])
        for answer in answers.prefix(Self.listed) { table.add(["\(answer.line)", answer.complaint ?? "", answer.words]) }
        return table.shown() + Self.more(answers.count - Self.listed) + Self.counts(answers)
    }

    private static func counts(_ answers: [IntakeAnswer]) -> String {
        var counts: [String: Int] = [:]
        for answer in answers { counts[answer.outcome?.rawValue ?? "without an answer yet", default: 0] += 1 }
        return counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ") + "\n"
    }

    private static func more(_ count: Int) -> String { count > 0 ? "and \(count) more\n" : "" }
}
