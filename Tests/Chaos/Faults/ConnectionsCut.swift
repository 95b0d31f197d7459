import OperatorService
import Postgres
import Seeded

/// The services' connections to the database are cut, again and again.
struct ConnectionsCut: Fault {
    private static let cut = Statement(
        "SELECT count(*) FROM (SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename LIKE 'redress\\_%') AS cut")

    func strike(_ ground: Ground, _ chance: inout SplitMix64) throws -> String {
        let connection = try PostgresConnection(ground.deployment.administratorURL, applicationName: "redress-chaos")
        var count: Int64 = 0
        for _ in 0..<6 {
            count += try connection.execute(Self.cut).int8(0, 0)
            ground.pause(milliseconds: 200 + chance.below(700))
        }
        guard count > 0 else { throw Unavailable(description: "no connection of a service was there to be cut") }
        return "cut \(count) connections to PostgreSQL"
    }
}
