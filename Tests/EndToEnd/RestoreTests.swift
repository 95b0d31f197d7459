import Contracts
import Domain
import Embedded
import Foundation
import Kafka
import Testing

extension EndToEnd {
    /// The runbook `Ops/runbooks/restore.md`, step by step, on the built product.
    @Suite struct Restores {
        @Test func aServiceWhoseDatabaseWasRestoredStopsAndSaysWhatIsMissingAndAGoodCopyLetsItGoOn() throws {
            let deployment = try Deployment()
            try deployment.startAll()
            try submit(0..<20, to: deployment)
            try deployment.wait("the first complaints are dispatched") { dispatched(deployment).count == 20 }
            let known = dispatched(deployment)
            let early = try Backup(of: .dispatch, deployment, "early")
            try submit(20..<50, to: deployment)
            try deployment.wait("all complaints are dispatched") { dispatched(deployment).count == 50 }
            try deployment.wait("each customer is told", until: { told(deployment) == 50 })
            try deployment.stop(deployment.instance(.dispatch))
            let late = try Backup(of: .dispatch, deployment, "late")

            try early.restore()
            let dispatch = try deployment.start(.dispatch)
            let endpoint = try dispatch.endpoint()
            try deployment.wait("dispatch says that its database is behind") {
                let answer = endpoint.get("/readyz")
                return answer.status == 503 && answer.body.contains("redress restore check --service dispatch")
            }
            #expect(endpoint.get("/livez").status == 200, "a restart would not mend it")
            let check = try self.check(.dispatch, deployment)
            #expect(check.status == 1)
            let report = try JSONDecoder().decode(Report.self, from: Data(check.output.utf8))
            #expect(Set(report.forgotten.map(\.key)) == dispatched(deployment).subtracting(known))
            #expect(report.lanes.allSatisfy { $0.gone == 0 })
            #expect(try self.check(.intake, deployment).status == 0)

            try late.restore()
            try deployment.waitUntilReady()
            #expect(try self.check(.dispatch, deployment).status == 0)
            try submit(50..<60, to: deployment)
            try deployment.wait("the new complaints are dispatched, too") { dispatched(deployment).count == 60 }
            #expect(deployment.ledger.breaches.isEmpty, "\(deployment.ledger.breaches.prefix(5))")
            #expect(deployment.ledger.deadLetters.isEmpty)
        }

        private struct Report: Decodable {
            struct Key: Decodable {
                let key: String
            }
            struct Lane: Decodable {
                let gone: Int64
            }
            let forgotten: [Key]
            let lanes: [Lane]
        }

        private func submit(_ numbers: Range<Int>, to deployment: Deployment) throws {
            try deployment.gateway.send(numbers.map { deployment.gateway.message(Gateway.complaint("139\(30_000_000 + $0)")) })
        }

        private func dispatched(_ deployment: Deployment) -> Set<String> {
            Set(deployment.ledger.facts("redress.work-order.dispatched.v1").map(\.key))
        }

        private func told(_ deployment: Deployment) -> Int { deployment.ledger.facts("redress.notification.requested.v1").count }

        private func check(_ service: ServiceName, _ deployment: Deployment) throws -> Run {
            try Run(
                Built.executable("redress"), ["restore", "check", "--service", "\(service)", "--json"],
                environment: [
                    "KAFKA_BOOTSTRAP_SERVERS": deployment.broker.bootstrapServers,
                    "DATABASE_URL": deployment.databaseURL("redress_operator"), "PGPASSWORD": "secret",
                ])
        }
    }
}
