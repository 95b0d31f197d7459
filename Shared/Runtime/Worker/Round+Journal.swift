import Contracts
import Domain
import Foundation
import Kafka

/// What a round writes to the journal.
extension Round {
    func publish(_ events: [SequencedEvent], lane: LaneID, traceParent: String?) throws(Fault) {
        if let big = events.first(where: { $0.event.data.count > worker.settings.messageBytes }) {
            throw Fault(
                field: "", problem: "leads to an event \(big.event.type) of \(big.event.data.count) bytes",
                expected: "at most \(worker.settings.messageBytes) bytes, so that the broker takes it")
        }
        for sequenced in events {
            let event = sequenced.event
            append(lane: lane) { position in
                JournalRow(
                    lane: lane, position: position, topic: event.topic, partition: nil, key: event.key,
                    id: event.id ?? "\(event.key)-\(sequenced.sequence)", type: event.type, sequence: sequenced.sequence, time: now,
                    traceParent: traceParent, headers: [], data: event.data)
            }
        }
    }

    /// Sends a message on as it came, but to the partition and under the key where it belongs.
    func forward(_ item: ReadMessage, key: String, partition: Int32) {
        append(lane: item.lane) { position in
            JournalRow(
                lane: item.lane, position: position, topic: item.message.topic, partition: partition, key: key,
                id: "\(item.message.topic)/\(item.message.partition)/\(item.message.offset)", type: nil, sequence: nil, time: now,
                traceParent: item.event?.traceParent,
                headers: item.message.headers.map { ForwardedHeader(name: $0.name, value: $0.value) }, data: item.message.value)
        }
    }

    @discardableResult
    func append(lane: LaneID, row: (Int64) -> JournalRow) -> Int64 {
        let position = (counters[lane]?.position ?? 0) + 1
        counters[lane]?.position = position
        journal.append(row(position))
        return position
    }

    func wakeDue() {
        for (name, rows) in loaded.due {
            guard let session = sessions[name] else { continue }
            for row in rows where parked[name]?.contains(row.key) != true { wake(row, session) }
        }
    }

    private func wake(_ row: StateRow, _ session: any DeskSession) {
        wakeCount += 1
        do throws(Fault) {
            if let condemned { throw condemned }
            let events = try session.wake(key: row.key, lane: row.lane, serial: nextSerial(of: row.lane))
            try publish(events, lane: row.lane, traceParent: nil)
            if let due = row.due { lateness.append(Double(now.milliseconds - due.milliseconds) / 1000) }
        } catch {
            session.disarm(key: row.key, lane: row.lane)
            lastFault = error
            parkTimer(row, fault: error)
            notices.append(.deadLetter(lane: row.lane, topic: "timer", offset: row.due?.milliseconds ?? 0, fault: error))
        }
    }
}
