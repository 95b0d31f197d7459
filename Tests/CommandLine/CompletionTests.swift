import CommandLine
import Foundation
import Testing

@Suite struct CompletionTests {
    private func script(_ shell: String) throws -> String {
        guard case .show(let text) = try SampleProgram.invoke("completion", shell) else { return "" }
        return text
    }

    /// What bash offers for a command line whose last word is being typed.
    private func bashOffers(_ words: String...) throws -> [String] {
        let quoted = words.map { "'\($0)'" }.joined(separator: " ")
        let call = "\nCOMP_WORDS=(\(quoted)); COMP_CWORD=\(words.count - 1); _redress; printf '%s\\n' \"${COMPREPLY[@]}\"\n"
        let process = Process()
        process.executableURL = URL(filePath: "/bin/bash")
        process.arguments = ["--norc", "-eu", "-c", try script("bash") + call]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return String(decoding: text, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    @Test func bashOffersCommandsAndOptionsOfThePlace() throws {
        #expect(try bashOffers("redress", "").prefix(3) == ["submit", "policy", "completion"])
        #expect(try bashOffers("redress", "-v", "policy", "ch") == ["check"])
        #expect(try bashOffers("redress", "submit", "--pri") == ["--priority"])
        #expect(try bashOffers("redress", "policy", "check", "--pri").isEmpty)
        #expect(try bashOffers("redress", "submit", "--database-url-f") == ["--database-url-file"])
        #expect(try bashOffers("redress", "completion", "").prefix(3) == ["bash", "zsh", "fish"])
    }

    @Test func bashOffersTheChoicesOfAnOption() throws {
        #expect(try bashOffers("redress", "submit", "--log-format", "") == ["json", "text"])
        #expect(try bashOffers("redress", "submit", "--priority", "").isEmpty)
    }

    @Test func everyCommandAndOptionIsInEachScript() throws {
        for shell in ["bash", "zsh", "fish"] {
            let text = try script(shell)
            for word in ["submit", "policy", "check", "completion", "priority", "timeout", "log-format", "database-url-file"] {
                #expect(text.contains(word), "\(word) in the script for \(shell)")
            }
        }
        let fish = try script("fish")
        #expect(
            fish.contains("complete -c redress -n '__fish_seen_subcommand_from submit' -l priority -s p -x -d '1 is the most urgent.'\n"))
    }

    @Test func anUnknownShellIsRefused() throws {
        let error = try #require(throws: UsageError.self) { try SampleProgram.invoke("completion", "fisch") }
        #expect(error.suggestion == "fish")
    }
}
