import Contracts
import Domain
import Foundation
import JSON
import Kafka

/// The messages of a batch, read but not decided.
struct BatchReading {
    var items: [ReadMessage] = []
    /// The offsets after the batch, by lane and topic.
    var offsets: [LaneID: [String: Int64]] = [:]
    /// The state keys needed, by group.
    var keys: [String: Set<String>] = [:]
    var identities: [EventIdentity] = []
}

/// One message, and what reading it gave.
struct ReadMessage {
    enum Content {
        case input(any Sendable)
        /// A command that is not let in, with the input that answers it.
        case refused(any Sendable, CommandGate.Refusal)
        /// An event of a known key that is not valid, with the input that answers it.
        case rejected(any Sendable)
        /// An event that cannot be read though its sender is known, with the answer; it is nobody's, so nothing waits behind it.
        case answered(OutboundEvent)
        /// Of no use here; only its place in the sequence is noted.
        case skipped
        case ignored
        /// It belongs to another partition.
        case misplaced(key: String, partition: Int32)
        case unreadable(Fault)
    }

    let message: ConsumedMessage
    let lane: LaneID
    let content: Content
    /// The state it belongs to; empty where that cannot be told.
    let key: String
    let event: CloudEvent?
    /// What was sealed by a new key in reading it.
    var seals: MessageSeals?
    /// Of what an outsider sent: what its content comes to.
    var digest: Data?

    /// Why it was not let in; `nil` where it was.
    var refusal: CommandGate.Refusal? {
        switch content {
        case .refused(_, let refusal): refusal
        case .input, .rejected, .answered, .skipped, .ignored, .misplaced, .unreadable: nil
        }
    }

    /// Whether it was read whole, and belongs to a state that is asked.
    var isDecidable: Bool {
        switch content {
        case .input, .refused, .rejected: true
        case .answered, .skipped, .ignored, .misplaced, .unreadable: false
        }
    }

    /// Whether a decider is asked.
    var isDecided: Bool {
        switch content {
        case .input, .refused, .rejected, .answered: true
        case .skipped, .ignored, .misplaced, .unreadable: false
        }
    }
}

extension ReadMessage {
    /// By which a repetition of it is known.
    func identity(of event: CloudEvent) -> EventIdentity {
        EventIdentity(lane: lane, key: key, source: event.source, id: event.id, digest: digest)
    }
}

extension Worker {
    func read(_ messages: some Collection<ConsumedMessage>, rejectedByStore: Fault?) -> BatchReading {
        var reading = BatchReading()
        reading.items.reserveCapacity(messages.count)
        for message in messages {
            guard let input = inputs[message.topic], let laneHandler = laneHandlers[input.group] else { continue }
            let lane = laneHandler.group.lane(message.partition)
            reading.offsets[lane, default: [:]][message.topic] = message.offset + 1
            let item = read(message, at: laneHandler, lane: lane, origin: input.topic.origin, rejectedByStore: rejectedByStore)
            note(item, origin: input.topic.origin, in: &reading)
        }
        return reading
    }

    func note(_ item: ReadMessage, origin: InputTopic.Origin, in reading: inout BatchReading) {
        switch item.content {
        case .input, .refused, .rejected, .answered, .skipped, .unreadable:
            if !item.key.isEmpty { reading.keys[item.lane.group, default: []].insert(item.key) }
        case .ignored, .misplaced: break
        }
        if origin == .outsiders, item.isDecided, let event = item.event {
            reading.identities.append(item.identity(of: event))
        }
        reading.items.append(item)
    }

    func read(
        _ message: ConsumedMessage, at laneHandler: any AnyLaneHandler, lane: LaneID, origin: InputTopic.Origin, rejectedByStore: Fault?
    ) -> ReadMessage {
        var item = readOnce(message, at: laneHandler, lane: lane, origin: origin, rejectedByStore: rejectedByStore)
        item.seals = sealer.takeSeals()
        if origin == .outsiders, item.isDecided, let event = item.event { item.digest = digest(of: event) }
        return item
    }

    private func readOnce(
        _ message: ConsumedMessage, at laneHandler: any AnyLaneHandler, lane: LaneID, origin: InputTopic.Origin, rejectedByStore: Fault?
    ) -> ReadMessage {
        let messageKey = message.key.flatMap(Self.text(ofKey:)) ?? ""
        let fallbackKey = messageKey.isEmpty ? "" : laneHandler.stateKey(forMessageKey: messageKey)
        var event: CloudEvent?
        do {
            let read = try CloudEventReader.read(value: message.value, headers: message.headers)
            event = read
            switch try laneHandler.read(read, from: message.topic) {
            case .input(let input, let stateKey, let trueKey):
                return placed(
                    ReadMessage(message: message, lane: lane, content: .input(input), key: stateKey, event: read), trueKey,
                    origin: origin, rejectedByStore: rejectedByStore)
            case .refused(let input, let stateKey, let trueKey, let refusal):
                return placed(
                    ReadMessage(message: message, lane: lane, content: .refused(input, refusal), key: stateKey, event: read), trueKey,
                    origin: origin, rejectedByStore: rejectedByStore)
            case .rejected(let input, let stateKey, let trueKey):
                return placed(
                    ReadMessage(message: message, lane: lane, content: .rejected(input), key: stateKey, event: read), trueKey,
                    origin: origin, rejectedByStore: rejectedByStore)
            case .skipped:
                return ReadMessage(message: message, lane: lane, content: .skipped, key: fallbackKey, event: read)
            case .ignored:
                return ReadMessage(message: message, lane: lane, content: .ignored, key: "", event: read)
            }
        } catch {
            let isAnswerable = origin == .outsiders && rejectedByStore == nil
            if isAnswerable, let answered = answer(to: message, event, error, at: laneHandler, lane: lane) { return answered }
            // What cannot be read is put aside where its key belongs, so that what waits behind it lies in the same lane.
            if origin == .outsiders, !messageKey.isEmpty, let right = rightPartition(of: messageKey, topic: message.topic),
                right != message.partition
            {
                return ReadMessage(
                    message: message, lane: lane, content: .misplaced(key: messageKey, partition: right), key: "", event: event)
            }
            return ReadMessage(message: message, lane: lane, content: .unreadable(error), key: fallbackKey, event: event)
        }
    }

    /// A message that cannot be read and whose sender can be told so; `nil` where there is nobody to tell, or the fault is ours.
    private func answer(
        to message: ConsumedMessage, _ event: CloudEvent?, _ fault: Fault, at laneHandler: any AnyLaneHandler, lane: LaneID
    ) -> ReadMessage? {
        guard !fault.isOurs, let event = event ?? CloudEventReader.sender(value: message.value, headers: message.headers),
            !Self.ownSources.contains(event.source)
        else { return nil }
        do throws(Fault) {
            guard let answer = try laneHandler.refusal(of: event, from: message.topic, fault, id: rejectionID(of: message), at: clock.now())
            else {
                return nil
            }
            return ReadMessage(message: message, lane: lane, content: .answered(answer), key: "", event: event)
        } catch {
            // What cannot be answered is put aside for its own fault, which is what a person has to see.
            return nil
        }
    }

    /// The id of the answer to a message that is rejected: the same each time it is read.
    func rejectionID(of message: ConsumedMessage) -> String {
        "\(service)/rejected/\(message.topic)/\(message.partition)/\(message.offset)"
    }

    /// Of what the services themselves write nothing is answered: it is ours, and nobody reads an answer to it.
    static let ownSources = Set(Party.services.map(\.source))

    /// Of the type and the data, however they are written: in structured or binary mode, with other white space or another order of members. What
    /// tells of the sending, such as `time` and `traceparent`, is no part of it.
    private func digest(of event: CloudEvent) -> Data {
        sealer.digest(of: Data(event.type.utf8) + [0] + (CanonicalJSON.bytes(of: event.data) ?? Array(event.data)))
    }

    /// The message as it was read, or what it is where it lies in another key's partition or the store has refused it.
    private func placed(_ item: ReadMessage, _ trueKey: String, origin: InputTopic.Origin, rejectedByStore: Fault?) -> ReadMessage {
        if origin == .outsiders, let right = rightPartition(of: trueKey, topic: item.message.topic), right != item.message.partition {
            return ReadMessage(
                message: item.message, lane: item.lane, content: .misplaced(key: trueKey, partition: right), key: "", event: item.event)
        }
        guard let rejectedByStore else { return item }
        return ReadMessage(message: item.message, lane: item.lane, content: .unreadable(rejectedByStore), key: item.key, event: item.event)
    }

    /// The longest key that is a key, in bytes: far above any line's or complaint's.
    private static let longestKey = 256

    /// The key as text; `nil` for one that no table could hold: the store would refuse it, and with it every batch that has it.
    private static func text(ofKey key: Data) -> String? {
        guard key.count <= longestKey, !key.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return nil }
        return String(data: key, encoding: .utf8)
    }

    /// Where murmur2 puts a key, as the Java client would; `nil` while the topic is unknown.
    private func rightPartition(of key: String, topic: String) -> Int32? {
        partitionCounts[topic].map { Murmur2.partition(of: Data(key.utf8), count: $0) }
    }
}
