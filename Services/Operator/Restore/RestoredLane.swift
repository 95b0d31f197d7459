import Domain
import Foundation
import Kafka
import Postgres

/// One input of a lane: where the database says to go on, and what Kafka still has of it.
struct RestoredLane: Encodable, Equatable {
    /// Such as `complaint/3`.
    let lane: String
    let topic: String
    /// The offset that is read next.
    let next: Int64
    /// The first offset that Kafka still has.
    let earliest: Int64
    /// The offset after the last message.
    let end: Int64

    /// Messages that will be read, some of them for the second time.
    var toRead: Int64 { max(0, end - max(next, earliest)) }

    /// Messages that would be needed and that Kafka has no more.
    var gone: Int64 { max(0, min(earliest, end) - next) }

    /// Every input of every lane of a schema.
    ///
    /// - Parameter bounds: what Kafka has, of the topics that may be looked at.
    static func all(on connection: PostgresConnection, _ bounds: [TopicPartition: Range<Int64>]) throws -> [RestoredLane] {
        let rows = try connection.execute(
            Statement(
                """
                SELECT l.lane_group, l.lane, o.key, o.value::int8 FROM lane l CROSS JOIN LATERAL jsonb_each_text(l.offsets) AS o \
                ORDER BY l.lane_group, o.key, l.lane
                """))
        var lanes: [RestoredLane] = []
        for row in 0..<rows.count {
            let (number, topic) = (try rows.int4(row, 1), try rows.text(row, 2))
            guard let bounds = bounds[TopicPartition(topic: topic, partition: number)] else { continue }
            lanes.append(
                RestoredLane(
                    lane: "\(try rows.text(row, 0))/\(number)", topic: topic, next: try rows.int8(row, 3), earliest: bounds.lowerBound,
                    end: bounds.upperBound))
        }
        return lanes
    }

    private enum CodingKeys: String, CodingKey {
        case lane, topic, next, earliest, end, toRead, gone
    }

    func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(lane, forKey: .lane)
        try fields.encode(topic, forKey: .topic)
        try fields.encode(next, forKey: .next)
        try fields.encode(earliest, forKey: .earliest)
        try fields.encode(end, forKey: .end)
        try fields.encode(toRead, forKey: .toRead)
        try fields.encode(gone, forKey: .gone)
    }
}
