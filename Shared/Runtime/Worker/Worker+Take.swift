import Kafka

/// Assignments, takes and losses of lanes.
extension Worker {
    func take(_ event: ConsumerEvent) {
        switch event {
        case .message(let message): receive(message)
        case .assigned(let partitions): assign(partitions)
        case .revoked(_, let lost): revoke(lost: lost)
        case .error(let error): noteRefusal(error, sending: false)
        case .allBrokersDown: brokerIsAway("no broker answers")
        case .log(let level, let facility, let text): observer.notice(.brokerSays(level: Int(level), text: "\(facility): \(text)"))
        case .consumerFailed(let error): consumerFailed(error)
        case .producerFailed(let error): resetProducer(because: error.description)
        }
    }

    private func receive(_ message: ConsumedMessage) {
        brokerAnswers()
        endRefusal(sending: false)
        guard let input = inputs[message.topic] else { return }
        let id = LaneID(group: input.group, number: message.partition)
        guard let lane = lanes[id], isExpected(message, in: lane) else { return }
        lanes[id]?.arrivals[message.topic] = message.offset + 1
        waiting.append(message)
    }

    func brokerIsAway(_ reason: String) {
        if !isBrokerAway { observer.notice(.outageBegan(server: "Kafka", reason: reason)) }
        isBrokerAway = true
        lastProbe = clock.monotonicMilliseconds()
    }

    func brokerAnswers() {
        guard isBrokerAway else { return }
        endRefusal(sending: false)
        isBrokerAway = false
        observer.notice(.outageEnded(server: "Kafka"))
    }

    /// Where nothing comes and nothing is sent, only asking tells that the outage is over.
    func probeBroker() {
        let monotonic = clock.monotonicMilliseconds()
        guard isBrokerAway, monotonic - lastProbe >= 1_000 else { return }
        lastProbe = monotonic
        if log.isReachable() { brokerAnswers() }
    }

    /// Where the group forms again and again without this member, or waits for it for good, only another member gets a share. librdkafka has had
    /// cases of it after outages and changes of the coordinator (its issues 2944 and 3396).
    func rejoinIfLeftOut() {
        guard !isAssigned, !isBrokerAway, refusal == nil, consumer.fault == nil || consumer.isRebuilt else { return unassignedSince = nil }
        let monotonic = clock.monotonicMilliseconds()
        guard let since = unassignedSince else { return unassignedSince = monotonic }
        guard monotonic - since >= settings.rejoinAfterMilliseconds else { return }
        unassignedSince = monotonic
        guard log.isReachable() else { return brokerIsAway("no broker answers") }
        do {
            try log.rejoin()
            observer.notice(.rejoined(afterSeconds: (monotonic - since) / 1_000))
        } catch {
            observer.notice(.brokerSays(level: 3, text: error.description))
        }
    }

    private func assign(_ partitions: [TopicPartition]) {
        assigned = Set(partitions)
        isAssigned = true
        hasBeenAssigned = true
        unassignedSince = nil
        consumer.isAssigned()
        endRefusal(sending: false)
        untaken = Set(
            partitions.compactMap { partition in
                inputs[partition.topic].map { LaneID(group: $0.group, number: partition.partition) }
            })
        lanes = [:]
        takeUntakenLanes()
        if !untaken.isEmpty { startReading() }
    }

    /// Between batches, so nothing is in progress: what is lost is only what was polled and not begun.
    func revoke(lost: Bool) {
        if !lost { flushWatermark() }
        let given = lanes.keys.sorted()
        lanes = [:]
        untaken = []
        assigned = []
        isAssigned = false
        waiting = []
        do {
            try log.unassign()
        } catch {
            observer.notice(.brokerSays(level: 3, text: error.description))
        }
        if !given.isEmpty {
            noteMove()
            observer.notice(.gaveUp(lanes: given))
        }
    }

    /// Takes what is assigned and not held: raises the epochs, sends again what is unconfirmed, starts at the stored offsets.
    func takeUntakenLanes() {
        guard !untaken.isEmpty, !isHalted, takeBackoff.mayTry(at: clock.monotonicMilliseconds()) else { return }
        do {
            guard try checkPartitions(), try checkDatabase() else { return takeBackoff.failed(at: clock.monotonicMilliseconds()) }
            let holdings = try store.take(untaken.sorted(), rewaking: rewaking)
            storeAnswers()
            for holding in holdings {
                lanes[holding.lane] = HeldLane(holding)
                for row in holding.unconfirmed { enqueue(row) }
            }
            untaken = []
            observer.notice(.took(lanes: holdings.map(\.lane)))
            startReading()
        } catch {
            handle(error)
        }
    }

    private var rewaking: Rewaking {
        var revisions: [String: String] = [:]
        for laneHandler in laneHandlers.values { revisions[laneHandler.group.name] = laneHandler.group.revision }
        return Rewaking(revisions: revisions, now: clock.now(), perSecond: settings.rewakesPerSecond)
    }

    /// Reads every held lane from its stored offsets, and nothing of the others. What was polled before is read again.
    func startReading() {
        waiting = []
        for id in lanes.keys { lanes[id]?.arrivals = [:] }
        isHoldingBack = false
        let starts = assigned.sorted().compactMap { partition in
            heldLane(of: partition).map { StartPosition(partition, offset: $0.offsets[partition.topic] ?? StartPosition.beginning) }
        }
        do {
            try log.assign(starts)
        } catch {
            observer.notice(.brokerSays(level: 3, text: error.description))
            // A lane that is held and not read would stand still: it is taken again.
            loseAllLanes()
        }
    }

    private func heldLane(of partition: TopicPartition) -> HeldLane? {
        inputs[partition.topic].flatMap { lanes[LaneID(group: $0.group, number: partition.partition)] }
    }

    /// Somebody else took the lane: nothing of it may be written any more. If the group still counts it as ours, it is taken again.
    func drop(_ fenced: [LaneID]) {
        for lane in fenced {
            lanes[lane] = nil
            untaken.insert(lane)
            observer.notice(.fenced(lane))
        }
        noteMove()
        isDatabaseTrusted = false
        waiting.removeAll { heldLane(of: TopicPartition(topic: $0.topic, partition: $0.partition)) == nil }
        takeBackoff.failed(at: clock.monotonicMilliseconds())
    }

    /// Topics that are read together must have the same number of partitions; each lane number must fit a complaint number.
    private func checkPartitions() throws(StoreError) -> Bool {
        guard partitionCounts.isEmpty else { return true }
        var counts: [String: Int] = [:]
        for laneHandler in laneHandlers.values {
            for topic in laneHandler.group.topics {
                guard let count = try partitionCount(topic.name) else { return false }
                counts[topic.name] = count
            }
            let own = laneHandler.group.topics.map { ($0.name, counts[$0.name] ?? 0) }
            if Set(own.map(\.1)).count > 1 {
                let found = own.map { "\($0.0) has \($0.1)" }.joined(separator: ", ")
                throw .unusable("topics read together must have the same number of partitions, but \(found)")
            }
        }
        // Always the same one of several, or each look would be told as news.
        if let wide = counts.filter({ $0.value > 999 }).min(by: { $0.key < $1.key }) {
            throw .unusable("\(wide.key) has \(wide.value) partitions; at most 999 can be told apart in a complaint number")
        }
        partitionCounts = counts
        return true
    }

    /// `nil` where no broker tells.
    private func partitionCount(_ topic: String) throws(StoreError) -> Int? {
        let count: Int?
        do {
            count = try log.partitionCount(of: topic)
        } catch {
            brokerIsAway(error.description)
            return nil
        }
        guard let count else { throw .unusable("there is no topic \(topic); create it with: redress topics create") }
        return count
    }
}
