package import Fakes
package import Kafka
package import Runtime
package import Seeded

/// One worker of one service, with its own consumer, producer and connection.
package final class ServiceInstance {
    package let worker: Worker
    package let log: MemoryLog
    package let store: MemoryStore
    private(set) var held: [TopicPartition] = []

    package init(worker: Worker, log: MemoryLog, store: MemoryStore) {
        self.worker = worker
        self.log = log
        self.store = store
    }

    /// Gives it another share of the partitions. A former owner may hear of it late and go on as a zombie.
    package func hold(_ share: [TopicPartition], _ chance: inout SplitMix64) {
        if share == held { return }
        if !held.isEmpty, chance.happens(oneIn: 2) || !share.isEmpty { log.takeBack(held) }
        if !share.isEmpty { log.give(share) }
        held = share
    }
}
