import Kafka

/// The worker as a member of its consumer group: whether brokers are there and accept it, what share it has, and whether it has to join again.
struct GroupMember {
    private let log: any MessageLog
    private let clock: any RuntimeClock
    private let observer: any WorkerObserver
    private let rejoinAfter: Int64
    private var membership: GroupMembership
    private var broker = BrokerHealth()

    init(_ log: any MessageLog, _ clock: any RuntimeClock, _ observer: any WorkerObserver, _ settings: WorkerSettings) {
        self.log = log
        self.clock = clock
        self.observer = observer
        rejoinAfter = settings.rejoinAfterMilliseconds
        membership = GroupMembership(pause: settings.consumerBackoffMilliseconds)
    }

    // MARK: Shares

    /// What the group gave it, in order.
    var assigned: [TopicPartition] { membership.assigned.sorted() }

    var isAssigned: Bool { membership.isAssigned }

    mutating func assign(_ partitions: [TopicPartition]) {
        membership.assign(partitions)
        broker.accepted(sending: false)
    }

    mutating func revoke() {
        membership.revoke()
        do {
            try log.unassign()
        } catch {
            observer.notice(.brokerSays(level: 3, text: error.description))
        }
    }

    /// Lanes were taken from it.
    mutating func moved() {
        membership.moved(at: clock.monotonicMilliseconds())
        observer.notice(.moved)
    }

    /// Reads nothing for now, and stays in the group.
    func restReading() {
        guard membership.isAssigned else { return }
        do {
            try log.assign([])
        } catch {
            observer.notice(.brokerSays(level: 4, text: error.description))
        }
    }

    // MARK: Brokers

    mutating func brokerIsAway(_ reason: String) {
        if broker.away(at: clock.monotonicMilliseconds()) { observer.notice(.outageBegan(server: "Kafka", reason: reason)) }
    }

    mutating func brokerAnswers() {
        if broker.answered() { observer.notice(.outageEnded(server: "Kafka")) }
    }

    /// Something of that kind has gone well: the brokers accept the worker.
    mutating func accepted(sending isOfSending: Bool) { broker.accepted(sending: isOfSending) }

    /// Logs a refusal once, and keeps it for the health endpoints.
    mutating func noteRefusal(_ error: KafkaError, sending isOfSending: Bool) {
        guard error.isRefusal || error.mentionsProtocol else { return observer.notice(.brokerSays(level: 4, text: error.description)) }
        if broker.refused(error, sending: isOfSending) { observer.notice(.unusable(reason: "Kafka: \(error)")) }
    }

    // MARK: What it looks after in each round

    mutating func keepUp() {
        probeBroker()
        rebuildConsumer()
        lookForBroker()
        rejoinIfForgotten()
    }

    private mutating func probeBroker() {
        if broker.isProbeDue(at: clock.monotonicMilliseconds()), log.isReachable() { brokerAnswers() }
    }

    /// Builds the consumer again that has failed, after a pause that grows.
    private mutating func rebuildConsumer() {
        let monotonic = clock.monotonicMilliseconds()
        guard membership.consumer.wantsRebuilding(at: monotonic) else { return }
        do {
            try log.rejoin()
            membership.consumerRebuilt()
        } catch {
            membership.consumerCouldNotBeRebuilt(error, at: monotonic)
            observer.notice(.consumerFailed(reason: membership.consumer.deadEnd ?? error.description))
        }
    }

    private mutating func lookForBroker() {
        guard !broker.isAway, membership.isProbeDue(at: clock.monotonicMilliseconds(), lastAsked: broker.lastProbe) else { return }
        if !log.isReachable() { brokerIsAway("no broker answers") }
    }

    private mutating func rejoinIfForgotten() {
        let monotonic = clock.monotonicMilliseconds()
        let isWell = !broker.isAway && broker.refusal == nil
        guard let quiet = membership.timeLeftOut(at: monotonic, isWellOtherwise: isWell, limit: rejoinAfter) else { return }
        guard log.isReachable() else { return brokerIsAway("no broker answers") }
        do {
            try log.rejoin()
            observer.notice(.rejoined(afterSeconds: quiet / 1_000))
        } catch {
            observer.notice(.brokerSays(level: 3, text: error.description))
        }
    }

    /// The consumer does nothing more.
    mutating func consumerFailed(_ error: KafkaError) {
        membership.consumerFailed(error, at: clock.monotonicMilliseconds())
        observer.notice(.consumerFailed(reason: membership.consumer.fault ?? error.description))
    }

    /// How it stands, for the health endpoints.
    func show(in status: inout WorkerStatus, at monotonic: Int64, movesPerMinute: Int) {
        status.isBrokerAway = broker.isAway
        status.refusal = broker.refusal?.description
        status.isAssigned = membership.isAssigned
        status.unassignedMilliseconds = membership.unassigned(at: monotonic)
        status.hasBeenAssigned = membership.hasBeenAssigned
        status.consumerFault = membership.consumer.fault
        status.instability = membership.consumer.instability(at: monotonic, limit: movesPerMinute)
        status.deadEnd = membership.consumer.deadEnd
    }
}
