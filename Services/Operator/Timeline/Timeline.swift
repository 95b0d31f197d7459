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
