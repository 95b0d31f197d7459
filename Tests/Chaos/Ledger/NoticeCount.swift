/// Notices of units that were collected, and that came in a digest.
struct NoticeCount {
    private var collected = 0
    private var gathered = 0
    /// How many were collected of each complaint, and which complaints were withdrawn.
    private var complaints: [String: Int] = [:]
    private var withdrawn: Set<String> = []

    /// Of a complaint that is withdrawn, what still waits is taken back, and a unit that has heard nothing of it hears nothing.
    private var mayBeTakenBack: Int { withdrawn.reduce(0) { $0 + (complaints[$1] ?? 0) } }

    mutating func collect(_ fields: [String: Any]) {
        collected += 1
        guard let complaint = fields["complaint"] as? String else { return }
        complaints[complaint, default: 0] += 1
        if fields["what"] as? String == "withdrawn" { withdrawn.insert(complaint) }
    }

    mutating func gather(_ total: Int) { gathered += total }

    var isComplete: Bool { faults.isEmpty }

    var faults: [String] {
        let least = collected - mayBeTakenBack
        if gathered < least { return ["\(least - gathered) notices came in no digest"] }
        if gathered > collected { return ["\(gathered - collected) notices came in two digests"] }
        return []
    }
}
