import Contracts
import Domain
import Embedded
import Foundation
import Kafka
import Postgres
import Testing

extension EndToEnd {
    /// A primary that does not take writes any more, as after a failover: the session is given up, and all goes on without help once there is one
    /// that does.
    @Suite struct Failovers {
        @Test func aSessionThatMayNotWriteIsNotKeptOnceAnotherMay() throws {
            let deployment = try Deployment()
            try deployment.startAll()
            try submit(0..<1, to: deployment)
            try deployment.wait("the first complaint is registered") { registered(deployment) == 1 }
            let owner = try PostgresConnection(deployment.databaseURL("postgres"), applicationName: "owner", connectTimeoutSeconds: 60)

            try owner.script(
                """
                ALTER ROLE redress_intake IN DATABASE \(deployment.database) SET default_transaction_read_only = on;
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'redress_intake' AND datname = current_database();
                """)
            try submit(1..<31, to: deployment)
            let intake = try deployment.endpoint(.intake)
            try deployment.wait("intake says why it does not work") {
                let answer = intake.get("/readyz")
                return answer.status == 503 && answer.body.contains("PostgreSQL") && answer.body.contains("read-only")
            }
            #expect(intake.get("/livez").status == 200, "waiting helps, and a restart would not")

            // Only the role is mended: whoever kept a session from before would stay read-only for good.
            try owner.script("ALTER ROLE redress_intake IN DATABASE \(deployment.database) RESET default_transaction_read_only")
            try deployment.wait("all are registered, without help") { registered(deployment) == 31 }
            try deployment.waitUntilReady()
            let facts = deployment.ledger.facts("redress.complaint.registered.v1")
            #expect(Set(facts.map(\.key)).count == 31, "once each")
            #expect(deployment.ledger.deadLetters.isEmpty)
            #expect(deployment.ledger.breaches.isEmpty)
        }

        @Test func rightsThatAreTakenAwayAreWaitedForUntilTheyAreThereAgain() throws {
            let deployment = try Deployment()
            try deployment.startAll()
            try submit(0..<1, to: deployment)
            try deployment.wait("the first complaint is registered") { registered(deployment) == 1 }
            let owner = try PostgresConnection(deployment.databaseURL("postgres"), applicationName: "owner", connectTimeoutSeconds: 60)
            try owner.script("REVOKE ALL ON ALL TABLES IN SCHEMA intake FROM redress_intake")
            try submit(1..<6, to: deployment)
            let intake = try deployment.endpoint(.intake)
            try deployment.wait("intake says what it may not do") {
                let answer = intake.get("/readyz")
                return answer.status == 503 && answer.body.contains("permission denied")
            }
            #expect(intake.get("/livez").status == 200)

            try owner.script("GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA intake TO redress_intake")
            try deployment.wait("all are registered, without help") { registered(deployment) == 6 }
            #expect(deployment.ledger.deadLetters.isEmpty)
        }

        private func submit(_ numbers: Range<Int>, to deployment: Deployment) throws {
            try deployment.gateway.send(numbers.map { deployment.gateway.message(Gateway.complaint("139\(30_000_000 + $0)")) })
        }

        private func registered(_ deployment: Deployment) -> Int { deployment.ledger.facts("redress.complaint.registered.v1").count }
    }
}
