import Foundation
import Recipes
import Testing

/// The recipes of `CONTRIBUTING.md` that are about code: each file that one names is there, and an existing command, or service, is found in it.
@Suite struct RecipeTests {
    let tree: SourceTree

    init() throws { tree = try SourceTree.here.get() }

    @Test func everyRecipeIsThere() throws {
        #expect(
            try Set(Recipe.titles()) == [
                "Add a clock", "Add a template", "Add a tariff", "Add a policy pack", "Add a command", "Add a service",
            ])
    }

    @Test func everyPathOfARecipeIsInTheTree() throws {
        for title in try Recipe.titles() {
            let paths = try Recipe(title).paths
            #expect(paths.filter { !tree.contains($0) }.isEmpty, "\(title)")
        }
    }

    @Test func anExistingCommandIsFoundWhereTheRecipeSendsOneAndNowhereElse() throws {
        let paths = try Recipe("Add a command").paths
        let names = ["record-meeting", "recordMeeting", "meetingRecorded", "MeetingRecorded"]
        // The table of the rules names the rule and its files; the schemas have the words in their own names.
        for path in paths where tree[path] != nil && !path.hasSuffix(".json") && path != "Ops/rules.yaml" {
            #expect(names.contains { tree[path]?.text.contains($0) == true }, "\(path) knows no such command")
        }
        // What the product says of the command itself; its event is told in more places, which the compiler names. The demo's desk only gives it.
        let speaking = tree.sources.filter { file in
            !file.lies(in: ["Services/Operator/Demo"]) && (file.text.contains("record-meeting") || file.text.contains("recordMeeting"))
        }.map(\.path)
        #expect(speaking.count >= 2)
        #expect(Set(speaking).subtracting(paths).isEmpty, "files that the recipe forgets")
    }

    @Test func anExistingServiceIsFoundWhereTheRecipeSendsOne() throws {
        let names = ["sla-monitor", "SLAMonitor", "slaMonitor", "sla_monitor"]
        let paths = try Recipe("Add a service").paths + ["Package.swift", "Dockerfile", "docker-compose.yml"]
        for path in paths where tree[path] != nil {
            #expect(names.contains { tree[path]?.text.contains($0) == true }, "\(path) knows no such service")
        }
    }

    // MARK: Other documents of the shelf

    /// A reader has to find what is new first, and under words that mean the same in every release.
    @Test func theChangelogKeepsItsForm() throws {
        let changelog = try #require(tree["CHANGELOG.md"])
        let releases = changelog.textLines.filter { $0.hasPrefix("## ") }.map { String($0.dropFirst(3)) }
        #expect(releases.first == "Unreleased")
        #expect(Array(releases.dropFirst()) == releases.dropFirst().sorted(by: >), "the newest release stands first")
        for release in releases.dropFirst() { #expect(release.count == 10 && release.split(separator: "-").count == 3, "\(release)") }
        let kinds = Set(changelog.textLines.filter { $0.hasPrefix("### ") }.map { String($0.dropFirst(4)) })
        #expect(kinds.isSubset(of: ["Added", "Changed", "Deprecated", "Removed", "Fixed", "Security", "Upgrading"]), "\(kinds)")
    }

    /// The same three examples in each language, and no other file that no test runs.
    @Test func everyExampleIsThereInEachLanguage() throws {
        let names = ["Gateway", "Consumer", "Desk"]
        let expected =
            names.map { "Examples/Python/\($0.lowercased()).py" } + names.map { "Examples/Java/\($0).java" }
            + names.map { "Examples/Swift/\($0)/main.swift" } + ["Examples/README.md"]
        #expect(Set(tree.files.map(\.path).filter { $0.hasPrefix("Examples/") }) == Set(expected))
    }

    @Test func theReadmePointsToEachDocumentOfTheShelf() throws {
        let readme = try #require(tree["README.md"])
        for document in ["ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "Examples/README.md", "Ops/walks.md"] {
            #expect(readme.text.contains("](\(document))"), "\(document)")
        }
    }
}
