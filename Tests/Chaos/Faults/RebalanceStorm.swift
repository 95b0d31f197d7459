import OperatorService
import Seeded

/// Every two seconds a worker joins or leaves, each time of another service, so that lanes change hands all the time.
struct RebalanceStorm: Fault {
    private static let changes = 4

    func strike(_ ground: Ground, _ chance: inout SplitMix64) throws -> String {
        var joined: [String] = []
        for change in 0..<Self.changes {
            if change % 2 == 0 {
                let name = Ground.services[chance.below(Ground.services.count)]
                try ground.deployment.launch(name)
                joined.append(name)
            } else if let name = joined.last {
                try ground.deployment.stop(try ground.instance(of: name, &chance))
            }
            ground.pause(milliseconds: 2_000)
        }
        return "joined and left: \(joined.joined(separator: ", "))"
    }
}
