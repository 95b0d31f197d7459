import Embedded
import OperatorService
import Seeded

/// Two processes are stopped for longer than their sessions with the brokers last, and go on where they were: zombies.
struct ServicesFrozen: Fault {
    func strike(_ ground: Ground, _ chance: inout SplitMix64) throws -> String {
        let names = Array(Ground.services.shuffled(using: &chance).prefix(2))
        let victims = try names.map { try ground.instance(of: $0, &chance) }
        for victim in victims { victim.process.suspend() }
        let milliseconds = Ground.sessionMilliseconds + 500 + chance.below(2_000)
        ground.pause(milliseconds: milliseconds)
        for victim in victims { victim.process.resume() }
        return "froze \(names.joined(separator: " and ")) for \(milliseconds) ms"
    }
}
