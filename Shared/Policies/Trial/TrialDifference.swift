public import Domain

/// One thing that two packs decide otherwise for one complaint.
public struct TrialDifference: Hashable, Sendable {
    public let complaint: ComplaintNumber
    /// As ``TrialOutcome/Value/name`` has it.
    public let name: String
    /// `nil` where the pack decides nothing of the kind.
    public let old: TrialOutcome.Value?
    public let new: TrialOutcome.Value?

    /// All differences, complaint by complaint in the order of the old outcomes.
    public static func between(_ old: [TrialOutcome], _ new: [TrialOutcome]) -> [TrialDifference] {
        let others = Dictionary(new.map { ($0.complaint, $0) }) { first, _ in first }
        return old.flatMap { before -> [TrialDifference] in
            guard let after = others[before.complaint] else { return [] }
            let gone = before.values.map(\.name)
            let names = gone + after.values.map(\.name).filter { !gone.contains($0) }
            return names.filter { before[$0] != after[$0] }.map {
                TrialDifference(complaint: before.complaint, name: $0, old: before[$0], new: after[$0])
            }
        }
    }
}
