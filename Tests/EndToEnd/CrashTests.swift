import Contracts
import Domain
import Embedded
import Foundation
import Kafka
import Testing

extension EndToEnd {
    /// Services that are killed, joined and left under load, and exact counts afterwards.
    @Suite struct Crashes {
        @Test func whicheverServiceIsKilledEveryComplaintAlertAndMessageIsThereOnce() throws {
            let deployment = try Deployment { Load.configure(&$0) }
            try deployment.startAll()
            var load = Load(count: 2_000, seed: 20_260_401)
            // Each service dies twice, in an order that the seed draws, spread over the time in which the complaints come in.
            var deaths = (ServiceName.allCases + ServiceName.allCases).shuffled(using: &load.chance)

            try load.send(to: deployment, parts: deaths.count) {
                let victim = try deployment.instance(deaths.removeFirst())
                deployment.kill(victim)
                try deployment.start(victim.service)
            }
            try load.waitUntilAllIsDone(in: deployment)

            load.check(deployment.ledger)
        }

        @Test func instancesThatJoinAndLeaveShareTheLanesAndNothingIsLostOrDoubled() throws {
            let deployment = try Deployment { Load.configure(&$0) }
            try deployment.startAll()
            var load = Load(count: 600, seed: 7)
            let first = deployment.instances

            try load.send(to: deployment, parts: 3) { [first] in
                if deployment.instances.count == first.count {
                    for service in ServiceName.allCases { try deployment.start(service) }
                    try deployment.waitUntilReady()
                    try deployment.wait("the newcomers have lanes") {
                        deployment.instances.filter { instance in !first.contains { $0 === instance } }.allSatisfy { instance in
                            instance.log.contains { $0.contains("lanes taken") }
                        }
                    }
                } else if deployment.instances.contains(where: { $0 === first[0] }) {
                    for instance in first { #expect(deployment.stop(instance) == .exited(0)) }
                }
            }
            try load.waitUntilAllIsDone(in: deployment)

            load.check(deployment.ledger)
        }
    }
}
