import CommandLine
import Foundation
import Policies
import Runtime
import Testing

@testable import OperatorService

/// A file or folder that cannot be used is named, with what is wrong with it, and never in the words of the system's libraries.
struct FileFaultTests {
    private static let policies = ShippedFile.url("Ops/policies/china").path

    private static func failure(_ words: [String]) throws -> FailureReport? {
        let arguments = try CommandLines.parse(words)
        var commands = OperatorProgram.commands
        var command: OperatorCommand?
        for name in arguments.command {
            command = commands.first { $0.command.name == name }
            commands = command?.subcommands ?? []
        }
        let found = try #require(command)
        do {
            _ = try found.run(arguments)
            return nil
        } catch {
            return FailureReport(error)
        }
    }

    static let lines: [(words: [String], code: ExitCode, says: String)] = [
        (["quality", "summarise", "nofile", "--policies", policies], .dataError, "there is no file nofile"),
        (["submit", "--file", "nofile", "--dry-run", "--policies", policies], .dataError, "there is no file nofile"),
        (["submit", "--file", "/tmp", "--dry-run", "--policies", policies], .dataError, "/tmp is a folder"),
        (["quality", "summarise", "/tmp", "--policies", policies], .dataError, "/tmp is a folder"),
        (["keys", "check", "nofile", "--policies", policies], .configuration, "the register of senders nofile cannot be used"),
        (["keys", "check", "/dev/null", "--policies", policies], .configuration, "the file is empty; expected \"senders:\" with a list"),
        (
            ["keys", "check-gateways", "/dev/null", "--policies", policies], .configuration,
            "the file is empty; expected \"gateways:\" with a list"
        ),
        (["keys", "check", "/dev/zero", "--policies", policies], .configuration, "cannot be read: it is longer than 67108864 bytes"),
        (["keys", "show", "nofile.pem", "--role", "r", "--person", "p"], .configuration, "there is no such file"),
        (["policy", "try", "./nofolder", "--policies", policies], .configuration, "there is no such folder"),
        (["policy", "try", policies, "--policies", policies, "--from", "nofile"], .dataError, "there is no file nofile"),
        (["policy", "explain", "S014", "--policies", "/nope"], .configuration, "/nope: there is no such folder"),
        (["rules", "--rules", "/nope/rules.yaml"], .configuration, "/nope/rules.yaml: cannot be read: there is no such file"),
        (["script", "--policies", "/nope"], .configuration, "/nope: there is no such folder"),
        (["report", "aggregate", "nofile.json", "--policies", policies], .dataError, "nofile.json is not a report: there is no such file"),
    ]

    @Test(arguments: lines)
    func itIsNamedWithWhatIsWrongAndTheRightCode(line: (words: [String], code: ExitCode, says: String)) throws {
        let report = try #require(try Self.failure(line.words), "\(line.words)")
        #expect(report.text.contains(line.says), "\(report.text)")
        #expect(report.code == line.code, "\(line.words): \(report.text)")
        #expect(!report.text.contains("NSCocoa") && !report.text.contains("Error Domain"), "\(report.text)")
        #expect(report.text.split(separator: "\n").count <= 2, "\(report.text)")
    }

    @Test func aReportThatCannotBeWrittenSaysWhichFolderIsMissing() throws {
        let error = FileErrorProbe.write(to: "/nope/x")
        let report = FailureReport(try #require(error))
        #expect(report.text == "/nope/x cannot be written: there is no folder /nope")
        #expect(report.code == .usage)
    }
}
