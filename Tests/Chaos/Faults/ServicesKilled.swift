import OperatorService
import Seeded

/// One process of each service is killed, one after the other, and started again at once.
struct ServicesKilled: Fault {
    func strike(_ ground: Ground, _ chance: inout SplitMix64) throws -> String {
        let order = Ground.services.shuffled(using: &chance)
        for name in order {
            let victim = try ground.instance(of: name, &chance)
            ground.deployment.kill(victim)
            try ground.deployment.launch(name)
            ground.pause(milliseconds: 200 + chance.below(600))
        }
        return "killed \(order.joined(separator: ", "))"
    }
}
