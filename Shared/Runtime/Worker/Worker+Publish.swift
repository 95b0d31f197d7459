import Contracts
import Domain
import Foundation
import Kafka

/// From the journal to the broker, and the watermark that follows the confirmations.
extension Worker {
    /// Puts a stored row on its way.
    func enqueue(_ row: JournalRow) {
        guard let type = row.type else { return enqueueForwarded(row) }
        let headers = CloudEventWriter.headers(
            for: CloudEvent(
                id: row.id, source: source, type: type, time: row.time, subject: row.key, partitionKey: row.key,
                sequence: row.sequence, traceParent: row.traceParent, correlationID: row.correlation.id,
                causationID: row.correlation.cause, data: Data()))
        outgoing.append(row) { token in
            ProducedMessage(
                topic: row.topic, partition: row.partition, key: Data(row.key.utf8), value: row.data.isEmpty ? nil : row.data,
                headers: headers, token: token)
        }
    }

    /// A message of an outsider goes on as it came.
    private func enqueueForwarded(_ row: JournalRow) {
        let message: ParkedMessage
        do {
            message = try ParkedMessage(opening: String(decoding: row.data, as: UTF8.self), by: sealer)
        } catch {
            return halt(
                "journal row \(row.position) of \(row.lane), a message to be forwarded, \(error.problem); expected \(error.expected)")
        }
        outgoing.append(row) { token in
            ProducedMessage(
                topic: row.topic, partition: row.partition, key: message.key, value: message.value,
                headers: message.headers.map { ($0.name, $0.value ?? Data()) }, token: token)
        }
    }

    var source: String { "/redress/\(service)" }

    func offerOutgoing() {
        guard !outgoing.isEmpty else { return }
        do {
            outgoing.accepted(try log.send(Array(outgoing.pending)))
        } catch {
            resetProducer(because: error.description)
        }
    }

    func confirm(_ reports: [DeliveryReport]) {
        if !reports.isEmpty { brokerAnswers() }
        var failure: KafkaError?
        for report in reports {
            if let error = report.error {
                failure = failure ?? error
            } else if let row = outgoing.confirmed(report.token) {
                lanes[row.lane]?.ledger.confirm(row.position)
                endRefusal(sending: true)
            }
        }
        if let failure, failure.isRefusal { noteRefusal(failure, sending: true) }
        if let failure { resetProducer(because: failure.description) }
    }

    func flushWatermarkWhenIdle() {
        let monotonic = clock.monotonicMilliseconds()
        guard monotonic - lastWatermarkFlush >= settings.watermarkFlushMilliseconds else { return }
        lastWatermarkFlush = monotonic
        flushWatermark()
    }

    /// Tries the fence of every lane now and then. One for which nothing comes would never learn that it was taken, such as by the erasure of a
    /// customer, which leaves something in its journal to be sent.
    func checkFences() {
        let monotonic = clock.monotonicMilliseconds()
        guard let last = lastFenceCheck else {
            lastFenceCheck = monotonic
            return
        }
        guard monotonic - last >= settings.fenceCheckMilliseconds else { return }
        lastFenceCheck = monotonic
        flushWatermark(evenUnmoved: true)
    }

    /// An empty transaction that only moves watermarks.
    ///
    /// - Parameter evenUnmoved: whether to take in the lanes that have nothing to move.
    func flushWatermark(evenUnmoved: Bool = false) {
        let moved = lanes.values.filter { evenUnmoved || $0.ledger.watermark > $0.storedWatermark }
        guard !moved.isEmpty, !isStoreAway else { return }
        do {
            let loaded = try store.begin(BatchLoad(lanes: moved.map { fence($0, offsets: [:]) }))
            guard loaded.fenced.isEmpty else { return drop(loaded.fenced) }
            _ = try store.commit(BatchChanges(now: clock.now()))
            for lane in moved { lanes[lane.id]?.storedWatermark = lane.ledger.watermark }
            // One that has just tried again has not met the cause yet.
            if waiting.isEmpty, clock.monotonicMilliseconds() - haltBackoff.notBefore >= 10_000 { endHalt() }
        } catch {
            store.rollback()
            handle(error)
        }
    }

    func fence(_ lane: HeldLane, offsets: [String: Int64]) -> LaneFence {
        LaneFence(lane: lane.id, epoch: lane.epoch, offsets: offsets, confirmed: lane.ledger.watermark)
    }
}
