import Contracts
import Crypto
import Domain
import Foundation
import Postgres

/// Where sealed texts lie in one service's schema, and by which keys they are sealed.
///
/// A text is known by its form, `v1.<key>.<base64url>`, and not by the field it stands in, so no field can be forgotten. A document is changed
/// while its lane's row is locked, as erasure does it; journal rows at or below the lane's watermark are read by no worker.
struct SealedStore {
    let service: String
    private let connection: PostgresConnection

    private static let anyKey = "[A-Za-z0-9_-]{1,32}"
    private static let text = #"\.[A-Za-z0-9_-]{38,}"#
    /// Where messages are put aside.
    private static let letters: [(table: String, column: String)] = [
        ("dead_letter", "message"), ("dead_letter", "original"), ("settled_letter", "message"), ("settled_letter", "original"),
    ]
    private static let portion: Int64 = 500
    /// What texts may have been sealed for.
    private static let contexts = [SealContext.personal, SealContext.answer, SealContext.note, SealContext.deadLetter, CustomerKey.context]

    init(_ service: String, _ connection: PostgresConnection) {
        self.service = service
        self.connection = connection
    }

    /// How many texts each key has sealed, by its identifier.
    func usage() throws(PostgresError) -> [String: Int64] {
        let documents = try tables().map { "SELECT body::text FROM \($0)" }
        let texts =
            documents + ["SELECT convert_from(data, 'UTF8') FROM journal"] + Self.letters.map { "SELECT \($0.column) FROM \($0.table)" }
        let rows = try connection.execute(
            Statement(
                """
                SELECT found[1], count(*) FROM (\(texts.joined(separator: " UNION ALL "))) AS source (words), \
                regexp_matches(words, $1, 'g') AS found GROUP BY 1
                """, [.text("v1\\.(\(Self.anyKey))\(Self.text)")]))
        var usage: [String: Int64] = [:]
        for row in 0..<rows.count { usage[try rows.text(row, 0)] = try rows.int8(row, 1) }
        return usage
    }

    /// Seals what an older key has sealed by the current one.
    ///
    /// - Returns: how many documents, journal rows and dead letters were changed.
    func reseal(_ sealer: Sealer, to current: String) throws -> Int {
        let old = #"v1\.(?!\#(current)\.)\#(Self.anyKey)\#(Self.text)"#
        var changed = 0
        for table in try tables() {
            let lanes = try connection.execute(Statement("SELECT DISTINCT lane FROM \(table) ORDER BY lane"))
            for row in 0..<lanes.count { changed += try documents(of: table, lane: try lanes.int4(row, 0), old, sealer, current) }
        }
        changed += try walk(
            read: """
                SELECT j.lane_group, j.lane, j.position, convert_from(j.data, 'UTF8') FROM journal j JOIN lane l USING (lane_group, lane) \
                WHERE j.position <= l.confirmed AND convert_from(j.data, 'UTF8') ~ $1 AND (j.lane_group, j.lane, j.position) > ($2, $3, $4) \
                ORDER BY 1, 2, 3 LIMIT $5
                """,
            write: "UPDATE journal SET data = convert_to($4, 'UTF8') WHERE lane_group = $1 AND lane = $2 AND position = $3", old, sealer,
            current)
        for (table, column) in Self.letters {
            changed += try walk(
                read: """
                    SELECT lane_group, lane, number, \(column) FROM \(table) WHERE \(column) ~ $1 \
                    AND (lane_group, lane, number) > ($2, $3, $4) ORDER BY 1, 2, 3 LIMIT $5
                    """,
                write: "UPDATE \(table) SET \(column) = $4 WHERE lane_group = $1 AND lane = $2 AND number = $3", old, sealer, current)
        }
        return changed
    }

    /// The tables of documents; each is named after its lane group.
    private func tables() throws(PostgresError) -> [String] {
        let rows = try connection.execute(
            Statement(
                """
                SELECT c.relname::text FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'body' \
                WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND c.relname LIKE '%\\_state' ORDER BY 1
                """))
        var tables: [String] = []
        for row in 0..<rows.count { tables.append(try rows.text(row, 0)) }
        return tables
    }

    private func documents(of table: String, lane: Int32, _ old: String, _ sealer: Sealer, _ current: String) throws -> Int {
        let group = String(table.dropLast("_state".count))
        var changed = 0
        var last = ""
        while true {
            do {
                _ = try connection.run([
                    Statement("BEGIN READ WRITE"),
                    Statement(
                        "SELECT true FROM lane WHERE lane_group = $1 AND lane = $2 FOR UPDATE",
                        [.text(group), .int4(lane)]),
                ])
                // A statement of its own: its snapshot is taken after the lane is ours.
                let rows = try connection.execute(
                    Statement(
                        "SELECT key, body::text FROM \(table) WHERE lane = $1 AND key > $2 AND body::text ~ $3 ORDER BY key LIMIT $4",
                        [.int4(lane), .text(last), .text(old), .int8(Self.portion)]))
                var rewrapped: [JournalAddition] = []
                for row in 0..<rows.count {
                    last = try rows.text(row, 0)
                    let body = try rows.text(row, 1)
                    guard let text = Self.resealed(body, sealer, current) else { continue }
                    if let key = try Self.rewrapped(body, text, current) { rewrapped.append(key) }
                    _ = try connection.execute(
                        Statement("UPDATE \(table) SET body = $2 WHERE key = $1", [.text(last), .json(Data(text.utf8))]))
                    changed += 1
                }
                if !rewrapped.isEmpty {
                    _ = try JournalAddition.append(rewrapped, group: group, lane: lane, on: connection)
                }
                _ = try connection.execute(Statement("COMMIT"))
                if rows.count < Self.portion { return changed }
            } catch {
                try connection.rollback()
                throw error
            }
        }
    }

    /// A customer's key that was wrapped again, on its way to whoever opens what it sealed; `nil` where the document has none or it stayed.
    private static func rewrapped(_ old: String, _ new: String, _ current: String) throws(Fault) -> JournalAddition? {
        let coder = WireCoder()
        let was = try coder.decode(KeyOfDocument.self, from: Data(old.utf8)).key
        guard let wrapped = try coder.decode(KeyOfDocument.self, from: Data(new.utf8)).key, wrapped != was,
            let id = CustomerKey.id(ofWrapped: wrapped.ciphertext)
        else { return nil }
        return JournalAddition(
            topic: Topic.customerKeys.name, key: id, id: "\(id)/\(current)", type: CustomerKeyMade.wireType,
            data: CustomerKeyMade(key: id, wrapped: wrapped).encodeData(with: coder))
    }

    private func walk(read: String, write: String, _ old: String, _ sealer: Sealer, _ current: String) throws -> Int {
        var changed = 0
        var (group, lane, number) = ("", Int32(-1), Int64(-1))
        while true {
            let rows = try connection.execute(
                Statement(read, [.text(old), .text(group), .int4(lane), .int8(number), .int8(Self.portion)]))
            for row in 0..<rows.count {
                (group, lane, number) = (try rows.text(row, 0), try rows.int4(row, 1), try rows.int8(row, 2))
                guard let text = Self.resealed(try rows.text(row, 3), sealer, current) else { continue }
                _ = try connection.execute(Statement(write, [.text(group), .int4(lane), .int8(number), .text(text)]))
                changed += 1
            }
            if rows.count < Self.portion { return changed }
        }
    }

    /// A text with what older keys sealed sealed again; `nil` where nothing could be. What opens in no known context stays as it is.
    static func resealed(_ text: String, _ sealer: Sealer, _ current: String) -> String? {
        var isChanged = false
        let result = text.replacing(/v1\.[A-Za-z0-9_-]{1,32}\.[A-Za-z0-9_-]{38,}/) { match in
            let sealed = String(match.output)
            guard Sealer.key(of: sealed) != current, let fresh = resealed(sealed, by: sealer) else { return sealed }
            isChanged = true
            return fresh
        }
        return isChanged ? result : nil
    }

    private static func resealed(_ sealed: String, by sealer: Sealer) -> String? {
        for context in contexts {
            do {
                return try sealer.seal(sealer.open(sealed, context: context), context: context)
            } catch {
                // Not sealed for this; the next may be it.
                continue
            }
        }
        return nil
    }
}

/// A document, read for the customer's key alone.
private struct KeyOfDocument: ReadableDocument {
    let key: SealedText?

    init<Fields: FieldReader>(fields: inout Fields) throws(Fault) { key = try fields.optional("key") }
}
