public import Domain

/// A message that could not be decided, or one that waits behind such a message of its key.
public struct DeadLetterRow: Equatable, Sendable {
    public enum Kind: String, Sendable {
        /// The one that failed.
        case poison
        /// A later one of the same key.
        case waiting
    }

    /// What an operator asks for.
    public enum Request: String, Sendable {
        case replay
        case discard
    }

    public let lane: LaneID
    /// A serial of the lane; rows of a key are taken in this order.
    public let number: Int64
    public let kind: Kind
    /// The key of the state it belongs to.
    public let key: String
    public let origin: DeadLetterOrigin
    /// Key, headers and payload of the message, sealed; of a timer a message without any.
    public let sealedMessage: SealedText
    public let fault: Fault?
    public let at: Instant
    public let request: Request?
    /// The CloudEvents source and type of the message, where they can be read.
    public let source: String?
    public let type: String?

    public init(
        lane: LaneID, number: Int64, kind: Kind, key: String, origin: DeadLetterOrigin, sealedMessage: SealedText,
        fault: Fault?, at: Instant, request: Request? = nil, source: String? = nil, type: String? = nil
    ) {
        self.lane = lane
        self.number = number
        self.kind = kind
        self.key = key
        self.origin = origin
        self.sealedMessage = sealedMessage
        self.fault = fault
        self.at = at
        self.request = request
        self.source = source
        self.type = type
    }
}
