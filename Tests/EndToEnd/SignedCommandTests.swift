import Contracts
import Domain
import Embedded
import Foundation
import Testing

extension EndToEnd {
    /// Commands where the services are given a register of senders: only who may give one gives it.
    @Suite struct SignedCommands {
        private static let redress = Built.executable("redress")

        /// Makes a sender's key as a person would; gives its entry for the register.
        private func sender(_ name: String, roles: [String], person: String, in folder: String) throws -> String {
            try Run.output(
                of: Self.redress, ["keys", "make", name, "--person", person, "--folder", folder] + roles.flatMap { ["--role", $0] })
        }

        @Test func whoMayNotCommandIsRefusedAnsweredAndSeen() throws {
            let deployment = try Deployment()
            let folder = deployment.folder.path
            let register = deployment.folder.appending("senders.yaml")
            let entries = [
                try sender("desk", roles: ["handler"], person: "handler-7", in: folder),
                try sender("review", roles: ["reviewer"], person: "reviewer-3", in: folder),
            ]
            try ("senders:\n" + entries.joined()).write(toFile: register, atomically: true, encoding: .utf8)
            let checked = try Run.output(of: Self.redress, ["keys", "check", register, "--policies", Built.file("Ops/policies/china")])
            #expect(checked.contains("2 senders"))
            for service in ServiceName.allCases { try deployment.start(service, ["--command-keys", register]) }
            try deployment.waitUntilReady()
            try deployment.gateway.submit(Gateway.complaint("13900000071"))
            let number = ComplaintNumber(try deployment.fact("redress.work-order.dispatched.v1").key)

            try deployment.gateway.command(CommandMessage(.accept, complaint: number, by: "handler-7"), id: "unsigned")
            let unsigned = try deployment.fact("redress.work-order.command-rejected.v1") { $0.text("commandID") == "unsigned" }
            #expect(unsigned.fault?.field == "dssematerial" && unsigned.fault?.problem == "is missing")

            func command(_ verb: String, by: String, with key: String, _ more: String...) throws -> Int32? {
                try Run(
                    Self.redress,
                    ["command", verb, number.rawValue, "--by", by, "--sign-with", deployment.folder.appending(key), "--wait", "60s"] + more,
                    environment: ["KAFKA_BOOTSTRAP_SERVERS": deployment.broker.bootstrapServers]
                ).status
            }
            #expect(try command("accept", by: "handler-7", with: "desk.pem", "--id", "unsigned") == 0, "the true command of the forged id")
            #expect(try command("answer", by: "handler-9", with: "desk.pem", "--answer", "Done.") == 1, "nobody the desk speaks for")
            #expect(try command("approve-answer", by: "handler-7", with: "desk.pem") == 1, "no role of the desk's")
            #expect(try command("approve-answer", by: "reviewer-3", with: "review.pem") == 1, "let in, but there is no answer yet")

            let dispatch = try deployment.endpoint(.dispatch)
            #expect(dispatch.metric("redress_commands_refused_total") == 3)
            #expect(dispatch.metric("redress_messages_total", "outcome=\"refused\"") == 3)
            let audit = deployment.allLogs.filter { $0.contains("command refused") }
            #expect(audit.count == 3)
            #expect(audit.count { $0.contains("\"sender\":\"desk\"") } == 2 && audit.count { $0.contains("\"sender\":\"unknown\"") } == 1)
            _ = try deployment.fact("redress.work-order.accepted.v1")
            #expect(deployment.ledger.facts("redress.work-order.accepted.v1").count == 1)
            #expect(deployment.ledger.deadLetters.isEmpty)
        }
    }
}
