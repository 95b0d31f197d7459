import Embedded
import OperatorService
import Seeded

/// The database's disk runs full, and is given room again; where that has ended the server, it is started.
struct DiskFull: Fault {
    private static let words = "No space left on device"
    /// How long it may take until something needs room, in looks of a tenth of a second.
    private static let looks = 150

    func strike(_ ground: Ground, _ chance: inout SplitMix64) throws -> String {
        guard let disk = ground.disk else { throw Unavailable(description: "the database has no disk of its own that could be filled") }
        let postgres = ground.deployment.postgres
        let before = postgres.logged(Self.words)
        try disk.fill()
        var looks = 0
        while postgres.logged(Self.words) == before, looks < Self.looks {
            ground.pause(milliseconds: 100)
            looks += 1
        }
        let hasFailed = looks < Self.looks
        ground.pause(milliseconds: 1_000 + chance.below(3_000))
        try disk.free()
        let hasEnded = try ground.reviveDatabase()
        return "filled the database's disk" + (hasFailed ? "" : ", and nothing needed room")
            + (hasEnded ? "; PostgreSQL ended and was started again" : "")
    }
}
