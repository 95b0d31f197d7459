import Contracts
import Domain
import Foundation
import Kafka
import Testing

extension EndToEnd {
    /// A gateway with a bug sends what cannot be taken, and nothing else than its own messages suffers.
    @Suite struct Floods {
        @Test func aGatewayWithABugIsStoppedAloneAndAnotherCustomerIsServed() throws {
            let deployment = try Deployment()
            try deployment.startAll()
            let intake = try deployment.endpoint(.intake)
            try deployment.gateway.send((0..<1_500).map { faulty($0, deployment) })
            try deployment.gateway.submit(Gateway.complaint("13911111111"))

            _ = try deployment.fact("redress.complaint.registered.v1")
            try deployment.wait("the gateway is in quarantine, and all it sent is read") {
                intake.metric("redress_sources_quarantined") == 1 && intake.metric("redress_lag_messages") == 0
            }
            #expect(intake.get("/readyz") == Endpoint.Answer(status: 200, body: "ok\n"), "nobody has to start anything again")
            #expect(intake.get("/livez").status == 200)
            #expect(intake.metric("redress_messages_total", "outcome=\"quarantined\"") > 500)
            #expect(deployment.ledger.breaches.isEmpty)
        }

        /// An amount where an object is expected, as a gateway's new release might send it.
        private func faulty(_ number: Int, _ deployment: Deployment) -> ProducedMessage {
            let line = "1380\(1_000_000 + number)"
            let event = CloudEvent(
                id: "buggy-\(number)", source: "/gateway/buggy", type: "redress.intake.submitted.v1",
                data: Data(#"{"line":"\#(line)","channel":"hotline","description":"x","disputedAmount":10}"#.utf8))
            return ProducedMessage(
                topic: Topic.intake.name, key: Data(line.utf8), value: event.data, headers: CloudEventWriter.headers(for: event))
        }
    }
}
