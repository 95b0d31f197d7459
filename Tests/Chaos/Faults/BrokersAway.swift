import Embedded
import Seeded

/// All brokers are killed and stay away for a minute.
struct BrokersAway: Fault {
    private static let seconds = 60

    func strike(_ ground: Ground, _ chance: inout SplitMix64) throws -> String {
        let nodes = Array(0..<ground.brokers.nodeCount).shuffled(using: &chance)
        for node in nodes { ground.brokers.kill(node: node) }
        ground.pause(milliseconds: Self.seconds * 1000)
        try ground.brokers.restart(nodes: nodes)
        return "killed all brokers for \(Self.seconds) s"
    }
}
