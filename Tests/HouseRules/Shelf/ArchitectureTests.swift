import Contracts
import Foundation
import Testing

/// The tables of `ARCHITECTURE.md` against what they are about.
@Suite struct ArchitectureTests {
    let tree: SourceTree
    let document: SourceFile

    init() throws {
        tree = try SourceTree.here.get()
        document = try #require(tree["ARCHITECTURE.md"])
    }

    // MARK: Topics

    @Test func theTableOfTopicsIsTheListOfTopics() throws {
        let table = try #require(MarkdownTable.named("topic", in: document))
        #expect(table.rows.map { MarkdownTable.codes(in: $0.cells[0]) } == Topic.all.map { [$0.name] })
        for (row, topic) in zip(table.rows, Topic.all) {
            #expect(row.cells[1] == Self.words(for: topic.key), "the key of \(topic.name), line \(row.line)")
            #expect(Self.names(in: row.cells[2]) == topic.writers.map(Self.words), "who writes \(topic.name), line \(row.line)")
            #expect(Self.names(in: row.cells[3]) == topic.readers.map(Self.words), "who reads \(topic.name), line \(row.line)")
        }
    }

    private static func names(in cell: String) -> [String] {
        cell.replacing("`", with: "").components(separatedBy: ", ")
    }

    private static func words(for key: Topic.Key) -> String {
        switch key {
        case .line: "service number"
        case .complaint: "complaint number"
        case .alert: "complaint number or risk"
        case .unit: "unit"
        case .risk: "risk"
        case .customerKey: "a customer's key"
        case .gatewayText: "a message, its medium and a customer's key"
        case .original: "the original key"
        case .report: "a report's period and provinces"
        }
    }

    private static func words(for party: Party) -> String {
        switch party {
        case .intake, .dispatch, .slaMonitor, .compensation, .notification: party.rawValue
        case .gateway: "channel gateways"
        case .regulatorDesk: "regulators' desk"
        case .handlerDesk: "handlers' desks"
        case .approver: "approvers"
        case .billing: "billing"
        case .monitoring: "monitoring consumers"
        case .operator: "people with redress"
        }
    }

    // MARK: Modules

    @Test func everyModuleHasItsRowInTheTableOfTheHouse() throws {
        let rows = Set(try LayerRule.all.get().map(\.folder).filter { $0.hasPrefix("Shared/") })
        #expect(rows == Set(Module.all(in: tree).map(\.folder)))
    }

    @Test func whatTheManifestNeedsIsWhatTheTableAllows() throws {
        let manifest = try #require(tree["Package.swift"])
        for module in Module.all(in: tree) {
            let rule = try #require(LayerRule.all.get().first { $0.folder == module.folder })
            let needs = try #require(try module.needs(in: manifest), "Package.swift has no shared(\"\(module.name)\")")
            // Whoever may use the system may use the shim; not everybody does.
            #expect(needs.subtracting(["CSystem"]) == rule.ownImports.subtracting(["CSystem"]), "\(module.folder)")
        }
    }

    /// A right that nobody uses is not given: the next reader takes the table for what is.
    @Test func whatTheTableAllowsIsImported() throws {
        for module in Module.all(in: tree) {
            let rule = try #require(LayerRule.all.get().first { $0.folder == module.folder })
            let imported = Set(try module.files.flatMap { try LayerRule.imports(of: $0).map(\.module) })
            #expect(rule.ownImports.subtracting(imported).isEmpty, "\(module.folder)")
        }
    }

    // MARK: Words

    @Test func noTableIsCutInTwo() {
        for document in tree.documents {
            for violation in MarkdownTable.strayViolations(in: document) { Issue.record(Comment(rawValue: violation.description)) }
        }
    }

    @Test func aTableThatIsCutInTwoIsFound() {
        let file = SourceFile(path: "A.md", text: "| a | b |\n|---|---|\n| 1 | 2 |\n\n| 3 | 4 |\n")
        #expect(MarkdownTable.strayViolations(in: file).map(\.line) == [5])
        #expect(MarkdownTable.all(in: file).map { $0.rows.map(\.cells) } == [[["1", "2"]]])
    }

    /// Whoever reads the documents in the order that is given finds each of them, and leaves none of the root out.
    @Test func theReadingOrderNamesFilesThatAreThere() throws {
        let section = try #require(document.section("Where to begin"))
        let paths = PathMention.all(in: section)
        #expect(paths.count >= 8)
        #expect(paths.filter { !tree.contains($0) }.isEmpty)
    }

    @Test func theWalksNameFilesThatAreThere() throws {
        let walks = try #require(tree["Ops/walks.md"])
        for title in ["An intake event", "A command", "A timer"] {
            let paths = PathMention.all(in: try #require(walks.section(title), "no section \(title)"))
            #expect(paths.count >= 8, "\(title) names \(paths.count) files")
            #expect(paths.filter { !tree.contains($0) }.isEmpty, "\(title)")
        }
    }
}
