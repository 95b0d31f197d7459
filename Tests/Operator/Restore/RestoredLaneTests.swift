import Foundation
import Kafka
import Postgres
import Testing

@testable import OperatorService

/// What a restored database still needs of its inputs, beside what Kafka has of them.
@Suite struct RestoredLaneTests {
    private static let partition: Int32 = 810

    /// A lane of compensation's that reads on at this offset, and what Kafka has of its topic.
    private func lane(next: Int64, has bounds: Range<Int64>?) throws -> RestoredLane? {
        let connection = try MigratedDatabase.owner(of: "compensation")
        try connection.execute(Statement("BEGIN"))
        defer { #expect(throws: Never.self) { try connection.execute(Statement("ROLLBACK")) } }
        try connection.execute(
            Statement(
                "INSERT INTO lane (lane_group, lane, offsets) VALUES ('complaint', $1, jsonb_build_object('redress.complaints', $2::int8))",
                [.int4(Self.partition), .int8(next)]))
        let place = TopicPartition(topic: "redress.complaints", partition: Self.partition)
        return try RestoredLane.all(on: connection, bounds.map { [place: $0] } ?? [:]).first { $0.lane == "complaint/\(Self.partition)" }
    }

    @Test func whatKafkaStillHasIsReadOnceMore() throws {
        let lane = try #require(try lane(next: 40, has: 10..<90))
        #expect(lane.toRead == 50 && lane.gone == 0)
    }

    @Test func whatKafkaHasDeletedSinceCannotBeRecovered() throws {
        let lane = try #require(try lane(next: 40, has: 60..<90))
        #expect(lane.toRead == 30 && lane.gone == 20)
    }

    @Test func whereKafkaHasDeletedEverythingAllOfItIsGone() throws {
        let lane = try #require(try lane(next: 40, has: 90..<90))
        #expect(lane.toRead == 0 && lane.gone == 50)
    }

    @Test func aTopicThatMayNotBeLookedAtIsLeftOut() throws {
        #expect(try lane(next: 40, has: nil) == nil)
    }
}
