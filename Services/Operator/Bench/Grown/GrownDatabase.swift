import Foundation
import Postgres
import Runtime

/// Makes a database hold as much as after years: copies of what its services have written so far, under other keys.
struct GrownDatabase {
    let services: [String]
    let connection: PostgresConnection

    /// Tables that grow with the complaints.
    private static let growing = ["journal", "taken_event"]
    /// How much more than the rows is written meanwhile: a part of them, and the write-ahead log, in bytes.
    private static let overhead = 1.15
    private static let logBytes = Double(4 << 30)

    /// Grows each service's tables until there are so many more complaints for each that is there.
    ///
    /// - Parameters:
    ///   - copies: of each complaint.
    ///   - folder: where the database lies.
    /// - Throws: a `DeploymentError` where the disk is too small.
    func grow(_ copies: Int, in folder: String) throws {
        let size = try connection.execute(Statement("SELECT pg_database_size(current_database())")).int8(0, 0)
        try check(needed: Double(size) * Double(copies) * Self.overhead + Self.logBytes, in: folder)
        try connection.script("SET synchronous_commit = off")
        for service in services {
            let schema = ServiceDatabase.schemaName(of: service)
            let shift = try connection.execute(Statement("SELECT coalesce(max(position), 0)::int8 FROM \(schema).lane")).int8(0, 0)
            for table in try states(in: schema) + Self.growing {
                try RowMultiplication.add(copies, to: table, schema: schema, shift: shift, connection)
            }
            // A lane whose journal has copies goes on behind the last of them.
            let move = Statement(
                "UPDATE \(schema).lane SET position = position + $1 * $2, confirmed = confirmed + $1 * $2",
                [.int8(shift), .int8(Int64(copies))])
            _ = try connection.execute(move)
        }
        try connection.script("VACUUM ANALYZE")
        try connection.script("CHECKPOINT")
    }

    private func states(in schema: String) throws -> [String] {
        let rows = try connection.execute(
            Statement(
                "SELECT table_name::text FROM information_schema.tables WHERE table_schema = $1 AND table_name LIKE '%\\_state'",
                [.text(schema)]))
        return try (0..<rows.count).map { try rows.text($0, 0) }
    }

    private func check(needed: Double, in folder: String) throws {
        let found = try FileManager.default.attributesOfFileSystem(forPath: folder)[.systemFreeSize]
        guard let free = (found as? NSNumber)?.doubleValue, needed > free else { return }
        let gibibyte = Double(1 << 30)
        throw DeploymentError(
            "grow the database",
            """
            it would take about \(FixedText.of(needed / gibibyte, 0)) GiB in \(folder), and \(FixedText.of(free / gibibyte, 0)) GiB are \
            free; ask for fewer with --grown, or set TMPDIR to a larger disk
            """)
    }
}
