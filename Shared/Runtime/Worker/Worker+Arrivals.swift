import Kafka

/// Whether a message is the one that was to come: what is missing before it, or comes once more, tells what has become of the partition.
extension Worker {
    /// - Returns: whether the message is taken.
    func isExpected(_ message: ConsumedMessage, in lane: HeldLane) -> Bool {
        guard let expected = lane.arrivals[message.topic] ?? lane.offsets[message.topic] else { return true }
        if message.offset == expected { return true }
        let place = TopicPartition(topic: message.topic, partition: message.partition)
        if message.offset < expected {
            // An earlier start may take effect late, and brings what has come already.
            checkEnd(of: place, readTo: lane.offsets[message.topic] ?? 0)
            return false
        }
        // Within a stretch of reading only marks of transactions lie between two messages.
        return lane.arrivals[message.topic] != nil || noteMissed(place, from: expected, to: message.offset)
    }

    /// A partition that ends before what was read of it is another one: what it brings from now on could not be told from what was read.
    private func checkEnd(of place: TopicPartition, readTo next: Int64) {
        guard let seen = log.endOffset(of: place), seen < next else { return }
        do {
            let end = try log.bounds(of: place).upperBound
            guard end < next else { return }
            halt(
                "\(place) ends at offset \(end), and this service has read it to \(next): the topic was re-created or has lost messages; nothing "
                    + "is taken. See Ops/runbooks/messages-missed.md")
        } catch {
            brokerIsAway(error.description)
        }
    }

    /// Says how many messages Kafka deleted before they were read.
    ///
    /// - Returns: whether it is known; where no broker tells, the lanes are taken again and the question is asked again. Reading alone must not begin
    ///   again here: what was polled together with this message would then be taken for what comes next.
    private func noteMissed(_ place: TopicPartition, from expected: Int64, to offset: Int64) -> Bool {
        do {
            let first = min(try log.bounds(of: place).lowerBound, offset)
            if first > expected { observer.notice(.missed(place, from: expected, count: first - expected)) }
            return true
        } catch {
            brokerIsAway(error.description)
            loseAllLanes()
            return false
        }
    }
}
