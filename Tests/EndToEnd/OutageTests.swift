import Contracts
import Domain
import Embedded
import Foundation
import Kafka
import Testing

extension EndToEnd {
    /// Servers that go away and come back: nothing is lost, nothing is dead-lettered, and the services say how they are.
    @Suite struct Outages {
        @Test func whilePostgreSQLIsAwayServicesWaitAndAfterwardsAllIsThereOnce() throws {
            let deployment = try Deployment()
            try deployment.startAll()
            try submit(0..<50, to: deployment)
            try deployment.wait("the first complaints are dispatched") { dispatched(deployment) == 50 }

            deployment.postgres.stop(.immediate)
            try submit(50..<100, to: deployment)
            // It has something to store; who has nothing to do need not notice.
            try expectAway("PostgreSQL", .intake, deployment)
            try deployment.postgres.restart()

            try submit(100..<150, to: deployment)
            try deployment.wait("all complaints are dispatched") { dispatched(deployment) == 150 }
            try deployment.waitUntilReady()
            try check(deployment, count: 150)
        }

        @Test func whileNoBrokerAnswersServicesWaitAndAfterwardsAllIsThereOnce() throws {
            let deployment = try Deployment()
            guard let outage = BrokerOutage(deployment.broker) else { return }
            try deployment.startAll()
            try submit(0..<50, to: deployment)
            try deployment.wait("the first complaints are dispatched") { dispatched(deployment) == 50 }

            outage.begin()
            for service in ServiceName.allCases { try expectAway("no Kafka broker answers", service, deployment) }
            try outage.end()
            try deployment.waitUntilReady()

            try submit(50..<100, to: deployment)
            try deployment.wait("all complaints are dispatched") { dispatched(deployment) == 100 }
            try deployment.waitUntilReady()
            try check(deployment, count: 100)
        }

        private func submit(_ numbers: Range<Int>, to deployment: Deployment) throws {
            try deployment.gateway.send(numbers.map { deployment.gateway.message(Gateway.complaint("139\(20_000_000 + $0)")) })
        }

        private func dispatched(_ deployment: Deployment) -> Int { deployment.ledger.facts("redress.work-order.dispatched.v1").count }

        private func expectAway(_ words: String, _ service: ServiceName, _ deployment: Deployment) throws {
            let endpoint = try deployment.endpoint(service)
            try deployment.wait("\(service) says that a server is away") {
                let answer = endpoint.get("/readyz")
                return answer.status == 503 && answer.body.contains(words)
            }
            #expect(endpoint.get("/livez") == Endpoint.Answer(status: 200, body: "ok\n"), "a restart would not mend it")
        }

        private func check(_ deployment: Deployment, count: Int) throws {
            // The customer at once; the unit's new work orders wait for its digest.
            try deployment.wait("each customer is told, and each unit's notice collected") {
                deployment.ledger.facts("redress.notification.requested.v1").count == count
                    && deployment.ledger.facts("redress.staff-notice.collected.v1").count == count
            }
            let registered = deployment.ledger.facts("redress.complaint.registered.v1")
            #expect(registered.count == count)
            #expect(Set(registered.map(\.key)).count == count)
            #expect(deployment.ledger.deadLetters.isEmpty)
            #expect(deployment.ledger.breaches.isEmpty)
            for instance in deployment.instances { #expect(instance.process.isRunning, "\(instance.service)") }
        }
    }
}

/// How a broker is made to go away and come back; `nil` for one that is not ours.
struct BrokerOutage {
    let begin: () -> Void
    let end: () throws -> Void

    init?(_ broker: any KafkaBroker) {
        switch broker {
        case let mock as MockBroker:
            begin = { mock.goDown() }
            end = { mock.comeUp() }
        case let apache as ApacheKafka:
            begin = { apache.kill() }
            end = { try apache.restart() }
        default: return nil
        }
    }
}
