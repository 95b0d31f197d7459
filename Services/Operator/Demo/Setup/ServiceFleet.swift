import CommandLine
import Embedded
import Foundation

/// The five services, each a process of its own as in operation.
struct ServiceFleet {
    /// One service at work.
    struct Member {
        let name: String
        let process: ChildProcess
        let log: URL
    }

    private(set) var members: [Member] = []
    /// Where each serves health and metrics, by name; known once they are ready.
    private(set) var ports: [(name: String, port: String)] = []

    /// Starts all five; none is ready yet.
    ///
    /// - Parameters:
    ///   - folder: where the executables lie.
    ///   - logs: where their logs go.
    ///   - leftover: a folder that is removed should this process be killed.
    /// - Throws: `EmbeddedError` where one cannot be started, `DemoError` where one is missing.
    mutating func start(in folder: URL, logs: URL, leftover: String, environment: (String) throws -> [String: String]) throws {
        for name in MigrateCommand.services {
            let executable = folder.appending(path: "redress-\(name)").path
            guard FileManager.default.isExecutableFile(atPath: executable) else { throw DemoError.executableMissing(executable) }
            let log = logs.appending(path: "\(name).log")
            let process = try ChildProcess(
                executable, environment: try environment(name), output: .file(log.path), errors: .file(log.path), leftovers: [leftover])
            members.append(Member(name: name, process: process, log: log))
        }
    }

    /// Waits until each answers on `/readyz`.
    ///
    /// - Throws: `DemoError` with the end of the logs where one ends or time runs out; `StopFlag.Stopped`.
    mutating func waitUntilReady(seconds: Double, _ flag: StopFlag) throws {
        let probe = try ChildProcess("bash", ["-c", Self.probe, "probe"] + members.map(\.log.path), output: .lines)
        let deadline = Date(timeIntervalSinceNow: seconds)
        while true {
            try flag.check()
            try checkAlive()
            if let ending = probe.wait(within: 0.1) {
                guard ending.isSuccess else { throw DemoError.notReady(log: tails) }
                break
            }
            guard Date() < deadline else { throw DemoError.notReady(log: tails) }
        }
        probe.standardOutput?.waitForEnd(within: 5)
        ports = Array(zip(members.map(\.name), probe.standardOutput?.all ?? []))
    }

    /// - Throws: `DemoError` with the end of its log where a service has ended.
    func checkAlive() throws(DemoError) {
        for member in members where !member.process.isRunning {
            throw .serviceEnded("redress-\(member.name)", log: Self.tail(of: member.log))
        }
    }

    /// Ends all by SIGTERM, and waits until each has.
    func stop() {
        for member in members { member.process.terminate() }
        for member in members { member.process.stop(within: 15) }
    }

    private var tails: String { members.map { "\($0.name): \(Self.tail(of: $0.log))" }.joined(separator: "\n") }

    private static func tail(of log: URL) -> String {
        guard let data = FileManager.default.contents(atPath: log.path) else { return "(no log)" }
        return String(decoding: data.suffix(1500), as: UTF8.self)
    }

    /// Reads each service's port from its log, asks `/readyz` until the answer is 200, and prints the port.
    private static let probe = """
        for log in "$@"; do
            port=""
            until [ -n "$port" ]; do
                port="$(sed -n 's/.*serving health.* port=\\([0-9]*\\).*/\\1/p' "$log" 2>/dev/null | head -n 1)"
                [ -n "$port" ] || sleep 0.1
            done
            until exec 3<>"/dev/tcp/127.0.0.1/$port" && printf 'GET /readyz HTTP/1.0\\r\\n\\r\\n' >&3 && read -r answer <&3 &&
                [[ "$answer" == *" 200 "* ]]; do
                sleep 0.1
            done 2>/dev/null
            exec 3>&-
            echo "$port"
        done
        """
}
