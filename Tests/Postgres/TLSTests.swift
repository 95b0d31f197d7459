import Embedded
import Foundation
import Postgres
import Testing

/// A server that proves itself by a certificate and asks for a password, as an operation's does.
@Suite(.serialized) struct TLSTests {
    private static let authority = Result { try CertificateAuthority(named: "Redress Tests") }
    /// The certificate names localhost alone, so that 127.0.0.1 is a wrong name for it.
    private static let shared = Result {
        let server = try EmbeddedPostgres(
            durability: .relaxed, identity: authority.get().issue("database", for: ["DNS:localhost"]), authority: authority.get(),
            rules: [
                "hostssl all guest,rotating all scram-sha-256", "hostssl all careful all scram-sha-256 clientcert=verify-full",
                "hostnossl all guest,rotating,careful all reject",
            ])
        try PostgresConnection(server.url, applicationName: "tls-tests", connectTimeoutSeconds: 60)
            .script("CREATE ROLE guest LOGIN PASSWORD 'first-secret'; CREATE ROLE careful LOGIN PASSWORD 'first-secret'")
        return server
    }

    private let server: EmbeddedPostgres
    private let trusted: String

    init() throws {
        server = try Self.shared.get()
        trusted = try Self.authority.get().certificateFile
    }

    private func url(_ more: String = "", host: String = "localhost", mode: String = "verify-full", authority: String? = nil) -> String {
        "postgresql://guest@\(host):\(server.port)/postgres?hostaddr=127.0.0.1&sslmode=\(mode)&sslrootcert=\(authority ?? trusted)\(more)"
    }

    private func connect(_ url: String, password: String? = "first-secret") throws(PostgresError) -> PostgresConnection {
        try PostgresConnection(url, password: password, applicationName: "tls-tests", connectTimeoutSeconds: 60)
    }

    private func refusal(_ url: String, password: String? = "first-secret") throws -> String {
        let error = #expect(throws: PostgresError.self) { try connect(url, password: password) }
        return try #require(error).description
    }

    @Test func underTheRightNameAndAuthorityTheConnectionIsEncrypted() throws {
        let row = try connect(url()).execute(Statement("SELECT ssl, version FROM pg_stat_ssl WHERE pid = pg_backend_pid()"))
        #expect(try row.bool(0, 0))
        #expect(try row.text(0, 1).hasPrefix("TLSv1."))
    }

    @Test func anotherNameThanTheCertificatesIsRefused() throws {
        let said = try refusal(url(host: "127.0.0.1"))
        #expect(said.contains("does not match host name \"127.0.0.1\""), "\(said)")
    }

    @Test func anotherAuthorityIsRefused() throws {
        let other = try CertificateAuthority(named: "Somebody Else")
        let said = try refusal(url(authority: other.certificateFile))
        #expect(said.contains("certificate verify failed"), "\(said)")
    }

    @Test func aConnectionWithoutTLSIsTurnedAway() throws {
        let said = try refusal(url(mode: "disable"))
        #expect(said.contains("pg_hba.conf rejects connection"), "\(said)")
    }

    @Test func aWrongPasswordIsRefusedAndNotRepeated() throws {
        let said = try refusal(url(), password: "guess-1234")
        #expect(said.contains("password authentication failed") && !said.contains("guess-1234"), "\(said)")
    }

    @Test func aCertificateThatTheServerAsksForIsNamedInTheURL() throws {
        func address(_ more: String) -> String { url(more).replacing("guest@", with: "careful@") }
        func shown(_ name: String) throws -> String {
            let identity = try Self.authority.get().issue(name, for: ["DNS:\(name)"])
            return "&sslcert=\(identity.certificateFile)&sslkey=\(identity.keyFile)"
        }
        #expect(throws: Never.self) { try connect(address(shown("careful"))) }
        let (none, others) = (try refusal(address("")), try refusal(address(shown("somebody"))))
        #expect(none.contains("connection requires a valid client certificate"), "\(none)")
        // The password is right; that the certificate's name is not the user's only the server's log says.
        #expect(others.contains("authentication failed for user \"careful\""), "\(others)")
        let words = "certificate validation (clientcert=verify-full) failed for user \"careful\""
        let deadline = ContinuousClock.now + .seconds(30)
        while server.logged(words) == 0, ContinuousClock.now < deadline { _ = try owner() }
        #expect(server.logged(words) == 1)
    }

    @Test func thePasswordFileOfLibpqIsReadAtEachConnection() throws {
        try owner().script("CREATE ROLE rotating LOGIN PASSWORD 'old'")
        let folder = try TemporaryDirectory(named: "passfile")
        let file = folder.appending("passwords")
        func write(_ password: String) throws {
            try "*:*:*:rotating:\(password)\n".write(toFile: file, atomically: true, encoding: .utf8)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
        }
        let address = url("&passfile=\(file)").replacing("guest@", with: "rotating@")
        try write("old")
        #expect(throws: Never.self) { try connect(address, password: nil) }
        try owner().script("ALTER ROLE rotating PASSWORD 'new'")
        #expect(try refusal(address, password: nil).contains("password authentication failed"))
        try write("new")
        #expect(throws: Never.self) { try connect(address, password: nil) }
    }

    private func owner() throws -> PostgresConnection {
        try PostgresConnection(server.url, applicationName: "tls-tests", connectTimeoutSeconds: 60)
    }
}
