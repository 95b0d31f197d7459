import Embedded
import Foundation
import Postgres
import Runtime
import Testing

@testable import OperatorService

/// Which schema a release works with, so that one release can replace another under load, and be taken back.
@Suite struct SchemaVersionTests {
    private let service = "visitor-\(UUID().uuidString.prefix(8).lowercased())"

    /// A schema with three steps, of which the third is compatible or not.
    private func migrate(third: String) throws -> String {
        let folder = try TemporaryDirectory(named: "migrations")
        defer { folder.remove() }
        let directory = URL(filePath: folder.path)
        for (file, sql) in [("001_one.sql", "SELECT 1"), ("002_two.sql", "SELECT 2"), ("003_three.sql", third)] {
            try Data(sql.utf8).write(to: directory.appending(path: file))
        }
        let url = try MigratedDatabase.administratorURL()
        let migrator = Migrator(service: service, schema: ServiceDatabase.schemaName(of: service), directories: [directory])
        try migrator.apply(PostgresConnection(url, applicationName: "test"))
        return url
    }

    @Test func aReleaseThatDoesNotKnowACompatibleStepGoesOn() throws {
        let url = try migrate(third: "-- compatible: a table of its own\nCREATE TABLE note ()")
        for version in [2, 3] as [Int32] { _ = try ServiceDatabase.connect(url, service: service, schemaVersion: version) }
        let error = #expect(throws: StoreError.self) { try ServiceDatabase.connect(url, service: service, schemaVersion: 4) }
        guard case .unusable(let reason) = error else { return #expect(Bool(false), "\(String(describing: error))") }
        #expect(reason.contains("is at version 3, and this release needs 4: run redress migrate"))
    }

    @Test func aReleaseThatDoesNotKnowAStepItWouldHaveToKnowIsRefused() throws {
        let url = try migrate(third: "CREATE TABLE note ()")
        _ = try ServiceDatabase.connect(url, service: service, schemaVersion: 3)
        let error = #expect(throws: StoreError.self) { try ServiceDatabase.connect(url, service: service, schemaVersion: 2) }
        guard case .unusable(let reason) = error else { return #expect(Bool(false), "\(String(describing: error))") }
        #expect(reason.contains("is at version 3, newer than the 2 this release knows: start a newer release"))
    }
}
