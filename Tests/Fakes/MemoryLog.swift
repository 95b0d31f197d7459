public import Kafka
public import Runtime

/// One worker's consumer and producer on a broker in memory. Nothing moves by itself: the test delivers, assigns and revokes.
public final class MemoryLog: MessageLog {
    private let broker: MemoryBroker
    /// Chooses a number below the bound; what makes one run differ from another.
    private let choose: (Int) -> Int
    private var pending: [ConsumerEvent] = []
    private var reports: [DeliveryReport] = []
    private var positions: [TopicPartition: Int64] = [:]
    public private(set) var inFlight: [ProducedMessage] = []
    /// A dead worker's calls reach nobody.
    public var isDead = false
    /// How many messages the producer takes at once; fewer is a full queue.
    public var queueRoom = Int.max
    public private(set) var isClosed = false
    private var hasGap = false
    /// Whether the broker answers when asked.
    public var answers = true
    /// Asked before each call that may fail; an error is thrown and nothing happened.
    public var mishap: (String) -> KafkaError? = { _ in nil }
    /// Partitions whose messages do not arrive for the time being.
    public var withheld: Set<TopicPartition> = []
    /// How many messages of a partition come together at most.
    private let portion: Int

    public init(_ broker: MemoryBroker, portion: Int = 3, choose: @escaping (Int) -> Int = { _ in 0 }) {
        self.broker = broker
        self.portion = portion
        self.choose = choose
    }

    public func give(_ partitions: [TopicPartition]) { pending.append(.assigned(partitions)) }

    public func takeBack(_ partitions: [TopicPartition], lost: Bool = false) { pending.append(.revoked(partitions, lost: lost)) }

    public func emit(_ event: ConsumerEvent) { pending.append(event) }

    /// The broker takes so many of the messages in flight, in order, and confirms them.
    public func deliver(_ count: Int = .max) {
        guard !hasGap else { return }
        for message in inFlight.prefix(count) {
            let (place, offset) = broker.append(
                topic: message.topic, partition: message.partition, key: message.key, value: message.value,
                headers: message.headers.map { ($0.name, $0.value) })
            reports.append(DeliveryReport(token: message.token, partition: place.partition, offset: offset))
        }
        inFlight.removeFirst(min(count, inFlight.count))
    }

    /// An earlier start takes effect late: the partition is read from its beginning once more.
    public func fallBack(_ partition: TopicPartition) {
        if positions[partition] != nil { positions[partition] = 0 }
    }

    /// The broker refuses the oldest message for good: none after it gets through until the producer is purged.
    public func refuseOldest(_ error: KafkaError) {
        guard !inFlight.isEmpty else { return }
        hasGap = true
        reports.append(DeliveryReport(token: inFlight.removeFirst().token, partition: 0, offset: -1, error: error))
    }

    public func poll(limit: Int, timeoutMilliseconds: Int) -> LogPoll {
        guard !isDead else { return LogPoll() }
        defer { reports = [] }
        if !pending.isEmpty { return LogPoll(events: [pending.removeFirst()], reports: reports) }
        return LogPoll(events: fetch(limit).map { .message($0) }, reports: reports)
    }

    /// Any of the partitions, in any turn; each in order.
    private func fetch(_ limit: Int) -> [ConsumedMessage] {
        var fetched: [ConsumedMessage] = []
        var open = positions.keys.filter { !withheld.contains($0) }.sorted()
        while fetched.count < limit, !open.isEmpty {
            let index = choose(open.count)
            let place = open[index]
            let found = broker.read(place, from: max(0, positions[place] ?? 0), limit: min(limit - fetched.count, 1 + choose(portion)))
            if found.isEmpty {
                open.remove(at: index)
            } else {
                fetched += found
                positions[place] = (found.last?.offset ?? 0) + 1
            }
        }
        return fetched
    }

    private func call(_ name: String) throws(KafkaError) {
        if let error = mishap(name) { throw error }
    }

    public func assign(_ starts: [StartPosition]) throws(KafkaError) {
        try call("assign")
        positions = Dictionary(uniqueKeysWithValues: starts.map { ($0.partition, $0.offset) })
    }

    public func unassign() throws(KafkaError) {
        try call("unassign")
        positions = [:]
    }

    /// How often it joined as another member; the test hands partitions out.
    public private(set) var rejoins = 0

    public func rejoin() throws(KafkaError) {
        try call("rejoin")
        rejoins += 1
        pending = []
        positions = [:]
    }

    public func send(_ messages: [ProducedMessage]) throws(KafkaError) -> Int {
        guard !isDead else { return messages.count }
        try call("send")
        let taken = min(messages.count, max(0, queueRoom - inFlight.count))
        inFlight += messages.prefix(taken)
        return taken
    }

    public func purge() throws(KafkaError) {
        try call("purge")
        inFlight = []
        reports = []
        hasGap = false
    }

    public func publishProgress(_ positions: [StartPosition]) {}

    public func isReachable() -> Bool { answers }

    public func partitionCount(of topic: String) throws(KafkaError) -> Int? {
        try call("partition count")
        return broker.partitionCounts[topic]
    }

    public func endOffset(of partition: TopicPartition) -> Int64? { Int64(broker.records[partition]?.count ?? 0) }

    public func bounds(of partition: TopicPartition) throws(KafkaError) -> Range<Int64> {
        try call("bounds")
        return broker.bounds(of: partition)
    }

    public func last(_ count: Int, of topics: [String]) throws(KafkaError) -> [ConsumedMessage] {
        try call("last")
        return broker.records.keys.filter { topics.contains($0.topic) }.sorted().flatMap { place in
            broker.read(place, from: max(0, (endOffset(of: place) ?? 0) - Int64(count)), limit: count)
        }
    }

    public func flush(timeoutMilliseconds: Int) -> [DeliveryReport] {
        guard !isDead else { return [] }
        deliver()
        defer { reports = [] }
        return reports
    }

    public func close() {
        isClosed = true
        positions = [:]
    }
}
