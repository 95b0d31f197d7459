import Counting

/// The promises that were broken, counted over all rounds.
struct Tally: Equatable {
    var lost: [String] = []
    var doubled: [String] = []
    var reordered: [String] = []
    var deadLettered: [String] = []
    var unexpected: [String] = []

    init() {}

    init(_ ledger: Ledger, accepted: Int) {
        lost = ledger.lost(of: accepted)
        doubled = ledger.doubled
        reordered = ledger.sequences.breaches
        deadLettered = ledger.deadLetters
        unexpected = ledger.unexpected.sorted { $0.key < $1.key }.map { "\($0.key), \($0.value) times" }
    }

    var all: [(name: String, found: [String])] {
        [("lost", lost), ("doubled", doubled), ("reordered", reordered), ("dead-lettered", deadLettered), ("unexpected", unexpected)]
    }

    var isClean: Bool { all.allSatisfy(\.found.isEmpty) }

    /// What no waiting mends: all but what may still come.
    var broken: [String] { doubled + reordered + deadLettered + unexpected }

    /// How often each was broken, and the first times.
    var text: String {
        all.filter { !$0.found.isEmpty }.map { name, found in
            "\(found.count) \(name): \(found.prefix(5).joined(separator: "; "))"
        }.joined(separator: "\n")
    }
}
