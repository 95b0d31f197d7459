import Foundation
import Postgres

/// A lane's row as the take left it.
struct TakenLane {
    let id: LaneID
    let epoch: Int64
    let offsets: [String: Int64]
    let position: Int64
    let confirmed: Int64
    let serial: Int64

    static func all(in rows: Rows) throws(PostgresError) -> [TakenLane] {
        var lanes: [TakenLane] = []
        for row in 0..<rows.count {
            lanes.append(
                TakenLane(
                    id: LaneID(group: try rows.text(row, 0), number: try rows.int4(row, 1)), epoch: try rows.int8(row, 2),
                    offsets: try rows.decoded([String: Int64].self, row, 3),
                    position: try rows.int8(row, 4), confirmed: try rows.int8(row, 5), serial: try rows.int8(row, 6)))
        }
        return lanes
    }
}

enum LaneCount {
    static func all(in rows: Rows) throws(PostgresError) -> [LaneID: Int] {
        var counts: [LaneID: Int] = [:]
        for row in 0..<rows.count {
            counts[LaneID(group: try rows.text(row, 0), number: try rows.int4(row, 1))] = Int(try rows.int8(row, 2))
        }
        return counts
    }
}
