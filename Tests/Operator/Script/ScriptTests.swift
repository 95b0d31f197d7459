import CommandLine
import Domain
import Foundation
import Policies
import Reporting
import Testing

@testable import OperatorService

/// What people who speak with customers are shown.
struct ScriptTests {
    private static func scripts() throws -> ScriptPolicy {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Ops/policies/china")
        return try PolicyPackLoader.load(directory: folder.standardizedFileURL).scripts
    }

    @Test(arguments: [
        ("registered", 0, [AgentScript.Moment.handling]), ("accepted", 2, [.urge, .handling]), ("answered", 2, [.answering]),
        ("customer-told", 0, [.afterwards]), ("archived", 1, [.afterwards]), ("awaiting-information", 0, [.intake]),
    ])
    func aComplaintsStandingTellsWhatHelps(status: String, urges: Int, expected: [AgentScript.Moment]) {
        var standing = ComplaintStanding(complaint: "C1")
        standing.status = status
        standing.urges = urges
        #expect(ScriptCommand.moments(of: standing) == expected)
    }

    @Test func aScriptIsNumberedWithWhatMayBeSaidBeneath() throws {
        let script = try #require(try Self.scripts().script(named: "phrases"))
        let text = ScriptText(language: .english).full(script)
        #expect(text.hasPrefix("Four ways of speaking (S022)\n  1. Empathise\n     “"))
    }

    @Test func aScriptNobodyHasWrittenSaysSo() throws {
        let script = try #require(try Self.scripts().script(named: "emergency"))
        #expect(
            ScriptText(language: .english).full(script)
                == "Emergency answer script (S056)\n  Not written yet: the operator's to fill in, in scripts.yaml\n")
    }

    @Test func theCommandTakesANameOrAComplaintAndALanguage() throws {
        let arguments = try CommandLines.parse("script", "phrases", "--language", "en")
        #expect(arguments.operand("NAME") == "phrases")
        #expect(arguments.string("language") == "en")
        #expect(throws: (any Error).self) { try CommandLines.parse("script", "--language", "fr") }
    }
}
