import Contracts
import Domain
import Foundation
import Policies
import Testing

@testable import OperatorService

@Suite struct FurtherTriesTests {
    @Test func eachServiceHasItsPageAndTheStorysComplaintIsNamed() {
        let tries = FurtherTries(
            speed: 600, environmentFile: "/tmp/demo/environment", complaint: "C20260302001000007", ports: [("intake", "40123")],
            logs: "/tmp/demo/logs")
        #expect(tries.text.contains("  source /tmp/demo/environment\n"))
        #expect(tries.text.contains("redress explain C20260302001000007 --steps\n"))
        #expect(tries.text.contains("redress show C20260302001000007 --reveal --by 10086 --reason"))
        #expect(tries.text.contains("curl http://127.0.0.1:40123/metrics"))
    }

    private static let text = FurtherTries(
        speed: 600, environmentFile: "/tmp/demo/environment", complaint: nil, ports: [], logs: "/tmp/demo/logs"
    ).text

    /// The lines that run `redress`, as a shell takes them: continued lines joined, comments dropped, variables filled in.
    static let commandLines = Self.text.replacing("\\\n", with: " ").split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        .filter { $0.hasPrefix("redress ") }

    @Test(arguments: commandLines)
    func everyCommandThatIsShownCanBeGiven(line: String) throws {
        let words = ShellWords.split(line, variables: ["NUMBER": "C20260302001000007", "PAYMENT": "P-1", "REDRESS_POLICIES": "/tmp"])
        _ = try CommandLines.parse(Array(words.dropFirst()))
    }

    @Test(arguments: ["DESK", "REVIEW", "APPROVERS", "BILLING"])
    func eachOfThePeopleSignsWithAKeyOfTheirOwn(sender: String) {
        #expect(Self.text.contains("$\(sender)_KEY"))
        #expect(DemoSenders.variable(of: sender.lowercased()) == "\(sender)_KEY")
    }

    @Test func nobodySignsWhatTheRolesDoNotLetThemGive() throws {
        let roles = try RolePolicy.load(directory: ShippedFile.url("Ops/policies/china"))
        let register = try DemoSenders(roles).register
        for line in Self.commandLines where line.hasPrefix("redress command ") {
            let words = ShellWords.split(line, variables: [:])
            let verb = words[2]
            let key = words.first { $0.hasPrefix("$") && $0.hasSuffix("_KEY") } ?? "$DESK_KEY"
            let sender = try #require(register.senders.first { "$" + DemoSenders.variable(of: $0.sender) == key })
            let type = try #require(CommandTypes.all.first { $0.contains(".\(verb).v1") })
            let permitted = try #require(roles.roles(mayGive: type))
            #expect(sender.roles.contains(where: permitted.contains), "\(sender.sender) may not \(verb)")
        }
    }

    @Test func theShellGetsEachValueAsItIs() {
        #expect(
            FurtherTries.shell(["B": "k1 a'b", "A": "x"], executables: "/opt/redress") == """
                export A='x'
                export B='k1 a'\\''b'
                export PATH='/opt/redress':"$PATH"

                """)
    }
}

private enum CommandTypes {
    static let all = WorkOrderCommand.Name.allCases.map(\.type) + ClaimCommand.Name.allCases.map(\.type)
}
