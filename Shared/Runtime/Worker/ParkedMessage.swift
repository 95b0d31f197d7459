import Contracts
import Domain
public import Foundation
import Kafka

/// A message as it is kept in the dead letters, or in the journal until it is forwarded: key, headers and payload, sealed together.
public struct ParkedMessage: Codable {
    public let key: Data?
    public let headers: [ForwardedHeader]
    public let value: Data?

    init(key: Data?, headers: [ForwardedHeader], value: Data?) {
        self.key = key
        self.headers = headers
        self.value = value
    }

    /// The same message with another payload, as an operator mends it.
    public func replacing(payload: Data) -> ParkedMessage { ParkedMessage(key: key, headers: headers, value: payload) }

    init(_ message: ConsumedMessage) {
        self.init(
            key: message.key, headers: message.headers.map { ForwardedHeader(name: $0.name, value: $0.value) }, value: message.value)
    }

    init(opening sealed: SealedText, by sealer: any MessageSealer) throws(Fault) {
        do {
            self = try JSONDecoder().decode(ParkedMessage.self, from: sealer.open(sealed, context: SealContext.deadLetter))
        } catch {
            throw Fault(
                field: "sealed message", problem: "cannot be opened", expected: "a message sealed with a key of this service's keyring")
        }
    }

    /// - Throws: a fault where sealing fails, which only a broken key can cause.
    func sealed(by sealer: any MessageSealer) throws(Fault) -> SealedApart {
        do {
            return try sealer.sealApart(JSONEncoder().encode(self), context: SealContext.deadLetter)
        } catch {
            throw Fault.unsealable("")
        }
    }

    func message(topic: String, partition: Int32, offset: Int64) -> ConsumedMessage {
        ConsumedMessage(
            topic: topic, partition: partition, offset: offset, key: key, value: value,
            headers: MessageHeaders(headers.lazy.map { ($0.name, $0.value) }), timestampMilliseconds: nil)
    }
}

/// A header kept as it came.
public struct ForwardedHeader: Hashable, Codable, Sendable {
    public let name: String
    public let value: Data?

    init(name: String, value: Data?) {
        self.name = name
        self.value = value
    }
}
