import CommandLine
import Foundation
import Testing

@testable import OperatorService

/// What `redress` says to people is plain modern English, and agrees with its numbers.
@Suite struct MessageTests {
    private static func usageError(_ words: String...) -> String {
        do throws(UsageError) {
            _ = try CommandLineParser(OperatorProgram.root, version: "1").parse(arguments: words, environment: [:])
            return ""
        } catch {
            return error.description
        }
    }

    @Test func anUnknownOptionIsCalledUnknown() {
        #expect(Self.usageError("submit", "--bogus") == "redress submit: --bogus: unknown option\nTry 'redress submit --help'.")
        #expect(Self.usageError("submit", "--lien", "1").contains("--lien: unknown option (did you mean \"--line\"?)"))
        #expect(Self.usageError("sumbit").hasPrefix("redress: sumbit: unknown command; expected one of submit, "))
        #expect(Self.usageError("show").hasPrefix("redress show: NUMBER: is missing; expected "))
    }

    @Test func aCountAgreesWithItsNoun() {
        #expect(
            CountText.text(1, "fault") == "1 fault" && CountText.text(2, "fault") == "2 faults" && CountText.text(0, "fault") == "0 faults")
        #expect(CountText.text(1, "copy", "copies") == "1 copy" && CountText.text(3, "copy", "copies") == "3 copies")
        #expect(CountText.noun(1, "matches", "match") == "matches")
    }

    /// What each page of help has to say, and what nobody would.
    static let pages: [(words: [String], says: String, not: String)] = [
        (["keys"], "Manage keys: for sealing personal data, for signing commands, and for gateways.", "with, those commands"),
        (
            ["dead-letters", "replay"], "Process one dead letter again, or all that match, and then the messages waiting behind it.",
            "Have one"
        ),
        (["dead-letters", "replay"], "--all handles every one that matches the options, after asking once", "it is all that match"),
        (
            ["watch"], "While you watch alerts, a warning on the standard error says if sla-monitor has missed three heartbeats.",
            "the silence of"
        ),
        (["watch"], "correlationid, which all events of one complaint share", "the same on all that becomes"),
        (["show"], "\"answers\" is the id of the outside event that led to an entry", "led to what is told"),
        (["report"], "--publish also publishes the report on the topic redress.reports.", "tells the topic"),
        (["command", "accept"], "Wait for the outcome, at most this long.", "Wait so long"),
        (["policy", "diff"], "shown as a whole, as one difference", "have otherwise"),
    ]

    @Test(arguments: pages)
    func aPageOfHelpSaysItPlainly(words: [String], says: String, not phrase: String) throws {
        let parser = CommandLineParser(OperatorProgram.root, version: "1")
        guard case .show(let page) = try parser.parse(arguments: words + ["--help"], environment: [:], width: 110) else {
            Issue.record("no help for \(words)")
            return
        }
        let text = page.split { $0.isWhitespace }.joined(separator: " ")
        #expect(text.contains(says), "\(text)")
        #expect(!text.contains(phrase), "\(text)")
    }

    /// Phrases that stood in the help and that nobody says.
    private static let odd = [
        "so long for", "so many events", "several times for several", "in place of", "is away", "is noted", "notes who looked",
        "by whose keys", "Have one", "as it is to be", "as they are to be", "or otherwise", "that is none", "none is 0 too",
        "where it is not given",
        "where it was waited for", "put together",
    ]

    private static func pages(of command: Command, _ path: [String] = []) -> [[String]] {
        [path] + command.subcommands.flatMap { pages(of: $0, path + [$0.name]) }
    }

    @Test func noPageOfHelpHasAPhraseThatNobodySays() throws {
        let parser = CommandLineParser(OperatorProgram.root, version: "1")
        for words in Self.pages(of: OperatorProgram.root) {
            guard case .show(let page) = try parser.parse(arguments: words + ["--help"], environment: [:], width: 110) else {
                Issue.record("redress \(words.joined(separator: " ")) --help shows no page")
                continue
            }
            let text = page.split { $0.isWhitespace }.joined(separator: " ")
            for phrase in Self.odd { #expect(!text.contains(phrase), "redress \(words.joined(separator: " ")) --help says \"\(phrase)\"") }
        }
    }
}
