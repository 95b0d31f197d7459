import Embedded
import Foundation
import Postgres

/// The server the tests talk to: the one at `DATABASE_URL`, else one of their own, started once and gone when the tests end.
enum TestDatabase {
    /// Where it is, for its owner.
    static var url: String {
        get throws { try ProcessInfo.processInfo.environment["DATABASE_URL"] ?? embedded.get().url }
    }

    /// Connects to the server as its owner.
    static func connect(_ name: String = "redress-tests") throws -> PostgresConnection {
        // Patient, since a machine that builds and tests at once may take long to fork a backend.
        try PostgresConnection(url, applicationName: name, connectTimeoutSeconds: 60)
    }

    /// A name no other test uses, for a schema or a role.
    static func uniqueName(_ prefix: String) -> String {
        "\(prefix)_\(UUID().uuidString.prefix(8).lowercased())"
    }

    private static let embedded = Result { try EmbeddedPostgres(durability: .relaxed) }
}
