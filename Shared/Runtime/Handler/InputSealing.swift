import Contracts
import Crypto
import Domain

/// Gives a message the key of the document it belongs to, which is known only once that is loaded.
struct InputSealing {
    /// An input whose personal data is sealed by the document's key.
    struct Sealed {
        /// The input, read again; `nil` where the first reading holds.
        let input: (any Sendable)?
        /// The key it was sealed by, where it has to become the document's.
        let newKey: CustomerKeyMade?
    }

    let sealer: any MessageSealer
    let seals: MessageSeals
    let reread: () throws(Fault) -> any Sendable

    /// - Parameter held: the document's key, wrapped; `nil` where it has none yet.
    /// - Throws: a `Fault` where a key cannot be made, which only a broken keyring can cause.
    func input(for held: String?) throws(Fault) -> Sealed {
        if let held, let input = try sealer.sealing(by: held, reread) { return Sealed(input: input, newKey: nil) }
        // None yet, or one that left with a key of the keyring: what that sealed is lost anyway.
        do {
            guard let wrapped = try sealer.key(of: seals) else { return Sealed(input: nil, newKey: nil) }
            guard let id = CustomerKey.id(ofWrapped: wrapped) else { throw CryptoError.malformed }
            return Sealed(input: nil, newKey: CustomerKeyMade(key: id, wrapped: wrapped))
        } catch {
            throw Fault.unsealable("data")
        }
    }
}

extension OutboundEvent {
    /// A customer's key on its way to whoever opens what it seals. Many documents write the topic, so it has no sequence.
    init(_ made: CustomerKeyMade, _ coder: WireCoder) throws(Fault) {
        self.init(
            unsequenced: Topic.customerKeys.name, key: made.key, type: CustomerKeyMade.wireType, id: made.key,
            data: try made.encodeData(with: coder))
    }
}
