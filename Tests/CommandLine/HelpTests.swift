import CommandLine
import Foundation
import Testing

@Suite struct HelpTests {
    private func shown(_ arguments: String..., width: Int = 80) throws -> String {
        let parser = CommandLineParser(SampleProgram.root, version: "1.2.3")
        guard case .show(let text) = try parser.parse(arguments: arguments, environment: [:], width: width) else { return "" }
        return text
    }

    @Test func theVersionIsShownAtEveryLevel() throws {
        #expect(try shown("--version") == "redress 1.2.3\n")
        #expect(try shown("submit", "--version") == "redress 1.2.3\n")
    }

    @Test func helpTellsUsageOptionsWithDefaultsOperandsAndExamples() throws {
        #expect(
            try shown("submit", "--help") == """
                Usage: redress submit [OPTION...] FILE...

                Submit complaints.

                Reads each file and publishes one event a line.

                Options:
                  -p, --priority N    1 is the most urgent. (a whole number from 1 to 3; default
                                      2; environment PRIORITY)
                      --timeout TIME  How long to wait for the broker. (default 30s; environment
                                      SUBMIT_TIMEOUT)
                  -t, --tag WORD      A tag. (may be given several times; environment TAGS)

                Options of all commands:
                      --database-url URL      Where the tables are. (environment DATABASE_URL or
                                              DATABASE_URL_FILE; or --database-url-file PATH)
                      --log-format json|text  How the log is written. (default json; environment
                                              LOG_FORMAT)
                  -v, --verbose               Say more. (environment VERBOSE)
                  -h, --help                  Show this help.
                      --version               Show the version.
                      --config PATH           Read settings from this YAML file. (environment
                                              REDRESS_CONFIG)

                Operands:
                  FILE  A file of complaints.

                Examples:
                  $ redress submit --priority 2 complaints.jsonl

                """)
    }

    @Test func helpOfTheProgramListsItsCommands() throws {
        let text = try shown("-h")
        #expect(text.hasPrefix("Usage: redress [OPTION...] COMMAND\n"))
        #expect(text.contains("Commands:\n  submit      Submit complaints.\n  policy      Work with policy packs.\n"))
    }

    @Test(arguments: [40, 60, 80, 200]) func noLineIsWiderThanTheTerminal(width: Int) throws {
        let lines = try shown("submit", "--help", width: width).split(separator: "\n").filter { !$0.contains("$ ") }
        #expect(lines.allSatisfy { DisplayWidth.of($0) <= min(width, 110) })
    }
}
