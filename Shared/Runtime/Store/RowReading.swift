public import Domain
import Foundation
public import Postgres

/// How rows of the lane tables become values again.
extension LaneID {
    static func all(in rows: Rows) throws(PostgresError) -> [LaneID] {
        var lanes: [LaneID] = []
        for row in 0..<rows.count { lanes.append(LaneID(group: try rows.text(row, 0), number: try rows.int4(row, 1))) }
        return lanes
    }
}

extension StateRow {
    static func all(in rows: Rows, group: String) throws(PostgresError) -> [StateRow] {
        var states: [StateRow] = []
        states.reserveCapacity(rows.count)
        for row in 0..<rows.count {
            states.append(
                StateRow(
                    key: try rows.text(row, 0), lane: LaneID(group: group, number: try rows.int4(row, 1)), body: try rows.data(row, 2),
                    due: try rows.optionalTimestampMicroseconds(row, 3).map(Instant.init(microseconds:)),
                    reference: try rows.optionalText(row, 4)))
        }
        return states
    }
}

extension CompanionRow {
    /// Reads three columns of a left join; rows without a companion are passed over.
    static func all(in rows: Rows, reference: Int, key: Int, body: Int) throws(PostgresError) -> [CompanionRow] {
        var companions: [CompanionRow] = []
        for row in 0..<rows.count {
            guard let companion = try rows.optionalText(row, key) else { continue }
            companions.append(
                CompanionRow(reference: try rows.text(row, reference), key: companion, body: try rows.data(row, body)))
        }
        return companions
    }
}

extension EventIdentity {
    static func all(in rows: Rows) throws(PostgresError) -> Set<EventIdentity> {
        var identities: Set<EventIdentity> = []
        for row in 0..<rows.count {
            identities.insert(
                EventIdentity(
                    lane: LaneID(group: try rows.text(row, 0), number: try rows.int4(row, 1)), key: try rows.text(row, 2),
                    source: try rows.text(row, 3), id: try rows.text(row, 4), digest: try rows.optionalData(row, 5)))
        }
        return identities
    }
}

extension DeadLetterRow {
    static func all(in rows: Rows) throws(PostgresError) -> [DeadLetterRow] {
        var letters: [DeadLetterRow] = []
        for row in 0..<rows.count {
            letters.append(
                DeadLetterRow(
                    lane: LaneID(group: try rows.text(row, 0), number: try rows.int4(row, 1)), number: try rows.int8(row, 2),
                    kind: Kind(rawValue: try rows.text(row, 3)) ?? .poison, key: try rows.text(row, 4),
                    origin: DeadLetterOrigin(topic: try rows.text(row, 5), partition: try rows.int4(row, 6), offset: try rows.int8(row, 7)),
                    sealedMessage: SealedText(ciphertext: try rows.text(row, 8)), fault: nil, at: try rows.instant(row, 9),
                    request: try rows.optionalText(row, 10).flatMap(Request.init(rawValue:))))
        }
        return letters
    }

    /// `nil` for no fault; texts always have a form in JSON.
    var encodedFault: Data? {
        guard let fault else { return nil }
        do {
            return try JSONEncoder().encode(fault)
        } catch {
            return nil
        }
    }
}

extension Rows {
    /// A time of the database, cut to milliseconds.
    public func instant(_ row: Int, _ column: Int) throws(PostgresError) -> Instant {
        Instant(microseconds: try timestampMicroseconds(row, column))
    }
}

extension Instant {
    /// From the database's microseconds; what is finer than a millisecond is cut off.
    init(microseconds: Int64) {
        let quotient = microseconds / 1000
        self.init(milliseconds: microseconds % 1000 < 0 ? quotient - 1 : quotient)
    }
}

extension Rows {
    /// A small JSON column that only this program writes.
    ///
    /// - Throws: a fault of the kind `decoding` where it holds something else: to go on with less than was stored would do things twice.
    func decoded<Value: Decodable>(_ type: Value.Type, _ row: Int, _ column: Int) throws(PostgresError) -> Value {
        let data = try data(row, column)
        do {
            return try JSONDecoder().decode(type, from: data)
        } catch {
            throw fault(column, "holds no JSON of \(type)")
        }
    }
}
