import Contracts
import Domain
import Foundation
import Kafka

/// What a round writes to the journal.
extension Round {
    /// - Parameter cause: the event that led to them; `nil` where time did.
    func publish(_ events: [SequencedEvent], lane: LaneID, causedBy cause: CloudEvent?) {
        for sequenced in events {
            let event = sequenced.event
            append(lane: lane) { position in
                JournalRow(
                    lane: lane, position: position, topic: event.topic, partition: nil, key: event.key,
                    id: event.id ?? "\(event.key)-\(sequenced.sequence ?? position)", type: event.type, sequence: sequenced.sequence,
                    time: now, traceParent: cause?.traceParent, correlation: Self.correlation(of: event, causedBy: cause),
                    data: event.data)
            }
        }
    }

    /// What its sender has named as the flow counts first, then the flow of what it belongs to; else its sender's event begins one.
    private static func correlation(of event: OutboundEvent, causedBy cause: CloudEvent?) -> Correlation {
        Correlation(
            id: cause?.correlationID ?? event.correlationID ?? cause?.id ?? event.causationID, cause: event.causationID ?? cause?.id)
    }

    /// Sends a message on as it came, but to the partition and under the key where it belongs.
    ///
    /// - Throws: a fault where it is too large for the broker to take it again.
    func forward(_ item: ReadMessage, key: String, partition: Int32) throws(Fault) {
        let size = item.message.value?.count ?? 0
        guard size <= worker.settings.messageBytes else {
            throw Fault(
                field: "", problem: "is in a partition that is not its key's and is too large to be sent on: \(size) bytes",
                expected: "at most \(worker.settings.messageBytes) bytes")
        }
        let message = ParkedMessage(
            key: Data(key.utf8), headers: item.message.headers.map { ForwardedHeader(name: $0.name, value: $0.value) },
            value: item.message.value)
        let sealed = try message.sealed(by: worker.sealer).together
        append(lane: item.lane) { position in
            JournalRow(
                lane: item.lane, position: position, topic: item.message.topic, partition: partition,
                key: worker.laneHandlers[item.lane.group]?.stateKey(forMessageKey: key) ?? "",
                id: "\(item.message.topic)/\(item.message.partition)/\(item.message.offset)", type: nil, sequence: nil, time: now,
                traceParent: item.event?.traceParent, data: Data(sealed.utf8))
        }
    }

    /// Says that the worker is alive, in a transaction of the lane.
    func beat(_ lane: LaneID) {
        let held = counters.keys.filter { $0.group == lane.group }.map(\.number).sorted()
        let due = worker.lanes.values.lazy.compactMap(\.nextDue).min()
        let beat = Heartbeat(
            service: worker.service, lanes: held, everySeconds: Int(worker.settings.beatEveryMilliseconds / 1000),
            overdueSeconds: due.map { max(0, Int((now.milliseconds - $0.milliseconds) / 1000)) } ?? 0, at: now)
        do {
            let data = try beat.encodeData(with: worker.wireCoder)
            let epoch = counters[lane]?.epoch ?? 0
            append(lane: lane) { position in
                JournalRow(
                    lane: lane, position: position, topic: Topic.alerts.name, partition: nil, key: Heartbeat.key,
                    id: "\(worker.service)/heartbeat/\(lane.number)/\(epoch)/\(position)", type: Heartbeat.wireType, sequence: nil,
                    time: now,
                    traceParent: nil, data: data)
            }
            notices.append(.beat(lanes: held.count))
        } catch {
            lastFault = error
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

    private func wake(_ row: StateRow, _ session: any AnyHandlerSession) {
        wakeCount += 1
        do throws(Fault) {
            if let rejectedByStore { throw rejectedByStore }
            guard let waking = try session.wake(key: row.key, lane: row.lane, serial: nextSerial(of: row.lane)) else { return }
            publish(waking.events, lane: row.lane, causedBy: nil)
            lateness.append(Double(now.milliseconds - waking.since.milliseconds) / 1000)
        } catch {
            session.disarm(key: row.key, lane: row.lane)
            lastFault = error
            parkTimer(row, fault: error)
            notices.append(.deadLetter(lane: row.lane, topic: "timer", offset: row.due?.milliseconds ?? 0, fault: error))
        }
    }
}
