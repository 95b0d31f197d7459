import Contracts
import Domain
import Foundation
import Kafka

/// A message of a batch, and what may be known of it without the types of its handler.
///
/// A class, as it goes through many hands: each copy of its dozens of fields would count every one of them.
final class ReceivedMessage {
    /// How far it could be read.
    enum Standing {
        /// Whole, and it belongs to a state that is asked.
        case decidable
        /// Whole, and its sender may not command so.
        case refused(CommandGate.Refusal)
        /// It cannot be read, though its sender is known and answered.
        case answered
        /// It is of no use here, or belongs to another partition.
        case passedOver
        case unreadable(Fault)
    }

    let message: ConsumedMessage
    let lane: LaneID
    let origin: InputTopic.Origin
    /// The key of the state it belongs to; empty where that cannot be told.
    let key: String
    let event: CloudEvent?
    let standing: Standing
    /// Of what an outsider sent: what its content comes to.
    let digest: Data?

    init(
        message: ConsumedMessage, lane: LaneID, origin: InputTopic.Origin, key: String, event: CloudEvent?, standing: Standing,
        digest: Data?
    ) {
        self.message = message
        self.lane = lane
        self.origin = origin
        self.key = key
        self.event = event
        self.standing = standing
        self.digest = digest
    }

    /// Whether it was read whole, and belongs to a state that is asked.
    var isDecidable: Bool {
        switch standing {
        case .decidable, .refused: true
        case .answered, .passedOver, .unreadable: false
        }
    }

    /// By which a repetition of it is known.
    func identity(of event: CloudEvent) -> EventIdentity {
        EventIdentity(lane: lane, key: key, source: event.source, id: event.id, digest: digest)
    }

    /// Who sent it and what it is, as far as that can be read.
    var sender: (source: String?, type: String?) {
        if let event { return (event.source, event.type) }
        return CloudEventSender.read(value: message.value, headers: message.headers)
    }
}

/// One message, and what reading it gave. A class for the same reason.
final class ReadMessage<Input: Sendable> {
    enum Content {
        case input(Draft<Input>)
        /// A command that is not let in, with the input that answers it.
        indirect case refused(answer: Input, CommandGate.Refusal)
        /// An event that cannot be read though its sender is known, with the answer; it is nobody's, so nothing waits behind it.
        indirect case answered(OutboundEvent)
        /// Of no use here; only its place in the sequence is noted.
        case skipped
        case ignored
        /// It belongs to another partition.
        case misplaced(key: String, partition: Int32)
        case unreadable(Fault)

        var standing: ReceivedMessage.Standing {
            switch self {
            case .input: .decidable
            case .refused(_, let refusal): .refused(refusal)
            case .answered: .answered
            case .skipped, .ignored, .misplaced: .passedOver
            case .unreadable(let fault): .unreadable(fault)
            }
        }

        /// Whether a decider is asked, or its sender answered: what is done once only.
        var isDone: Bool {
            switch self {
            case .input, .refused, .answered: true
            case .skipped, .ignored, .misplaced, .unreadable: false
            }
        }

        /// Whether the state of its key is needed.
        var needsState: Bool {
            switch self {
            case .input, .refused, .answered, .skipped, .unreadable: true
            case .ignored, .misplaced: false
            }
        }
    }

    let received: ReceivedMessage
    let content: Content

    init(received: ReceivedMessage, content: Content) {
        self.received = received
        self.content = content
    }
}
