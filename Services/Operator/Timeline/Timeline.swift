import CommandLine
import Domain

/// All that the services did about one complaint, in one order.
enum Timeline {
    /// Merges the services' own timelines by time.
    ///
    /// A service's own order is kept, whatever its clock did; of equal times, the service that a complaint meets first comes first.
    ///
    /// - Parameter journals: in the order a complaint meets the services, each in its journal's order.
    static func merged(_ journals: [[TimelineEntry]]) -> [TimelineEntry] {
        var rest = journals.map { $0[...] }
        var merged: [TimelineEntry] = []
        merged.reserveCapacity(journals.reduce(0) { $0 + $1.count })
        while let next = rest.indices.filter({ !rest[$0].isEmpty }).min(by: { isEarlier(rest[$0], rest[$1]) }) {
            merged.append(rest[next].removeFirst())
        }
        return merged
    }

    static func table(_ entries: [TimelineEntry], _ times: TimeText) -> String {
        var table = TextTable(["time", "service", "what happened", "by", "details"])
        for entry in entries {
            table.add([times.text(entry.at), entry.service, entry.account.what, entry.account.by?.rawValue ?? "", entry.detailText])
        }
        return table.shown()
    }

    /// `min(by:)` takes the first of equals, so equal times need no second look.
    private static func isEarlier(_ left: ArraySlice<TimelineEntry>, _ right: ArraySlice<TimelineEntry>) -> Bool {
        guard let left = left.first, let right = right.first else { return false }
        return left.at < right.at
    }
}

/// One line of a complaint's timeline.
struct TimelineEntry: Hashable, Sendable {
    /// Sealed words in clear, by what they are.
    struct Revealed: Hashable, Sendable {
        /// What was sealed: the answer to the customer, or what was put on file beside it.
        enum Kind: String, Sendable {
            case answer
            case note
        }

        let kind: Kind
        let text: String
    }

    let at: Instant
    let service: String
    /// The journal's own order within the service.
    let order: Int
    /// The CloudEvents type.
    let type: String
    let account: EventAccount
    /// The answer or the note in clear, where it was asked for.
    var revealed: Revealed?

    /// The details in one text: `unit marketing, priority 3`.
    var detailText: String {
        (account.details.map { "\($0.name) \($0.value)" } + (revealed.map { ["\($0.kind.rawValue) \"\($0.text)\""] } ?? []))
            .joined(separator: ", ")
    }
}

extension TimelineEntry: Encodable {
    private enum Key: String, CodingKey {
        case at, service, type, what, by, details, answer, note, message
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(at, forKey: .at)
        try container.encode(service, forKey: .service)
        try container.encode(type, forKey: .type)
        try container.encode(account.what, forKey: .what)
        try container.encodeIfPresent(account.by, forKey: .by)
        try container.encode(Dictionary(account.details.map { ($0.name, $0.value) }) { first, _ in first }, forKey: .details)
        try container.encodeIfPresent(revealed?.kind == .answer ? revealed?.text : nil, forKey: .answer)
        try container.encodeIfPresent(revealed?.kind == .note ? revealed?.text : nil, forKey: .note)
        try container.encodeIfPresent(account.message, forKey: .message)
    }
}
