import CommandLine
import Foundation
import Runtime
import Testing

@testable import OperatorService

/// Every example of a help text is a command line that the program takes; those that need no server are run.
struct HelpExamplesTests {
    /// One example, with the command it belongs to.
    struct Example: CustomTestStringConvertible, Sendable {
        let command: OperatorCommand
        let path: [String]
        let line: String
        var testDescription: String { line }
    }

    static let all: [Example] = OperatorProgram.commands.flatMap { examples(of: $0, path: []) }

    private static func examples(of command: OperatorCommand, path: [String]) -> [Example] {
        let path = path + [command.command.name]
        return command.command.examples.map { Example(command: command, path: path, line: $0) }
            + command.subcommands.flatMap { examples(of: $0, path: path) }
    }

    @Test func thereAreExamplesForEveryCommandThatDoesSomething() {
        #expect(Self.all.count > 100)
    }

    /// Where secrets lie in the examples, with a file of each name that they have.
    private static let secrets = Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "help-secrets-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for word in all.flatMap({ ShellWords.program(in: $0.line) ?? [] }) where word.hasPrefix("/run/secrets/") {
            try Data("secret".utf8).write(to: folder.appending(path: URL(filePath: word).lastPathComponent))
        }
        return folder.path
    }

    @Test(arguments: all)
    func anExampleIsTakenAsItStands(example: Example) throws {
        let line = example.line.replacing("/run/secrets", with: try Self.secrets.get())
        var words = try #require(ShellWords.program(in: line))
        if words.first?.hasPrefix("Ops/") == true {
            #expect(FileManager.default.fileExists(atPath: ShippedFile.url(words[0]).path))
            return
        }
        while words.first?.contains("=") == true { words.removeFirst() }
        #expect(words.first == "redress")
        let arguments = try CommandLines.parse(Array(words.dropFirst()))
        #expect(arguments.command == example.path, "\(example.line)")
    }

    /// Whether an example needs nothing but what is shipped.
    private static func isOfShippedFiles(_ example: Example) -> Bool {
        serverless.contains(example.path)
            && ["--apply", "--complaint", "china-2027", "next-year"].allSatisfy { !example.line.contains($0) }
    }

    /// The commands that look at nothing but files that are shipped.
    private static let serverless: Set<[String]> = [
        ["policy", "check"], ["policy", "diff"], ["policy", "explain"], ["policy", "channels"], ["rules"], ["calendar", "check"],
        ["calendar", "show"], ["calendar", "due"], ["script"], ["topics", "acls"],
    ]

    @Test(arguments: all.filter { isOfShippedFiles($0) })
    func anExampleThatNeedsNoServerIsRun(example: Example) throws {
        let words = try #require(ShellWords.program(in: example.line))
        let code = try example.command.run(CommandLines.parse(Array(words.dropFirst())))
        // The second: nothing is missing in the table of the rules.
        #expect([.ok, .negative].contains(code), "\(example.line)")
    }

    /// What has no answer but a file's, a key's or a server's own.
    private static let withoutAnswer: Set<[String]> = [["quality", "sample"], ["keys", "generate"], ["embedded", "broker"], ["demo"]]

    @Test func everyCommandWithAnAnswerGivesItInJSONToo() {
        func leaves(_ command: OperatorCommand, _ path: [String]) -> [(path: [String], command: Command)] {
            let path = path + [command.command.name]
            return command.subcommands.isEmpty
                ? [(path, command.command)] : command.subcommands.flatMap { leaves($0, path) }
        }
        let lacking = OperatorProgram.commands.flatMap { leaves($0, []) }
            .filter { leaf in !leaf.command.options.contains { $0.name == "json" } }.map(\.path)
        #expect(Set(lacking).subtracting(Self.withoutAnswer) == [])
    }

    @Test(arguments: OperatorDatabase.services.map(\.name))
    func aServicesExamplesAreTaken(name: String) throws {
        let service = try #require(OperatorDatabase.services.first { $0.name == name })
        let command = ServiceCommand.command(for: service)
        for line in command.examples {
            var words = try #require(ShellWords.program(in: line))
            var environment: [String: String] = [:]
            while let word = words.first, word != command.name {
                let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
                environment[parts[0]] = parts[1]
                words.removeFirst()
            }
            // Files that an example names are not there.
            let options = zip(words, words.dropFirst()).contains { $0.0 == "--config" } ? [] : Array(words.dropFirst())
            let known = options.map { $0.hasSuffix("-file") ? String($0.dropLast(5)) : $0 }
            #expect(throws: Never.self, "\(line)") {
                try CommandLineParser(command, version: "test").parse(arguments: known, environment: environment)
            }
        }
    }
}

extension ShellWords {
    /// The program's own command in a line, such as that of `(echo 'senders:' && redress keys make …) > senders.yaml`.
    fileprivate static func program(in line: String) -> [String]? {
        let commands = commands(line)
        return commands.first { words in words.contains { $0.hasPrefix("redress") } } ?? commands.first
    }
}
