/// One fault, and how it was got over.
struct Round {
    let number: Int
    let kind: FaultKind
    /// What was done.
    let deed: String
    /// Complaints accepted until the end of the round, over all rounds.
    let accepted: Int
    /// From the mending until every complaint accepted by then was registered, dispatched and acknowledged, in seconds; `nil` for never.
    let recoverySeconds: Double?
    /// Until everything that all complaints lead to was there, their clocks' breaches included; `nil` for never.
    let settledSeconds: Double?
    let tally: Tally

    var isGood: Bool { settledSeconds != nil && tally.isClean }

    var text: String {
        let times = [("recovered", recoverySeconds), ("settled", settledSeconds)].map { name, seconds in
            seconds.map { "\(name) in \(Self.tenths($0)) s" } ?? "not \(name)"
        }
        return "round \(number), \(kind.rawValue): \(deed); \(times.joined(separator: ", ")); \(accepted) complaints"
            + (tally.isClean ? "" : "\n\(tally.text)")
    }

    static func tenths(_ seconds: Double) -> String { "\((seconds * 10).rounded() / 10)" }
}
