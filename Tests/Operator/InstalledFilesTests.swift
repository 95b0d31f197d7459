import CommandLine
import Foundation
import Runtime
import Testing

@testable import OperatorService

/// Installed programs find their policies, rules and migrations without a checkout.
struct InstalledFilesTests {
    /// A prefix with a program and what is installed beside it.
    private static func prefix() throws -> (program: String, share: String) {
        let root = FileManager.default.temporaryDirectory.appending(path: "prefix-\(UUID().uuidString)").path
        for folder in ["bin", "share/redress/policies/china", "share/redress/migrations"] {
            try FileManager.default.createDirectory(atPath: "\(root)/\(folder)", withIntermediateDirectories: true)
        }
        try Data("rules: []\n".utf8).write(to: URL(filePath: "\(root)/share/redress/rules.yaml"))
        return ("\(root)/bin/redress", "\(root)/share/redress")
    }

    @Test func whatIsNamedWins() throws {
        let arguments = try CommandLines.parse("script", "--policies", "/elsewhere")
        #expect(try InstalledFiles(program: Self.prefix().program).path(of: .policies, arguments) == "/elsewhere")
    }

    @Test func aCheckoutComesBeforeWhatIsInstalled() throws {
        // The tests run in one.
        #expect(try InstalledFiles(program: Self.prefix().program).found(.policies) == "Ops/policies/china")
    }

    @Test func aProgramInAPrefixFindsWhatLiesInItsShareAndOneOfACheckoutItsOps() throws {
        let (program, share) = try Self.prefix()
        let files = InstalledFiles(program: program, checkout: "/nowhere")
        #expect(files.found(.policies) == "\(share)/policies/china")
        #expect(files.found(.migrations) == "\(share)/migrations")
        #expect(files.found(.rules) == "\(share)/rules.yaml")
        let tree = ShippedFile.url("").path
        let built = InstalledFiles(program: "\(tree)/.build/x86_64-unknown-linux-gnu/debug/redress", checkout: "/nowhere")
        #expect(built.found(.policies)?.hasSuffix("/Ops/policies/china") == true)
    }

    @Test func whereNothingIsFoundOneLineSaysWhereItWasLookedForAndWhatToGive() throws {
        let files = InstalledFiles(program: "/opt/redress/bin/redress", checkout: "/nowhere", system: ["/nowhere/share"])
        let arguments = try CommandLines.parse("script")
        let error = try #require(throws: SettingFault.self) { try files.path(of: .policies, arguments) }
        let report = FailureReport(error)
        #expect(report.code == .configuration)
        #expect(!report.text.contains("\n"))
        for place in ["/nowhere/policies/china", "/opt/redress/share/redress/policies/china", "--policies", "REDRESS_POLICIES"] {
            #expect(report.text.contains(place), "\(report.text)")
        }
    }
}
