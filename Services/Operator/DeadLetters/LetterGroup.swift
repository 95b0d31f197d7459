import CommandLine
import Domain
import Postgres

/// Dead letters that have something in common, counted.
struct LetterGroup: Encodable {
    /// What letters are counted by.
    enum Split: String, CaseIterable {
        case service
        case fault
        case source
        case type
        case topic
        case key
        case day

        /// The column of the letter `d`; the service is not one.
        var column: String {
            switch self {
            case .service: "''"
            case .fault: "coalesce((d.fault->>'field') || ' ' || (d.fault->>'problem'), 'waits behind another of its key')"
            case .source: "coalesce(d.source, '(unreadable)')"
            case .type: "coalesce(d.type, '(unreadable)')"
            case .topic: "d.topic"
            case .key: "d.key"
            case .day: "to_char(d.at AT TIME ZONE 'UTC', 'YYYY-MM-DD')"
            }
        }
    }

    static let option = Option(
        "group-by", value: .choice(Split.allCases.map(\.rawValue)), repeated: true,
        help: "Count them by this instead of listing them.")

    /// What the letters have in common, by the split's name.
    let of: [String: String]
    let count: Int64
    let oldest: Instant
    let newest: Instant

    /// The most frequent first.
    ///
    /// - Parameter title: what stands above the counts.
    static func table(_ groups: [LetterGroup], titled title: String = "letters", by splits: [Split], _ times: TimeText) -> String {
        var table = TextTable([title] + splits.map(\.rawValue) + ["oldest", "newest"], alignments: [.right])
        for group in groups {
            table.add(
                ["\(group.count)"] + splits.map { group.of[$0.rawValue] ?? "" } + [times.text(group.oldest), times.text(group.newest)])
        }
        return table.shown()
    }
}
