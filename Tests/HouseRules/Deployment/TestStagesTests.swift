import Foundation
import Testing

/// `Ops/test` does what its help says: its stages, the time each is given, and what `--quick` leaves out.
@Suite struct TestStagesTests {
    let tree: SourceTree
    let script: SourceFile
    let stages: TestStages

    init() throws {
        tree = try SourceTree.here.get()
        script = try #require(tree["Ops/test"])
        stages = try TestStages(script: script)
    }

    @Test func theHelpNamesEveryStageAndEachHasItsTime() throws {
        let comment = script.text.split(separator: "\n").dropFirst().prefix { $0.hasPrefix("#") }
        let help = comment.joined(separator: " ").replacing("# ", with: "")
        let named = try #require(help.firstMatch(of: #/Stages: install, (.*?)\. With/#)).1.replacing(#/ \([^)]*\)/#, with: "")
        #expect(named.split(separator: ", ").map(String.init) == stages.names)
        #expect(Set(stages.needs.keys) == Set(stages.names))
        #expect(script.text.contains("limit=$((needs[$1] * 5 / 2))"), "a stage may take two and a half times what it needs")
        #expect(stages.names.count == 8)
    }

    /// The suites that start a server are those of the list, so that `--quick` starts none and the stage `tests` waits for none.
    @Test func theListOfSuitesWithServersIsWhole() throws {
        for starter in ServerSuites.starters {
            #expect(tree.files.contains { $0.lies(in: ["Shared/Embedded"]) && $0.code.contains(" \(starter)") }, "there is no \(starter)")
        }
        var suites: Set<String> = []
        for target in Set(tree.swiftFiles.filter { $0.lies(in: ["Tests"]) }.compactMap { $0.path.split(separator: "/").dropFirst().first })
        {
            // World, Chaos and the like are no tests; end-to-end and the house rules are stages and suites of their own.
            guard !["EndToEnd", "HouseRules"].contains(target) else { continue }
            let files = tree.swiftFiles.filter { $0.lies(in: ["Tests/\(target)"]) }
            for suite in ServerSuites.find(in: files) {
                suites.insert(suite)
                #expect(
                    "\(target)Tests.\(suite)/aTest()".contains(stages.servers),
                    "\(suite) starts a server; add it to 'servers' in Ops/test")
            }
        }
        #expect(suites.count > 30)
        #expect(Set(stages.listed).subtracting(suites) == [], "'servers' in Ops/test names suites that start none, or are gone")
    }

    /// A copy of the script beside programs that only write down how they are called.
    private func rehearse(
        _ arguments: [String], of script: String = "test", failing: String = "nothing"
    ) throws -> (outcome: Tool.Outcome, calls: [String]) {
        let root = FileManager.default.temporaryDirectory.appending(path: "test-\(UUID().uuidString)")
        for folder in ["Ops", ".build/tools/bin", ".build/scripts/release"] {
            try FileManager.default.createDirectory(at: root.appending(path: folder), withIntermediateDirectories: true)
        }
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: root) } }
        for name in ["lib.sh", script] {
            try FileManager.default.copyItem(at: SourceTree.root.appending(path: "Ops/\(name)"), to: root.appending(path: "Ops/\(name)"))
        }
        let calls = root.appending(path: "calls")
        let recorder = """
            #!/usr/bin/env bash
            [ "$1 $2" != "test list" ] || { printf '%sTests.ClockTests/aTest()\\n' Domain HTTP Kafka EndToEnd; exit; }
            echo "$(basename "$0") $*" >>"\(calls.path)"
            [[ "$*" != *\(failing)* ]]

            """
        let programs = [
            "Ops/install", "Ops/simulate", "Ops/check-spec", ".build/tools/bin/swift", ".build/scripts/release/redress-simulate",
        ]
        for file in programs.map({ root.appending(path: $0) }) where file.lastPathComponent != script {
            try Data(recorder.utf8).write(to: file)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
        }
        let outcome = try Tool.run(root.appending(path: "Ops/\(script)"), arguments, in: root)
        let text = try FileManager.default.fileExists(atPath: calls.path) ? String(contentsOf: calls, encoding: .utf8) : ""
        return (outcome, text.split(separator: "\n").map(String.init))
    }

    @Test func aQuickRunPlaysWhatNeedsNoServerAndSaysWhatItLeftOut() throws {
        let (outcome, calls) = try rehearse(["--quick"])
        #expect(outcome.status == 0, "\(outcome.output)")
        #expect(
            outcome.output.hasSuffix(
                "test: all stages passed, but these were left out: servers, seeds, end-to-end, protocol, "
                    + "and the simulations among the tests\n"))
        #expect(outcome.output.matches(of: #/== ([a-z-]+)/#).map { String($0.1) } == ["format", "build", "http", "tests", "timings"])
        #expect(!calls.contains { $0.hasPrefix("simulate") })
        let tests = try #require(calls.first { $0.contains("--skip ^(EndToEndTests|HTTPTests)") })
        #expect(tests.contains("PostgresTests") && tests.contains("FiveServices"))
    }

    @Test func aStageThatFailsHidesNoOther() throws {
        let (outcome, calls) = try rehearse([], failing: "HTTPTests")
        #expect(outcome.status == 1 && outcome.output.hasSuffix("test: failed: http tests\n"), "\(outcome.output)")
        #expect(calls.contains("simulate --every-kind"))
        #expect(calls.last?.contains("EndToEndTests") == true || calls.last?.contains("check-spec") == true)
    }

    @Test func nothingIsTestedThatWasNotBuilt() throws {
        let (outcome, calls) = try rehearse([], failing: "--build-tests")
        #expect(outcome.status == 1 && outcome.output.contains("test: failed: build"), "\(outcome.output)")
        #expect(!calls.contains { $0.hasPrefix("swift test") || $0.hasPrefix("simulate") })
    }

    @Test func aChoiceThatNothingMatchesAndAnUnknownWordAreFaults() throws {
        let none = try rehearse(["--filter", "NoSuchTests"])
        #expect(none.outcome.status == 1 && none.outcome.output.contains("no test matches 'NoSuchTests'"), "\(none.outcome.output)")
        #expect(try rehearse(["--filter", "Clock"]).outcome.status == 0)
        for arguments in [["--fast"], ["--quick", "--filter", "Clock"]] {
            let wrong = try rehearse(arguments)
            #expect(wrong.outcome.status == 64 && wrong.calls.isEmpty, "\(wrong.outcome.output)")
        }
    }

    @Test func theSeedsOfEveryKindArePlayedThoughOneFails() throws {
        let (outcome, calls) = try rehearse(["--every-kind"], of: "simulate", failing: "--year")
        #expect(outcome.status == 1 && outcome.output.hasSuffix("simulate: failed: a year\n"), "\(outcome.output)")
        #expect(
            calls.filter { $0.hasPrefix("redress-simulate") } == [
                "redress-simulate --protocol --seeds 300", "redress-simulate --seeds 200 --submissions 3 --steps 600",
                "redress-simulate --year --complaints 500", "redress-simulate --fuzz --events 20000",
            ])
        #expect(try rehearse(["--every-kind"], of: "simulate").outcome.status == 0)
        #expect(try rehearse(["--every-kind", "--seeds", "5"], of: "simulate").outcome.status == 64)
        #expect(try rehearse(["--seeds", "5"], of: "simulate").calls.last == "redress-simulate --seeds 5")
    }
}
