import Contracts
import Domain
import Postgres

/// What intake knows of the line of a complaint: its token, and the key by which what the customer said is sealed.
enum LineKeyRecord {
    private static let line = """
        SELECT convert_from(data, 'UTF8')::jsonb #>> '{line,token}' FROM journal WHERE key = $1 AND topic = 'redress.complaints' \
        AND type IN ('redress.complaint.registered.v1', 'redress.complaint.information-required.v1') LIMIT 1
        """

    /// The token; `nil` where intake does not know the complaint.
    ///
    /// - Parameter intake: its search path is intake's schema.
    static func token(of complaint: String, _ intake: PostgresConnection) throws(PostgresError) -> String? {
        let rows = try intake.execute(Statement(line, [.text(complaint)]))
        if !rows.isEmpty { return try rows.optionalText(0, 0) }
        let archived = try intake.execute(Statement("SELECT reference FROM complaint_state WHERE key = $1", [.text(complaint)]))
        return archived.isEmpty ? nil : try archived.optionalText(0, 0)
    }

    /// The key, wrapped; `nil` where there is none, or none any more.
    static func key(of complaint: String, _ intake: PostgresConnection) throws(PostgresError) -> SealedText? {
        guard let token = try token(of: complaint, intake) else { return nil }
        let rows = try intake.execute(Statement("SELECT body->>'key' FROM line_state WHERE key = $1", [.text(token)]))
        return rows.isEmpty ? nil : try rows.optionalText(0, 0).map { SealedText(ciphertext: $0) }
    }
}
