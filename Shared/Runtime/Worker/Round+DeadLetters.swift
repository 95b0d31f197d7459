import Contracts
import Domain
import Foundation
import Kafka

/// Dead letters: parked messages, and what an operator asks to be done with them.
extension Round {
    func park(_ item: ReadMessage, kind: DeadLetterRow.Kind, fault: Fault?) {
        deadLetter(item, under: item.key, kind: kind, fault: fault, isAnnounced: fault != nil)
    }

    /// - Parameter isAnnounced: whether it is announced on the topic of dead letters, too.
    func deadLetter(_ item: ReadMessage, under key: String, kind: DeadLetterRow.Kind = .poison, fault: Fault?, isAnnounced: Bool) {
        deadLetter(
            ParkedMessage(item.message), lane: item.lane, kind: kind, key: key, topic: item.message.topic,
            partition: item.message.partition,
            offset: item.message.offset, fault: fault, isAnnounced: isAnnounced, sender: item.sender)
    }

    func parkTimer(_ row: StateRow, fault: Fault) {
        deadLetter(
            ParkedMessage(key: nil, headers: [], value: nil), lane: row.lane, kind: .poison, key: row.key, topic: "timer",
            partition: row.lane.number, offset: row.due?.milliseconds ?? 0, fault: fault, isAnnounced: true, sender: (nil, nil))
    }

    private func deadLetter(
        _ message: ParkedMessage, lane: LaneID, kind: DeadLetterRow.Kind, key: String, topic: String, partition: Int32, offset: Int64,
        fault: Fault?, isAnnounced: Bool, sender: (source: String?, type: String?)
    ) {
        guard let sealed = sealed(message) else { return }
        if let fault, isAnnounced {
            // Without its key: what is on the topic opens for as long as the letter lies in the table.
            let original = sealed.text.utf8.count <= worker.settings.messageBytes * 3 / 4 ? Sealed(sealed.text) : nil
            announce(
                DeadLetter(
                    service: worker.service, topic: topic, partition: partition, offset: offset, fault: fault, original: original,
                    at: now),
                key: key, lane: lane)
        }
        letters.parked.append(
            DeadLetterRow(
                lane: lane, number: nextSerial(of: lane).number, kind: kind, key: key, topic: topic, partition: partition,
                offset: offset, sealedMessage: sealed.together, fault: fault, at: now, source: sender.source, type: sender.type))
        counters[lane]?.parked += 1
    }

    /// `nil` where sealing fails: then this round must not become true, or the message would be gone from its topic one day and from here at once.
    private func sealed(_ message: ParkedMessage) -> SealedApart? {
        do {
            return try message.sealed(by: worker.sealer)
        } catch {
            sealingFault = error
            return nil
        }
    }

    /// Puts the dead letter on its topic; where even that cannot be encoded the row in the table is all there is.
    private func announce(_ letter: DeadLetter, key: String, lane: LaneID) {
        do {
            let data = try letter.encodeData(with: worker.wireCoder)
            append(lane: lane) { position in
                JournalRow(
                    lane: lane, position: position, topic: Topic.deadLetters.name, partition: nil,
                    key: key.isEmpty ? worker.service : key, id: "\(worker.service)/\(letter.topic)/\(letter.partition)/\(letter.offset)",
                    type: DeadLetter.wireType, sequence: nil, time: now,
                    traceParent: nil, data: data)
            }
        } catch {
            notices.append(.deadLetter(lane: lane, topic: letter.topic, offset: letter.offset, fault: error))
        }
    }

    /// Does what was asked, key by key: a discarded letter goes, a replayed one is decided again, and those that waited follow in order
    /// until one fails.
    func settleRequests() {
        // Of those without a key none waits for another.
        let keys = Dictionary(grouping: loaded.requested) { row in
            ParkedKey(group: row.lane.group, key: row.key, lane: row.key.isEmpty ? row.lane : nil, number: row.key.isEmpty ? row.number : 0)
        }
        for (key, rows) in keys.sorted(by: { $0.key < $1.key }) {
            settle(rows.sorted { $0.number < $1.number }, of: key)
        }
    }

    private func settle(_ rows: [DeadLetterRow], of key: ParkedKey) {
        for row in rows {
            guard row.request != nil || row.kind == .waiting else { return }
            if row.request == .discard {
                skip(row)
                notices.append(.discarded(lane: row.lane, number: row.number))
            } else if let fault = replay(row) {
                letters.failed.append(row.failing(with: fault))
                lastFault = fault
                return
            } else {
                notices.append(.replayed(lane: row.lane, number: row.number))
            }
            letters.settled.append(row)
            counters[row.lane]?.parked -= 1
        }
        parked[key.group]?.remove(key.key)
    }

    /// - Returns: why it failed again; `nil` when it is decided.
    private func replay(_ row: DeadLetterRow) -> Fault? {
        do throws(Fault) {
            if let rejectedByStore { throw rejectedByStore }
            if row.topic == "timer" { return nil }
            let item = try reread(row)
            if row.key.isEmpty, sender(of: item) != .service { return try resend(item) }
            switch item.content {
            case .unreadable(let fault): return fault
            case .misplaced(let key, let partition): try forward(item, key: key, partition: partition)
            case .ignored: break
            case .skipped, .input, .refused, .rejected, .answered: _ = try settle(item)
            }
            return nil
        } catch {
            return error
        }
    }

    /// What was put aside under no key goes through the front door again: the state it belongs to is not at hand, and it may be of another lane.
    /// Whoever asks for that trusts its sender again.
    ///
    /// - Returns: why it cannot be read still; `nil` when it is on its way.
    private func resend(_ item: ReadMessage) throws(Fault) -> Fault? {
        if case .unreadable(let fault) = item.content { return fault }
        if case .outsider(let source) = sender(of: item), floodGuard.release(source) { notices.append(.quarantineEnded(source: source)) }
        try forward(item, key: item.message.key.map { String(decoding: $0, as: UTF8.self) } ?? "", partition: item.message.partition)
        return nil
    }

    /// A discarded fact leaves no gap behind it.
    private func skip(_ row: DeadLetterRow) {
        guard worker.inputs[row.topic]?.topic.origin == .facts, let session = sessions[row.lane.group] else { return }
        do {
            let item = try reread(row)
            guard let sequence = item.event?.sequence,
                try session.received(key: row.key, topic: row.topic) < sequence
            else { return }
            try session.note(key: row.key, lane: row.lane, topic: row.topic, sequence: sequence)
        } catch {
            // A letter that cannot be read has no sequence; the next fact of the key will say so.
            notices.append(.deadLetter(lane: row.lane, topic: row.topic, offset: row.offset, fault: error))
        }
    }

    private func reread(_ row: DeadLetterRow) throws(Fault) -> ReadMessage {
        guard let laneHandler = worker.laneHandlers[row.lane.group], let input = worker.inputs[row.topic] else {
            throw Fault(field: "topic", problem: "is not read by this release", expected: "one of \(worker.inputs.keys.sorted())")
        }
        let parked = try ParkedMessage(opening: row.sealedMessage, by: worker.sealer)
        return worker.read(
            parked.message(topic: row.topic, partition: row.partition, offset: row.offset), at: laneHandler, lane: row.lane,
            origin: input.topic.origin, rejectedByStore: nil)
    }
}

extension ReadMessage {
    /// Who sent it and what it is, as far as that can be read.
    var sender: (source: String?, type: String?) {
        if let event { return (event.source, event.type) }
        return CloudEventSender.read(value: message.value, headers: message.headers)
    }
}

private struct ParkedKey: Hashable, Comparable {
    let group: String
    let key: String
    /// Of a letter without a key, which stands for itself.
    let lane: LaneID?
    let number: Int64

    static func < (one: ParkedKey, other: ParkedKey) -> Bool {
        (one.key, one.lane?.number ?? 0, one.number, one.group) < (other.key, other.lane?.number ?? 0, other.number, other.group)
    }
}

extension DeadLetterRow {
    fileprivate func failing(with fault: Fault) -> DeadLetterRow {
        DeadLetterRow(
            lane: lane, number: number, kind: .poison, key: key, topic: topic, partition: partition, offset: offset,
            sealedMessage: sealedMessage, fault: fault, at: at, source: source, type: type)
    }
}
