import Contracts
import Crypto
import Domain
import Fakes
import Foundation
import Kafka
import Policies
import Runtime

/// What all services of a simulation share: a broker, a clock, a policy pack and the keys.
final class SimulationStage {
    static let partitions = 2
    /// A Monday in a year whose holidays are published.
    static let start = Instant(milliseconds: 1_772_413_200_000)

    let broker: MemoryBroker
    let clock: ManualClock
    let observer = RecordingObserver()
    let pack: PolicyPack
    let sealing: SealingGuard
    let gate: CommandGate

    init(_ pack: PolicyPack, gate: CommandGate = .open, from start: Instant = SimulationStage.start) throws {
        self.pack = pack
        self.gate = gate
        clock = ManualClock(start)
        broker = MemoryBroker(
            topics: Dictionary(uniqueKeysWithValues: Topic.all.map { ($0.name, $0 == .deadLetters ? 1 : Self.partitions) }))
        let key = try SealingKey(Data(repeating: 7, count: SealingKey.length))
        sealing = try SealingGuard(keyring: Keyring(current: "k1", keys: ["k1": key]), lineKey: key, givesCustomersKeys: true)
    }
}
