import CommandLine
import Foundation
import OperatorService

/// `chaos`: breaks something in each round while complaints come in, and counts on the topics afterwards.
package enum ChaosCommand {
    private static let command = Command(
        "chaos", summary: "Break services and servers under load, heal them, and count what is on the topics.",
        examples: ["chaos --rounds 100", "chaos --rounds 1 --fault postgres-killed", "chaos --rounds 20 --seed 7 --json"],
        options: ChaosOptions.all)

    /// Runs to its end: 0 where every promise was kept, 1 where one was not, 69 where something that is needed is missing, 75 where the servers
    /// stalled too long for anything to be said.
    package static func run() -> Never {
        let arguments = CommandLineParser(command, version: "1").parseOrExit()
        do {
            let report = try ChaosRun(ChaosOptions(arguments)).run()
            if let failure = report.failure { say(failure) }
            print(arguments.flag("json") ? report.json : report.text)
            exit(code(of: report.verdict).rawValue)
        } catch {
            say("\(error)")
            let isMissing = error is Unavailable || error is ReleaseFolder.Missing
            exit((isMissing ? ExitCode.unavailable : ExitCode.internalError).rawValue)
        }
    }
}

extension ChaosCommand {
    private static func code(of verdict: ChaosReport.Verdict) -> ExitCode {
        switch verdict {
        case .kept: .ok
        case .broken: .negative
        case .inconclusive: .temporaryFailure
        }
    }
}

/// Says one line for the person in front of the screen; the standard output is the report's.
func say(_ text: String) {
    FileHandle.standardError.write(Data("chaos: \(text)\n".utf8))
}

/// Something that a run needs is not there.
struct Unavailable: Error, CustomStringConvertible {
    let description: String
}
