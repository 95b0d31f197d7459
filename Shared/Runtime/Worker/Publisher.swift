import Contracts
import Domain
import Foundation
import Kafka

/// From the journal to the broker: what is stored goes to the producer in order, and each lane's watermark follows the confirmations.
struct Publisher {
    /// How far one lane is published.
    private struct Lane {
        var confirmed: ConfirmationLedger
        /// The watermark the database knows.
        var stored: Int64
        /// The position of the last row that was put on its way.
        var end: Int64

        /// Whether it is further than the database knows.
        var hasMoved: Bool { confirmed.watermark > stored }

        mutating func sent(to position: Int64) { end = max(end, position) }
    }

    /// What a number of delivery reports say.
    struct Confirmation {
        /// Why a message could not be delivered, the first of several.
        var failure: KafkaError?
        /// Whether anything was confirmed.
        var hasConfirmed = false
    }

    private let source: String
    private let sealer: any MessageSealer
    private var queue = OutgoingQueue()
    private var lanes: [LaneID: Lane] = [:]
    /// When watermarks were last stored for themselves.
    private var lastFlush: Int64 = 0

    /// - Parameter source: the source of the events, such as `/redress/intake`.
    init(source: String, sealer: any MessageSealer) {
        self.source = source
        self.sealer = sealer
    }

    // MARK: Lanes

    /// A lane is taken. What lies above its watermark is to be enqueued before anything new.
    mutating func take(_ holding: LaneHolding) {
        lanes[holding.lane] = Lane(
            confirmed: ConfirmationLedger(watermark: holding.confirmed), stored: holding.confirmed, end: holding.position)
    }

    mutating func release(_ ids: [LaneID]) {
        for id in ids { lanes[id] = nil }
    }

    mutating func releaseAll() { lanes = [:] }

    /// The highest position such that it and all below it are confirmed; 0 for a lane that is not held.
    func watermark(of id: LaneID) -> Int64 { lanes[id]?.confirmed.watermark ?? 0 }

    /// Those of all lanes held.
    var watermarks: [LaneID: Int64] { lanes.mapValues(\.confirmed.watermark) }

    /// Journal rows of a lane that the broker has not confirmed yet.
    func unconfirmed(of id: LaneID) -> Int64 { lanes[id].map { $0.end - $0.confirmed.watermark } ?? 0 }

    /// Those of all lanes.
    var unconfirmed: Int64 { lanes.values.reduce(0) { $0 + $1.end - $1.confirmed.watermark } }

    /// The lanes whose watermark is above the one the database knows, in order.
    var moved: [LaneID] { lanes.filter(\.value.hasMoved).keys.sorted() }

    /// When watermarks that no transaction takes along are to be stored; `nil` where none has moved.
    func flushDue(every period: Int64) -> Int64? {
        lanes.values.contains(where: \.hasMoved) ? lastFlush + period : nil
    }

    /// The database knows these watermarks now.
    mutating func stored(_ fences: [LaneFence]) {
        for fence in fences { lanes[fence.lane]?.stored = fence.confirmed }
    }

    /// Whether it is time to store watermarks that no transaction takes along.
    mutating func isFlushDue(at monotonic: Int64, every period: Int64) -> Bool {
        guard monotonic - lastFlush >= period else { return false }
        lastFlush = monotonic
        return true
    }

    // MARK: Messages

    /// A row that cannot be sent as it lies there.
    struct UnreadableRow: Error {
        let reason: String
    }

    /// Puts a stored row on its way.
    ///
    /// - Throws: where it is a message to be forwarded that cannot be opened.
    mutating func enqueue(_ row: JournalRow) throws(UnreadableRow) {
        lanes[row.lane]?.sent(to: row.position)
        switch row.content {
        case .event(let type, let sequence, let data): publish(row, type: type, sequence: sequence, value: data)
        case .tombstone(let type): publish(row, type: type, sequence: nil, value: nil)
        case .forwarded(let sealed, let partition): try forward(row, sealed, to: partition)
        }
    }

    private mutating func publish(_ row: JournalRow, type: String, sequence: Int64?, value: Data?) {
        var headers = MessageHeaders()
        headers.reserve(12)
        CloudEventWriter.write(
            CloudEvent(
                id: row.id, source: source, type: type, time: row.time, subject: row.key, partitionKey: row.key,
                sequence: sequence, traceParent: row.traceParent, correlationID: row.correlation.id,
                causationID: row.correlation.cause, data: Data()),
            to: &headers)
        queue.append(row) { token in
            ProducedMessage(topic: row.topic, partition: nil, key: Data(row.key.utf8), value: value, headers: headers, token: token)
        }
    }

    /// A message of an outsider goes on as it came.
    private mutating func forward(_ row: JournalRow, _ sealed: Data, to partition: Int32) throws(UnreadableRow) {
        let message: ParkedMessage
        do {
            message = try ParkedMessage(opening: SealedText(ciphertext: String(decoding: sealed, as: UTF8.self)), by: sealer)
        } catch {
            throw UnreadableRow(
                reason:
                    "journal row \(row.position) of \(row.lane), a message to be forwarded, \(error.problem); expected \(error.expected)"
            )
        }
        queue.append(row) { token in
            ProducedMessage(
                topic: row.topic, partition: partition, key: message.key, value: message.value,
                headers: MessageHeaders(message.headers.lazy.map { ($0.name, $0.value) }), token: token)
        }
    }

    /// Whether everything was handed to the producer.
    var hasOffered: Bool { queue.isEmpty }

    /// Hands the producer what it takes, in order.
    mutating func offer(to log: any MessageLog) throws(KafkaError) {
        guard !queue.isEmpty else { return }
        queue.accepted(try log.send(queue.pending))
    }

    /// Moves the watermarks over what the broker has confirmed. What it confirms of a lane that was lost meanwhile and taken again counts, too: it
    /// is the same row.
    mutating func confirm(_ reports: [DeliveryReport]) -> Confirmation {
        var confirmation = Confirmation()
        for report in reports {
            if let error = report.error {
                confirmation.failure = confirmation.failure ?? error
            } else if let row = queue.confirmed(report.token) {
                lanes[row.lane]?.confirmed.confirm(row.position)
                confirmation.hasConfirmed = true
            }
        }
        return confirmation
    }

    /// The producer has dropped what it held: the lanes are taken again, and it is sent again from the journal.
    mutating func clear() { queue.clear() }
}
