import Domain
import Embedded

/// Asks a service of this machine for one of its health pages.
///
/// Bash's `/dev/tcp` does the asking: our scripts need Bash anyway, and no client of HTTP is linked into the command for it.
struct HealthProbe {
    let port: Int

    private static let script = """
        exec 3<>"/dev/tcp/127.0.0.1/$1" && printf 'GET %s HTTP/1.0\\r\\n\\r\\n' "$2" >&3 && cat <&3
        """
    /// How long an answer may take, in seconds.
    private static let answerSeconds = 5.0

    /// The status code and the body's lines; `nil` when nobody answers.
    func get(_ path: String) throws -> (status: Int, body: [String])? {
        let asking = try ChildProcess("bash", ["-c", Self.script, "probe", "\(port)", path], output: .lines)
        guard asking.wait(within: Self.answerSeconds) != nil, let output = asking.standardOutput else { return nil }
        output.waitForEnd(within: Self.answerSeconds)
        let lines = output.all.map { $0.hasSuffix("\r") ? String($0.dropLast()) : $0 }
        guard let status = lines.first?.split(separator: " ").dropFirst().first.flatMap({ Int(digits: $0) }) else { return nil }
        return (status, Array(lines.drop { !$0.isEmpty }.dropFirst()))
    }
}
