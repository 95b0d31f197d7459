import Contracts
import Domain
import Foundation
import Kafka

/// The lanes of one handler: reads their messages, and reads and writes their states.
final class HandlerLanes<Handler: LaneHandler> {
    let handler: Handler
    let context: LaneContext
    let group: LaneGroup
    private let reader: MessageReader<Handler>

    init(_ handler: Handler, _ context: LaneContext) {
        self.handler = handler
        self.context = context
        group = handler.group
        reader = MessageReader(handler, context)
    }

    func read(_ messages: ArraySlice<ConsumedMessage>, rejectedByStore rejected: Fault?) -> HandlerBatch<Handler> {
        let batch = HandlerBatch(self)
        batch.reserve(messages.count)
        for message in messages {
            if let item = reader.read(message, rejectedByStore: rejected) { batch.add(item) }
        }
        return batch
    }

    /// Reads a message once more that was put aside, in the lane where it lies.
    ///
    /// - Throws: a fault where it cannot be opened, or its topic is not read any more.
    func reread(_ row: DeadLetterRow, topic: String, partition: Int32, offset: Int64) throws(Fault) -> ReadMessage<Handler.Input> {
        guard let origin = reader.origin(of: topic) else {
            throw Fault(field: "topic", problem: "is not read by this release", expected: "one of \(context.topics.names)")
        }
        let parked = try ParkedMessage(opening: row.sealedMessage, by: context.sealer)
        return reader.read(
            parked.message(topic: topic, partition: partition, offset: offset), in: row.lane, from: origin, rejectedByStore: nil)
    }

    /// The answer to an event that uses the id of another; `nil` where nobody listens for one.
    func answer(to item: ReceivedMessage, _ event: CloudEvent, _ fault: Fault, at now: Instant) -> OutboundEvent? {
        handler.refusal(of: event, from: item.message.topic, fault, id: reader.rejectionID(of: item.message), at: now)
    }

    func decode(_ row: StateRow) throws(Fault) -> StoredState<Handler.State> {
        do {
            return try context.coder.decode(StoredState<Handler.State>.self, from: row.body)
        } catch {
            throw Fault(field: "state", problem: "cannot be read as this release writes it", expected: "a state of \(group.name)")
        }
    }

    /// - Parameter state: is read alone; it is lent, as a copy would count each of its fields.
    func encode(_ state: inout StoredState<Handler.State>) -> Data { context.coder.encode(state) }
}
