import Contracts
import Domain
import Foundation
import JSON
import Kafka

/// Reads each message of a handler's topics once, and tells whose it is and whether it is let in. Nothing is sealed yet: the key of its document is
/// not known before the document is loaded.
struct MessageReader<Handler: LaneHandler> {
    private let handler: Handler
    private let context: LaneContext
    private let group: LaneGroup
    private let origins: [String: InputTopic.Origin]

    init(_ handler: Handler, _ context: LaneContext) {
        self.handler = handler
        self.context = context
        group = handler.group
        origins = Dictionary(uniqueKeysWithValues: handler.group.topics.map { ($0.name, $0.origin) })
    }

    /// Who writes a topic; `nil` where the handler does not read it.
    func origin(of topic: String) -> InputTopic.Origin? { origins[topic] }

    /// - Returns: `nil` for a message of another handler.
    func read(_ message: ConsumedMessage, rejectedByStore rejected: Fault?) -> ReadMessage<Handler.Input>? {
        guard let origin = origins[message.topic] else { return nil }
        return read(message, in: group.lane(message.partition), from: origin, rejectedByStore: rejected)
    }

    /// Reads a message in the lane where it lies.
    ///
    /// - Parameter rejected: why the store has refused it; it is not decided then.
    func read(
        _ message: ConsumedMessage, in lane: LaneID, from origin: InputTopic.Origin, rejectedByStore rejected: Fault?
    ) -> ReadMessage<Handler.Input> {
        var place = Place(message: message, lane: lane, origin: origin)
        let messageKey = message.key.flatMap(KeyText.text(of:)) ?? ""
        let fallbackKey = messageKey.isEmpty ? "" : handler.stateKey(forMessageKey: messageKey)
        let reading: Reading<Handler.Input>
        do throws(Fault) {
            let event = try CloudEventReader.read(value: message.value, headers: message.headers)
            do throws(Fault) {
                reading = try handler.read(event, from: message.topic)
            } catch {
                place.event = event
                throw error
            }
            place.event = consume event
        } catch {
            return unreadable(error, place, messageKey: messageKey, fallbackKey: fallbackKey, rejected)
        }
        switch reading {
        case .input(let draft, let stateKey, let trueKey): return placed(.input(draft), place, stateKey, trueKey, rejected)
        case .command(let command, let stateKey, let trueKey):
            guard let refusal = command.verdict() else { return placed(.input(command.draft), place, stateKey, trueKey, rejected) }
            return placed(.refused(answer: command.answer(refusal), refusal), place, stateKey, trueKey, rejected)
        case .skipped: return item(.skipped, place, key: fallbackKey)
        case .ignored: return item(.ignored, place, key: "")
        }
    }

    private func unreadable(
        _ fault: Fault, _ place: Place, messageKey: String, fallbackKey: String, _ rejected: Fault?
    ) -> ReadMessage<Handler.Input> {
        let isAnswerable = place.origin == .outsiders && rejected == nil
        if isAnswerable, let answered = answer(to: place, fault) { return answered }
        // What cannot be read is put aside where its key belongs, so that what waits behind it lies in the same lane.
        if place.origin == .outsiders, !messageKey.isEmpty, let right = misplacement(of: messageKey, place.message) {
            return item(.misplaced(key: messageKey, partition: right), place, key: "")
        }
        return item(.unreadable(fault), place, key: fallbackKey)
    }

    /// The id of the answer to a message that is rejected: the same each time it is read.
    func rejectionID(of message: ConsumedMessage) -> String {
        "\(context.service)/rejected/\(message.topic)/\(message.partition)/\(message.offset)"
    }

    /// Where a message lies and what it is as an event, as far as that is known.
    private struct Place {
        let message: ConsumedMessage
        let lane: LaneID
        let origin: InputTopic.Origin
        var event: CloudEvent?
    }

    private func item(_ content: ReadMessage<Handler.Input>.Content, _ place: consuming Place, key: String) -> ReadMessage<Handler.Input> {
        var digest: Data?
        if place.origin == .outsiders, content.isDone, let event = place.event { digest = self.digest(of: event) }
        let received = ReceivedMessage(
            message: place.message, lane: place.lane, origin: place.origin, key: key, event: place.event, standing: content.standing,
            digest: digest)
        return ReadMessage(received: received, content: content)
    }

    /// The message as it was read, or what it is where it lies in another key's partition or the store has refused it.
    private func placed(
        _ content: ReadMessage<Handler.Input>.Content, _ place: consuming Place, _ stateKey: String, _ trueKey: String, _ rejected: Fault?
    ) -> ReadMessage<Handler.Input> {
        if place.origin == .outsiders, let right = misplacement(of: trueKey, place.message) {
            return item(.misplaced(key: trueKey, partition: right), place, key: "")
        }
        if let rejected { return item(.unreadable(rejected), place, key: stateKey) }
        return item(content, place, key: stateKey)
    }

    /// A message that cannot be read and whose sender can be told so; `nil` where there is nobody to tell, or the fault is ours.
    private func answer(to place: Place, _ fault: Fault) -> ReadMessage<Handler.Input>? {
        let message = place.message
        guard !fault.isOurs, let event = place.event ?? CloudEventReader.sender(value: message.value, headers: message.headers),
            !Party.isOurs(event.source)
        else { return nil }
        let id = rejectionID(of: message)
        guard let answer = handler.refusal(of: event, from: message.topic, fault, id: id, at: context.clock.now()) else { return nil }
        var place = place
        place.event = event
        return item(.answered(answer), place, key: "")
    }

    /// The partition where a key belongs, where the message lies in another.
    private func misplacement(of key: String, _ message: ConsumedMessage) -> Int32? {
        guard let right = context.topics.rightPartition(of: key, topic: message.topic), right != message.partition else { return nil }
        return right
    }

    /// Of the type and the data, however they are written: in structured or binary mode, with other white space or another order of members. What
    /// tells of the sending, such as `time` and `traceparent`, is no part of it.
    private func digest(of event: CloudEvent) -> Data {
        context.sealer.digest(of: Data(event.type.utf8) + [0] + (CanonicalJSON.bytes(of: event.data) ?? Array(event.data)))
    }
}

/// A Kafka key as text.
enum KeyText {
    /// The longest key that is a key, in bytes: far above any line's or complaint's.
    private static let longest = 256

    /// What some programs write before UTF-8; it says nothing.
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// `nil` for one that no table could hold: the store would refuse it, and with it every batch that has it.
    static func text(of key: Data) -> String? {
        guard key.count <= longest else { return nil }
        let bytes = key.span
        for index in bytes.indices where bytes[index] < 0x20 || bytes[index] == 0x7F { return nil }
        let mark = Self.byteOrderMark
        let hasMark = bytes.count >= mark.count && mark.indices.allSatisfy { bytes[$0] == mark[$0] }
        do {
            return String(copying: try UTF8Span(validating: bytes.extracting((hasMark ? mark.count : 0)...)))
        } catch {
            return nil
        }
    }
}

extension Party {
    /// The sources of the services' own events.
    private static let ownSources = Set(services.map(\.source))

    /// Of what the services themselves write nothing is answered: it is ours, and nobody reads an answer to it.
    static func isOurs(_ source: String) -> Bool { ownSources.contains(source) }
}
