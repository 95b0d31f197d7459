import Contracts
import Domain
import Embedded
import Foundation
import Kafka
import Testing

extension EndToEnd {
    /// A gateway carries a message without the keyring: it opens what is for it by its own key, with another's library, and nothing else.
    @Suite struct GatewayTexts {
        private static let redress = Built.executable("redress")

        @Test func aGatewayOpensTheTextsThatAreForItAndAnErasureTakesThemBack() throws {
            let deployment = try Deployment()
            let register = deployment.folder.appending("gateways.yaml")
            let entries = try [("sms-gateway", ["sms"]), ("mail-room", ["letter", "email"])].map { name, media in
                try Run.output(
                    of: Self.redress,
                    ["keys", "gateway", name, "--folder", deployment.folder.path] + media.flatMap { ["--medium", $0] })
            }
            try ("gateways:\n" + entries.joined()).write(toFile: register, atomically: true, encoding: .utf8)
            let policies = Built.file("Ops/policies/china")
            #expect(
                try Run.output(of: Self.redress, ["keys", "check-gateways", register, "--policies", policies]).contains("2 gateways"))
            for service in ServiceName.allCases { try deployment.start(service, ["--gateway-keys", register]) }
            try deployment.waitUntilReady()

            var complaint = Gateway.complaint("13877665500")
            complaint.customer = "韩梅梅"
            complaint.contact = "13877665501"
            try deployment.gateway.submit(complaint)
            let request = try deployment.fact("redress.notification.requested.v1") { $0.text("medium") == "sms" }
            let number = try #require(request.text("complaint"))

            let keys = try Run.output(
                of: "python3", ["-c", Self.finder, Built.file("Ops/contracts")],
                input: JSONSerialization.data(withJSONObject: request.fields)
            )
            .split(separator: "\n").map(String.init)
            #expect(keys.count == 1)
            let text = try deployment.fact("redress.gateway-text.given.v1", keys[0])
            try Outsider.validate([text])
            func opened(by name: String) throws -> Run {
                try Run(
                    "python3", [Built.file("Ops/contracts/open.py"), deployment.folder.appending("\(name).pem")],
                    input: JSONSerialization.data(withJSONObject: text.fields))
            }
            let content = try #require(
                try JSONSerialization.jsonObject(with: Data(opened(by: "sms-gateway").output.utf8)) as? [String: String])
            #expect(
                content == [
                    "notification": request.text("notification"), "line": "13877665500", "contact": "13877665501", "customer": "韩梅梅",
                ])
            #expect(try opened(by: "mail-room").status != 0, "another gateway's text")

            let erased = try Run(
                Self.redress,
                ["retention", "erase", "--complaint", number, "--by", "staff-7001", "--reason", "request R-1", "--even-open"],
                environment: ["DATABASE_URL": deployment.databaseURL("redress_retention")])
            #expect(erased.status == 0, "\(erased.errors)\(erased.output)")
            try deployment.wait("the text is taken back") {
                deployment.ledger.messages.contains { $0.topic == Topic.gatewayTexts.name && $0.value == nil }
            }
            #expect(deployment.ledger.deadLetters.isEmpty)
            #expect(deployment.ledger.breaches.isEmpty, "\(deployment.ledger.breaches)")
        }

        /// What of redress.gateway-texts belongs to a request, as `open.py` tells it.
        private static let finder = """
            import json, sys
            sys.path.insert(0, sys.argv[1])
            from open import text_keys
            print("\\n".join(text_keys(json.load(sys.stdin))))
            """
    }
}
