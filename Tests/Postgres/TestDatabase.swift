import CSystem
import Foundation
import Postgres

/// The server the tests talk to: the one at `DATABASE_URL`, else one of their own, started once and gone when the tests end.
final class TestDatabase: Sendable {
    /// Connects to the server as its owner.
    static func connect(_ name: String = "redress-tests") throws -> PostgresConnection {
        try PostgresConnection(try url(), applicationName: name)
    }

    /// Where the server is.
    static func url() throws -> String {
        if let url = ProcessInfo.processInfo.environment["DATABASE_URL"] { return url }
        return try started.get().url
    }

    /// A name no other test uses, for a schema or a role.
    static func uniqueName(_ prefix: String) -> String {
        "\(prefix)_\(UUID().uuidString.prefix(8).lowercased())"
    }

    private static let started = Result { try TestDatabase() }

    private let url: String
    /// The server lives as long as the writing end of this pipe is open, so that it goes away even if the tests are killed.
    private let lifeline: Pipe

    private init() throws {
        let directory = FileManager.default.temporaryDirectory.appending(path: "redress-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: false)
        let lifeline = Pipe()
        let output = Pipe()
        let shell = Process()
        shell.executableURL = URL(filePath: "/bin/sh")
        shell.arguments = ["-c", Self.script, "sh", directory.path, try Self.programs()]
        shell.standardInput = lifeline
        shell.standardOutput = output
        try shell.run()
        guard let answer = try output.fileHandleForReading.read(upToCount: 6), answer == Data("ready\n".utf8) else {
            throw CocoaError(.executableLoad)
        }
        url = "postgresql:///postgres?host=\(directory.path)&user=postgres"
        self.lifeline = lifeline
    }

    private static func programs() throws -> String {
        let root = "/usr/lib/postgresql"
        let versions = try FileManager.default.contentsOfDirectory(atPath: root).compactMap { Int($0) }
        guard let newest = versions.max() else { throw CocoaError(.fileNoSuchFile) }
        return "\(root)/\(newest)/bin"
    }

    /// Makes and starts a server, says so, and stops it when standard input ends. PostgreSQL refuses to run as root.
    private static let script = """
        set -eu
        as() { "$@"; }
        if [ "$(id -u)" = 0 ]; then chown postgres "$1"; as() { setpriv --reuid=postgres --regid=postgres --clear-groups "$@"; }; fi
        cd "$1"
        as "$2/initdb" -D "$1/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 -N >"$1/initdb.log" 2>&1
        as "$2/pg_ctl" -D "$1/data" -l "$1/data/server.log" -w -o "-k $1 -c listen_addresses= -c fsync=off" start >"$1/start.log" 2>&1
        echo ready
        exec >&-
        cat >/dev/null || true
        as "$2/pg_ctl" -D "$1/data" -m immediate stop >/dev/null 2>&1 || true
        cd / && rm -rf "$1"
        """
}
