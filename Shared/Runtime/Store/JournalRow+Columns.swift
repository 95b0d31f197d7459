import Foundation
import Postgres

/// How the content of a row lies in the columns of `journal`: `type` is null for a forwarded message, and `data` is empty for a tombstone.
extension JournalRow {
    /// Null: where murmur2 of the key puts it.
    var partitionColumn: Int32? {
        switch content {
        case .event, .tombstone: nil
        case .forwarded(_, let partition): partition
        }
    }

    var dataColumn: Data {
        switch content {
        case .event(_, _, let data): data
        case .tombstone: Data()
        case .forwarded(let sealed, _): sealed
        }
    }

    /// - Throws: a fault of the kind `decoding` where a forwarded message has no partition.
    static func all(in rows: Rows) throws(PostgresError) -> [JournalRow] {
        var journal: [JournalRow] = []
        journal.reserveCapacity(rows.count)
        for row in 0..<rows.count {
            journal.append(
                JournalRow(
                    lane: LaneID(group: try rows.text(row, 0), number: try rows.int4(row, 1)), position: try rows.int8(row, 2),
                    topic: try rows.text(row, 3), key: try rows.text(row, 5), id: try rows.text(row, 6), time: try rows.instant(row, 9),
                    traceParent: try rows.optionalText(row, 10),
                    correlation: Correlation(id: try rows.optionalText(row, 12), cause: try rows.optionalText(row, 13)),
                    content: try content(in: rows, row)))
        }
        return journal
    }

    private static func content(in rows: Rows, _ row: Int) throws(PostgresError) -> Content {
        let data = try rows.data(row, 11)
        guard let type = try rows.optionalText(row, 7) else { return .forwarded(sealed: data, partition: try rows.int4(row, 4)) }
        return data.isEmpty ? .tombstone(type: type) : .event(type: type, sequence: try rows.optionalInt8(row, 8), data: data)
    }
}
