internal import Foundation
internal import Synchronization

/// A PostgreSQL server of our own in a temporary folder, for tests and the demo.
///
/// It listens on loopback and on a socket in its folder and trusts whoever reaches those. It ends when we end, however that happens, and its
/// folder goes with it.
public final class EmbeddedPostgres: Sendable {
    /// How much the server may forget.
    public enum Durability: Sendable {
        /// As in production: what is committed survives a crash.
        case durable
        /// Faster, for tests that do not crash the machine: a killed server still has all that it committed, a machine without power would not.
        case relaxed
    }

    public let port: Int
    private let durability: Durability
    private let programs: String
    let user: UnprivilegedUser
    let folder: TemporaryDirectory
    private let server = Mutex<ChildProcess?>(nil)

    /// How long a start may take, recovery included.
    private static let startSeconds = 60.0

    /// Makes a cluster and starts its server.
    ///
    /// - Parameters:
    ///   - settings: server settings beside ours, such as `log_statement`; they win.
    ///   - identity: what the server shows to clients that ask for TLS.
    ///   - authority: vouches for clients, where a rule asks them for a certificate.
    ///   - rules: lines of `pg_hba.conf` that come before ours, which trust everybody.
    ///   - parent: the folder in which its own is made; the system's for temporary files where none is given.
    public init(
        durability: Durability = .durable, settings: [String: String] = [:], identity: CertificateAuthority.Identity? = nil,
        authority: CertificateAuthority? = nil, rules: [String] = [], in parent: String? = nil
    ) throws(EmbeddedError) {
        self.durability = durability
        programs = try Programs.postgresFolder()
        user = try UnprivilegedUser.find()
        folder = try TemporaryDirectory(named: "postgres", in: parent)
        port = try FreePort.find()
        try user.own(folder.path)
        try initialize()
        try configure(settings.merging(try present(identity, trusting: authority)) { mine, _ in mine })
        try guardDoor(rules)
        try restart()
    }

    deinit {
        stop(.immediate)
    }

    /// The superuser's connection over TCP.
    public var url: String { url(user: "postgres", database: "postgres") }

    /// Another role's or another database's connection over TCP; no password is asked for.
    ///
    /// - Parameter port: another port in front of the server's.
    public func url(user: String, database: String, port: Int? = nil) -> String {
        "postgresql://\(user)@127.0.0.1:\(port ?? self.port)/\(database)"
    }

    /// The folder that holds the cluster and the unix socket.
    public var directory: String { folder.path }

    public var isRunning: Bool { server.withLock { $0?.isRunning ?? false } }

    /// How many lines of its log, since it was last started, say this.
    public func logged(_ words: String) -> Int {
        server.withLock { $0 }?.standardError?.all.count { $0.contains(words) } ?? 0
    }

    /// How a server is asked to end.
    public enum Shutdown: Sendable {
        /// Rolls back what is open, writes a checkpoint, ends.
        case fast
        /// Ends at once; the next start recovers.
        case immediate
    }

    /// Ends the server; its data stays until this object goes.
    public func stop(_ shutdown: Shutdown = .fast) {
        guard let running = takeServer() else { return }
        running.signal(shutdown == .fast ? .interrupt : .quit)
        if running.wait(within: 30) == nil {
            running.kill()
            running.wait(within: 5)
        }
    }

    /// Ends the server as a crash would.
    public func killServer() {
        guard let running = takeServer() else { return }
        running.kill()
        running.wait(within: 5)
        // Its children notice by themselves; the pipe they share with it closes when the last is gone.
        running.standardError?.waitForEnd(within: 10)
    }

    /// Starts the server, after ending it in good order if it runs, on the same port and with the same data.
    public func restart() throws(EmbeddedError) {
        stop(.fast)
        let words = try user.command("\(programs)/postgres", ["-D", folder.appending("data")])
        let started = try ChildProcess(
            words.executable, words.arguments, environment: Self.environment, workingDirectory: folder.path, errors: .lines,
            endingSignal: .interrupt, leftovers: [folder.path])
        let isReady = started.standardError?.first(within: Self.startSeconds) {
            $0.contains("database system is ready to accept connections")
        }
        guard isReady != nil else {
            started.stop()
            throw EmbeddedError("start PostgreSQL", started.standardError?.all.suffix(10).joined(separator: "\n") ?? "")
        }
        server.withLock { $0 = started }
    }

    /// Hands the server over to whoever ends it; the second who asks gets nothing.
    private func takeServer() -> ChildProcess? {
        server.withLock { server in
            defer { server = nil }
            return server
        }
    }

    /// Messages in English, since readiness is read from them.
    private static var environment: [String: String] {
        ProcessInfo.processInfo.environment.merging(["LC_ALL": "C", "LC_MESSAGES": "C", "TZ": "UTC"]) { $1 }
    }

    private func initialize() throws(EmbeddedError) {
        let words = try user.command(
            "\(programs)/initdb",
            [
                "--pgdata", folder.appending("data"), "--username", "postgres", "--auth", "trust", "--encoding", "UTF8", "--locale", "C",
                "--no-sync", "--no-instructions",
            ])
        let initdb = try ChildProcess(
            words.executable, words.arguments, environment: Self.environment, workingDirectory: folder.path, errors: .lines,
            leftovers: [folder.path])
        guard initdb.wait(within: Self.startSeconds) == .exited(0) else {
            initdb.kill()
            initdb.standardError?.waitForEnd(within: 5)
            throw EmbeddedError("make a PostgreSQL cluster", initdb.standardError?.all.joined(separator: "\n") ?? "")
        }
    }

    private func configure(_ settings: [String: String]) throws(EmbeddedError) {
        let isDurable = durability == .durable
        var all = [
            "listen_addresses": "127.0.0.1", "port": "\(port)", "unix_socket_directories": folder.path, "logging_collector": "off",
            "log_destination": "stderr", "max_connections": "100", "shared_buffers": "64MB", "max_wal_size": "512MB",
            "fsync": isDurable ? "on" : "off",
            "full_page_writes": isDurable ? "on" : "off", "timezone": "UTC",
        ]
        all.merge(settings) { $1 }
        let text = all.sorted { $0.key < $1.key }.map { "\($0.key) = '\($0.value.replacingOccurrences(of: "'", with: "''"))'\n" }.joined()
        let path = folder.appending("data/postgresql.auto.conf")
        do {
            // The cluster's own file is written in place, so its owner stays.
            let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
            try file.truncate(atOffset: 0)
            try file.write(contentsOf: Data(text.utf8))
            try file.close()
        } catch {
            throw EmbeddedError("configure PostgreSQL in \(path)", "\(error)")
        }
    }
}
