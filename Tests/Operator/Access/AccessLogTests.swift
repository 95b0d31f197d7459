import CommandLine
import Domain
import Foundation
import Postgres
import Testing

@testable import OperatorService

@Suite(.serialized) struct AccessLogTests {
    private static let key = "k1 " + String(repeating: "A", count: 43) + "="

    private func arguments(_ words: String...) throws -> Arguments {
        try CommandLines.parse(words + ["--database-url", MigratedDatabase.operatorURL()])
    }

    private func log() throws -> AccessLog { AccessLog(try OperationsSchema.connect(arguments("access", "list"))) }

    @Test func whoRevealsIsNotedWithComplaintAndReasonBeforeAnythingIsShown() throws {
        let subject = "C-\(UUID().uuidString)"
        let revealing = try Revealing(
            arguments("show", subject, "--reveal", "--sealing-key", Self.key, "--by", "staff-1042", "--reason", "the customer asks"),
            subject: subject, command: "show")
        #expect(revealing != nil)
        let entry = try #require(try log().entries(subject: subject, actor: nil, since: nil).first)
        #expect(entry.actor == "staff-1042" && entry.reason == "the customer asks", "S041: who saw what")
        #expect(entry.login == PeopleRole.operators.name, "the server notes the login itself")
        #expect(try log().entries(subject: subject, actor: "staff-7", since: nil).isEmpty)
    }

    @Test(arguments: [["--by", "staff-1042"], ["--reason", "x"], ["--by", "staff-1042", "--reason", "  "]])
    func nothingIsRevealedWithoutStaffNumberAndReason(given: [String]) throws {
        let subject = "C-\(UUID().uuidString)"
        let words = ["show", subject, "--reveal", "--sealing-key", Self.key] + given
        let arguments = try CommandLines.parse(words + ["--database-url", MigratedDatabase.operatorURL()])
        #expect(throws: UsageError.self, "S115: strictly confidential") {
            _ = try Revealing(arguments, subject: subject, command: "show")
        }
        #expect(try log().entries(subject: subject, actor: nil, since: nil).isEmpty)
    }

    @Test func withoutRevealNothingIsNoted() throws {
        #expect(try Revealing(arguments("show", "C1"), subject: "C1", command: "show") == nil)
    }

    @Test func theLogIsOnlyAddedTo() throws {
        let connection = try OperationsSchema.connect(arguments("access", "list"))
        for sql in [
            "UPDATE access_log SET actor = 'x'", "DELETE FROM access_log",
            "INSERT INTO access_log (at, actor, subject, command, reason) VALUES (now(), 'a', 'b', 'c', 'd')",
        ] {
            let error = #expect(throws: PostgresError.self) {
                try connection.run([Statement("BEGIN READ WRITE"), Statement(sql), Statement("COMMIT")])
            }
            #expect(error?.sqlState == "42501", "\(sql)")
            try connection.rollback()
        }
    }
}
