import CommandLine
import Foundation
import Testing

@Suite struct CommandLineParserTests {
    @Test func optionsAndOperandsMayBeMixedAndShortened() throws {
        let arguments = try SampleProgram.parse("-v", "submit", "a.jsonl", "-p1", "--time=1h30m", "b.jsonl", "--", "-c")
        #expect(arguments.command == ["submit"])
        #expect(arguments.operands("FILE") == ["a.jsonl", "b.jsonl", "-c"])
        #expect(arguments.int("priority") == 1)
        #expect(arguments.duration("timeout") == .seconds(5400))
        #expect(arguments.flag("verbose"))
    }

    @Test func optionsOfTheProgramHoldBehindTheCommandToo() throws {
        let arguments = try SampleProgram.parse("policy", "check", "--log-format", "text")
        #expect(arguments.command == ["policy", "check"])
        #expect(arguments.string("log-format") == "text")
        #expect(arguments.operand("PACK") == nil)
    }

    @Test func repeatedOptionsKeepTheirOrderAndOthersTheLastValue() throws {
        let arguments = try SampleProgram.parse("submit", "-t", "a", "--tag=b", "-p", "1", "-p", "3", "x")
        #expect(arguments.strings("tag") == ["a", "b"])
        #expect(arguments.int("priority") == 3)
        #expect(try SampleProgram.parse("submit", "x", environment: ["TAGS": "a,b"]).strings("tag") == ["a", "b"])
    }

    @Test func flagsWinOverTheEnvironmentOverTheFileOverTheTable() throws {
        try SampleProgram.withFile("priority: 3\nlog-format: text\ntag: [x, y]\nverbose: true\n") { file in
            let environment = ["PRIORITY": "1", "REDRESS_CONFIG": file, "LOG_FORMAT": ""]
            let fromFlag = try SampleProgram.parse("submit", "--priority", "2", "x", environment: environment)
            #expect(fromFlag.int("priority") == 2)
            #expect(fromFlag.source(of: "priority") == .flag)
            let fromEnvironment = try SampleProgram.parse("submit", "--no-verbose", "x", environment: environment)
            #expect(fromEnvironment.int("priority") == 1)
            #expect(fromEnvironment.source(of: "priority") == .environment)
            #expect(fromEnvironment.string("log-format") == "text")
            #expect(fromEnvironment.source(of: "log-format") == .file)
            #expect(fromEnvironment.strings("tag") == ["x", "y"])
            #expect(fromEnvironment.duration("timeout") == .seconds(30))
            #expect(fromEnvironment.source(of: "timeout") == .default)
            #expect(!fromEnvironment.flag("verbose"))
            #expect(fromEnvironment.source(of: "database-url") == nil)
        }
    }

    @Test func aSecretIsReadFromAFileAndNeverShown() throws {
        try SampleProgram.withFile("postgres://redress:pass@db/redress\n") { file in
            let arguments = try SampleProgram.parse("submit", "x", environment: ["DATABASE_URL_FILE": file])
            #expect(arguments.string("database-url") == "postgres://redress:pass@db/redress")
            #expect(arguments.summary.first { $0.name == "database-url" }?.value == "***")
            #expect(try SampleProgram.parse("submit", "--database-url-file", file, "x").source(of: "database-url") == .flag)
            try SampleProgram.withFile("database-url-file: \(file)") { settings in
                let fromSettings = try SampleProgram.parse("submit", "--config", settings, "x")
                #expect(try fromSettings.requiredString("database-url").hasPrefix("postgres://"))
            }
            expect(
                "redress submit: DATABASE_URL and DATABASE_URL_FILE: expected only one of them",
                "submit", "x", environment: ["DATABASE_URL": "a", "DATABASE_URL_FILE": file])
        }
    }

    @Test func whatIsUnknownIsNamedWithTheNearestName() {
        expect("redress submit: --priorty: unknown option (did you mean \"--priority\"?)", "submit", "--priorty=2", "x")
        expect("redress: sumbit: unknown command; expected one of submit, policy, completion (did you mean \"submit\"?)", "sumbit")
        expect("redress submit: -q: unknown option; expected one of -v, -h, -p, -t", "submit", "-vq")
        expect("redress: command: none was given; expected one of submit, policy, completion")
        expect("redress policy: command: none was given; expected one of check", "policy")
    }

    @Test func wrongValuesSayWhatIsExpected() {
        for number in ["9", "+2", "-2", "２", " 2", "2.0", "0x2", "", "99999999999999999999"] {
            expect(
                "redress submit: --priority: \"\(number)\" was given; expected a whole number from 1 to 3", "submit",
                "--priority=\(number)", "x")
        }
        expect(
            "redress submit: environment variable SUBMIT_TIMEOUT: \"soon\" was given; expected a time such as 250ms, 30s, 1h30m or 7d",
            "submit", "x", environment: ["SUBMIT_TIMEOUT": "soon"])
        expect(
            "redress: --log-format: \"jsn\" was given; expected one of json, text (did you mean \"json\"?)", "--log-format", "jsn",
            "submit", "x", command: "redress submit")
        expect("redress submit: --priority: has no value; expected N", "submit", "x", "--priority")
        expect("redress submit: --verbose: \"2\" was given; expected no value: it is a flag", "submit", "--verbose=2")
        expect("redress submit: FILE: is missing; expected a file of complaints", "submit")
        expect("redress policy check: operand: \"b\" was given; expected no more than [PACK]", "policy", "check", "a", "b")
        expect("redress submit: --ver: ambiguous option; expected --verbose or --version", "submit", "--ver")
    }

    @Test func theSettingsFileMayNameTheOptionsOfEveryCommandAndNothingElse() throws {
        try SampleProgram.withFile("priority: 3") { file in
            let arguments = try SampleProgram.parse("policy", "check", "--config", file)
            #expect(arguments.command == ["policy", "check"])
        }
        try SampleProgram.withFile("# settings\nprioritty: 3") { file in
            expect(
                "redress submit: settings file \(file):2:1: prioritty: unknown option "
                    + "(did you mean \"priority\"?)", "submit", "x", environment: ["REDRESS_CONFIG": file])
        }
        try SampleProgram.withFile("priority: high") { file in
            expect(
                "redress submit: settings file \(file):1:11: priority: \"high\" was given; expected a whole number from 1 to 3",
                "submit", "x", "--config", file)
        }
        try SampleProgram.withFile("tag: {a: b}") { file in
            expect("redress submit: settings file \(file):1:6: tag: expected a value or a list of values", "submit", "x", "--config", file)
        }
        let error = try #require(throws: UsageError.self) { try SampleProgram.parse("submit", "x", "--config", "/nowhere.yaml") }
        #expect(error.subject == "settings file /nowhere.yaml:1:1")
        #expect(error.exitCode.rawValue == 64)
    }

    @Test func aRequiredOptionMustComeFromSomewhere() throws {
        let service = Command(
            "redress-intake", summary: "Intake.",
            options: [
                Option(
                    "brokers", value: .string(placeholder: "HOSTS"), environment: "KAFKA_BOOTSTRAP_SERVERS", required: true, help: "Kafka.")
            ])
        let parser = CommandLineParser(service, version: "1")
        let error = try #require(throws: UsageError.self) { try parser.parse(arguments: [], environment: [:]) }
        #expect(
            error.description.hasPrefix(
                "redress-intake: --brokers: is missing; expected a value, or in the environment as KAFKA_BOOTSTRAP_SERVERS"))
        guard case .run(let arguments) = try parser.parse(arguments: [], environment: ["KAFKA_BOOTSTRAP_SERVERS": "a:9092"]) else {
            Issue.record("the service does not run without a command")
            return
        }
        #expect(try arguments.requiredString("brokers") == "a:9092")
        #expect(arguments.command.isEmpty)
        let extra = try #require(throws: UsageError.self) { try parser.parse(arguments: ["now"], environment: [:]) }
        #expect(extra.description.hasPrefix("redress-intake: operand: \"now\" was given; expected no operands"))
    }

    @Test func parsersMayRunAtTheSameTime() async throws {
        try await withThrowingTaskGroup(of: Int?.self) { group in
            for number in 0..<200 {
                group.addTask { try SampleProgram.parse("submit", "x", "--priority", "\(number % 3 + 1)").int("priority") }
            }
            var sum = 0
            for try await priority in group { sum += priority ?? 0 }
            #expect(sum == (0..<200).reduce(0) { $0 + $1 % 3 + 1 })
        }
    }

    private func expect(
        _ firstLine: String, _ arguments: String..., environment: [String: String] = [:], command: String? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let error = #expect(throws: UsageError.self, sourceLocation: sourceLocation) {
            try CommandLineParser(SampleProgram.root, version: "1").parse(arguments: arguments, environment: environment)
        }
        let line = error?.description.split(separator: "\n").first.map(String.init)
        let wanted = command.map { firstLine.replacingOccurrences(of: "redress:", with: "\($0):") } ?? firstLine
        #expect(line == wanted, sourceLocation: sourceLocation)
    }
}
