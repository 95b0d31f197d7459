import CommandLine
import Foundation
import Testing
import YAML

@testable import OperatorService

/// Each command line that a document shows can be given: the commands and options exist, and nothing that is needed is left out.
@Suite struct DocumentedCommandTests {
    private static let blocks = Result { try DocumentedCommands.blocks() }
    private static let mentions = Result { try DocumentedCommands.mentions() }

    /// What an operator has set, so that what a document leaves to the environment is there.
    private static let environment = [
        "KAFKA_BOOTSTRAP_SERVERS": "kafka:9092", "DATABASE_URL": "postgresql://db/redress", "ADMIN_DATABASE_URL": "postgresql://db/redress",
        "REDRESS_SEALING_KEY": "k1 x", "REDRESS_LINE_KEY": "x",
    ]

    @Test func everyCommandInABlockParses() throws {
        let shown = try Self.blocks.get().filter { $0.words.first == "redress" }
        #expect(shown.count >= 8)
        for command in shown { #expect(throws: Never.self, "\(command.testDescription)") { try Self.parse(command.words.dropFirst()) } }
    }

    @Test func everyCommandInASentenceNamesCommandsAndOptionsThatThereAre() throws {
        let shown = try Self.mentions.get().filter { $0.words.first == "redress" }
        #expect(shown.count >= 20)
        for command in shown {
            let unknown = Self.unknown(in: command.words.dropFirst())
            #expect(unknown == nil, "\(command.testDescription): there is no \(unknown ?? "")")
        }
    }

    @Test func everyScriptThatIsShownIsThereAndItsHelpNamesTheOptions() throws {
        let shown = try (Self.blocks.get() + Self.mentions.get()).filter { $0.words.first?.hasPrefix("Ops/") == true }
        #expect(shown.count >= 8)
        for command in shown {
            let script = command.words[0]
            // What stands for many files, and what is made only where it is deployed.
            guard !script.contains(where: { "<*".contains($0) }), !script.hasPrefix("Ops/secrets") else { continue }
            // Folders and files that are named, too.
            guard FileManager.default.isExecutableFile(atPath: ShippedFile.url(script).path), command.words.count > 1 else {
                #expect(FileManager.default.fileExists(atPath: ShippedFile.url(script).path), "\(command.testDescription): it is not there")
                continue
            }
            let text = try String(contentsOf: ShippedFile.url(script), encoding: .utf8)
            let options = command.words.filter { $0.hasPrefix("--") }.map { $0.prefix { $0 != "=" } }
            // Chaos, the simulation and the bench take their programs' own options.
            for option in options { #expect(text.contains(option), "\(command.testDescription): \(script) does not speak of \(option)") }
        }
    }

    @Test(arguments: ["docker-compose.yml", "Ops/kubernetes/redress.yaml", "Ops/kubernetes/reports.yaml"])
    func everyCommandOfAContainerParses(file: String) throws {
        let commands = try Self.commands(in: YAMLNode.parse(contentsOf: ShippedFile.url(file)))
        let own = commands.filter { $0.first == "redress" && !$0.contains("--help") }
        #expect(!own.isEmpty)
        for words in own { #expect(throws: Never.self, "\(file): \(words)") { try Self.parse(words.dropFirst()) } }
    }

    @Test func theCrontabsLinesParse() throws {
        for file in ["docker-compose.yml", "Ops/kubernetes/reports.yaml"] {
            let lines = try String(contentsOf: ShippedFile.url(file), encoding: .utf8).split(separator: "\n")
                .filter { $0.hasPrefix("#") }.compactMap { $0.firstMatch(of: #/(redress (?:report|command) .*)/#)?.output.1 }
            #expect(!lines.isEmpty)
            for line in lines {
                #expect(throws: Never.self, "\(file): \(line)") { try Self.parse(ShellWords.split(String(line)).dropFirst()) }
            }
        }
    }

    @Test(arguments: [
        ["submit", "--frobnicate"], ["frobnicate"], ["topics", "make"], ["command", "accept", "C1"],
    ])
    func whatCannotBeGivenIsFound(words: [String]) {
        #expect(throws: UsageError.self) { try Self.parse(words[...]) }
        #expect(Self.unknown(in: words[...]) != nil || words[0] == "command")
    }

    // MARK: How it is looked at

    private static func parse(_ words: ArraySlice<String>) throws {
        // A secret's file is read while the line is parsed; any file that is there stands in for it.
        let given = words.map { $0.hasPrefix("/run/secrets/") ? ShippedFile.url("LICENSE").path : $0 }
        _ = try CommandLineParser(OperatorProgram.root, version: "test").parse(arguments: given, environment: environment)
    }

    /// The first word that names no command or option.
    private static func unknown(in words: ArraySlice<String>) -> String? {
        var command = OperatorProgram.root
        var rest = words
        while let name = rest.first, !command.subcommands.isEmpty, !name.hasPrefix("-") {
            guard let next = command.subcommands.first(where: { $0.name == name }) else { return name }
            command = next
            rest = rest.dropFirst()
        }
        let options = allOptions(of: command)
        return rest.filter { $0.hasPrefix("--") && $0.count > 2 }.map { String($0.prefix { $0 != "=" }) }.first { option in
            let name = option.dropFirst(2)
            return !options.contains { $0.name == name || "\($0.name)-file" == name || "no-\($0.name)" == name }
                && !["help", "config", "version"].contains(String(name))
        }
    }

    private static func allOptions(of command: Command) -> [Option] {
        command.options + command.subcommands.flatMap { allOptions(of: $0) }
    }

    private static func commands(in node: YAMLNode) -> [[String]] {
        let own = (node["command"]?.elements ?? []).compactMap(\.text)
        let below = (node.entries ?? []).map(\.value) + (node.elements ?? [])
        return (own.isEmpty ? [] : [own]) + below.flatMap { commands(in: $0) }
    }
}
