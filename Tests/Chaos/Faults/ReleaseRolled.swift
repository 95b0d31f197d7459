import OperatorService
import Seeded

/// The services run as the previous release; the schema is brought up to this one's, every process is replaced, one after the other, by one of
/// this release, and then by one of the previous again.
struct ReleaseRolled: Fault {
    /// How long all services run as this release, in milliseconds.
    private static let stayMilliseconds = 2_000

    func strike(_ ground: Ground, _ chance: inout SplitMix64) throws -> String {
        guard let previous = ground.previous else { throw Unavailable(description: "--previous names no release to come from") }
        let began = ContinuousClock.now
        ground.take(nil)
        try ground.deployment.migrate()
        try roll(ground)
        ground.pause(milliseconds: Self.stayMilliseconds)
        ground.take(previous)
        try roll(ground)
        let seconds = Round.tenths((.now - began) / .seconds(1))
        return "migrated, and replaced \(ground.deployment.services.count) processes by this release and back in \(seconds) s"
    }

    /// As the runbook has it: one at a time, the next only when the new one is ready.
    private func roll(_ ground: Ground) throws {
        for old in ground.deployment.services {
            try ground.deployment.stop(old)
            try ground.deployment.launch(old.name).waitUntilReady()
        }
    }
}
