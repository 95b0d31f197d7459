import Embedded
import Seeded

/// All brokers are killed, stay away for a minute, and come back one after another, as after a power cut.
struct BrokersAway: Fault {
    private static let seconds = 60
    /// How many seconds may lie between the return of one and of the next.
    private static let apart = 0...10

    func strike(_ ground: Ground, _ chance: inout SplitMix64) throws -> String {
        let nodes = Array(0..<ground.brokers.nodeCount).shuffled(using: &chance)
        for node in nodes { ground.brokers.kill(node: node) }
        ground.pause(milliseconds: Self.seconds * 1000)
        let apart = chance.below(Self.apart.count)
        try ground.brokers.restart(nodes: nodes, apartSeconds: Double(apart))
        return "killed all brokers for \(Self.seconds) s; they came back \(apart) s apart"
    }
}
