import Domain
import Foundation

/// What one can do next, with the demo's servers still up.
struct FurtherTries {
    let speed: Int
    /// A file for the shell that lets people's commands find the servers, the keys and the clock.
    let environmentFile: String
    /// The complaint whose story was told.
    let complaint: ComplaintNumber?
    /// Where each service serves health and metrics, by name.
    let ports: [(name: String, port: String)]
    let logs: String

    var text: String {
        let pages = ports.map { "curl http://127.0.0.1:\($0.port)/metrics      # \($0.name); also /livez and /readyz" }
        let parts = [[], ["source \(environmentFile)"]] + [complaining] + NextSteps.parts + [looking, pages]
        return "\nAll goes on until Ctrl-C, the clock \(speed) times faster than real time. In another terminal, with bash:\n"
            + parts.dropFirst().map { "\n" + $0.map { "  \($0)\n" }.joined() }.joined() + "\n"
    }

    private var complaining: [String] {
        [
            "redress watch --topic complaints --topic work-orders --topic alerts",
            "redress submit --line 13800138000 --channel hotline --province CN-SC --category billing \\",
            "    --customer 李雷 --contact 13800138000 --description '三月账单多收了 10 元'",
            "NUMBER=C…      # the complaint's number; it is on the screen of watch",
        ]
    }

    private var looking: [String] {
        let number = complaint?.rawValue ?? "\"$NUMBER\""
        return [
            "# Whoever wants to look",
            "redress show \"$NUMBER\"",
            "redress show \(number) --reveal --by 10086 --reason 'a look at the demo'      # noted: redress access list",
            "redress report --period 2026-03 --language en",
            "redress policy try \"$REDRESS_POLICIES\"      # or a pack of your own: what it would have made of all these",
            "redress explain \(number) --steps",
            "redress dead-letters list",
            "redress topics create      # makes what is missing: here nothing is",
            "tail -f \(logs)/*.log",
        ]
    }

    /// What is said where nothing was left running.
    static let afterTheEnd = """

        To try more: Ops/demo --keep leaves all running and says how to reach it; --data FILE takes other complaints;
        redress --help lists the commands.

        """

    /// The lines of the environment file.
    static func shell(_ environment: [String: String], executables: String) -> String {
        let lines = environment.sorted { $0.key < $1.key }.map { "export \($0.key)=\(quoted($0.value))\n" }
        return lines.joined() + "export PATH=\(quoted(executables)):\"$PATH\"\n"
    }

    private static func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "'\\''") + "'" }
}
