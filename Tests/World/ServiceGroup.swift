import Domain
import Fakes
import Kafka
import Policies
import Runtime
import Seeded

/// One service: its database, and the workers that share its partitions.
final class ServiceGroup {
    let definition: ServiceDefinition
    var database = MemoryDatabase()
    private(set) var instances: [ServiceInstance] = []
    let inputs: [String]
    private let stage: SimulationStage

    init(_ definition: ServiceDefinition, on stage: SimulationStage) {
        self.definition = definition
        self.stage = stage
        inputs = definition.handlers(stage.pack, stage.sealing, stage.gate, .none).flatMap { $0.group.topics.map(\.name) }
    }

    /// - Parameters:
    ///   - portion: how many messages of a partition come together at most.
    ///   - mishap: asked before each call to the database.
    ///   - brokerMishap: asked before each call to the broker.
    func start(
        settings: WorkerSettings, portion: Int = 3, choose: @escaping (Int) -> Int,
        mishap: @escaping (ServiceInstance) -> MemoryStore.Mishap?,
        brokerMishap: @escaping (ServiceInstance, String) -> KafkaError? = { _, _ in nil }
    ) {
        let log = MemoryLog(stage.broker, portion: portion, choose: choose)
        let store = MemoryStore(database)
        let worker = Worker(
            service: definition.name, handlers: definition.handlers(stage.pack, stage.sealing, stage.gate, .none), log: log, store: store,
            clock: stage.clock, sealer: stage.sealing, observer: stage.observer, settings: settings)
        let instance = ServiceInstance(worker: worker, log: log, store: store)
        store.mishap = { [unowned instance] in mishap(instance) }
        log.mishap = { [unowned instance] in brokerMishap(instance, $0) }
        instances.append(instance)
    }

    func remove(_ instance: ServiceInstance) { instances.removeAll { $0 === instance } }

    func killAll() {
        for instance in instances { instance.log.isDead = true }
        instances = []
    }

    /// Hands the partitions out again, the same numbers of all topics to one worker.
    func rebalance(_ chance: inout SplitMix64) {
        let owners = (0..<SimulationStage.partitions).map { _ in chance.below(instances.count) }
        for (index, instance) in instances.enumerated() {
            let share = inputs.flatMap { topic in
                owners.indices.filter { owners[$0] == index }.map { TopicPartition(topic: topic, partition: Int32($0)) }
            }
            instance.hold(share, &chance)
        }
    }
}
