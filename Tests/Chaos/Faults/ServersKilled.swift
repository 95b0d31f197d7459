import Embedded
import OperatorService
import Seeded

/// One of the three brokers is killed, which may be the controllers' leader, and started again with what it had.
struct BrokerKilled: Fault {
    func strike(_ ground: Ground, _ chance: inout SplitMix64) throws -> String {
        let node = chance.below(ground.brokers.nodeCount)
        ground.brokers.kill(node: node)
        let milliseconds = 2_000 + chance.below(3_000)
        ground.pause(milliseconds: milliseconds)
        try ground.brokers.restart(node: node)
        return "killed broker \(node + 1) for \(milliseconds) ms"
    }
}

/// The database server is killed, with whatever it was about to commit.
struct PostgresKilled: Fault {
    func strike(_ ground: Ground, _ chance: inout SplitMix64) throws -> String {
        ground.deployment.postgres.killServer()
        let milliseconds = 500 + chance.below(3_500)
        ground.pause(milliseconds: milliseconds)
        try ground.deployment.postgres.restart()
        return "killed PostgreSQL for \(milliseconds) ms"
    }
}
