import Embedded
import OperatorService
import Seeded

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
