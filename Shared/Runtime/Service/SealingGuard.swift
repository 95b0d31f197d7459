public import Contracts
public import Crypto
public import Domain
public import Foundation
import Synchronization

/// OpenSSL as the guard of personal data and the sealer of dead letters; one a worker, so its lock is never waited for.
public final class SealingGuard: PersonalDataGuard, MessageSealer {
    private struct Content {
        let sealer: Sealer
        /// A key made for the message at hand.
        var fresh: MessageSeals?
        /// The key that the message's document has.
        var held: CustomerKey?
    }

    private let content: Mutex<Content>
    private let keyring: Keyring
    private let hasher: Mutex<LineHasher>
    private let givesCustomersKeys: Bool

    /// - Parameters:
    ///   - keyring: the keys personal data is sealed with.
    ///   - lineKey: the key service numbers are hashed with; it never changes, or lines would be strangers to their own past.
    ///   - givesCustomersKeys: whether what a message says is sealed by a new key of the customer's own where the document has none, and a dead
    ///     letter by a key beside it. Whoever asks for it has to keep the customer's key: the worker does.
    public init(keyring: Keyring, lineKey: SealingKey, givesCustomersKeys: Bool = false) throws(CryptoError) {
        self.keyring = keyring
        content = Mutex(Content(sealer: try Sealer(keyring)))
        hasher = Mutex(try LineHasher(key: lineKey))
        self.givesCustomersKeys = givesCustomersKeys
    }

    public func token(of line: String) -> LineToken {
        do {
            return LineToken(try hasher.withLock { (hasher) throws(CryptoError) in try hasher.token(for: line) })
        } catch {
            // HMAC over a short text fails only where the process is out of memory; going on with no token would mix lines up.
            preconditionFailure("HMAC failed: \(error)")
        }
    }

    public func digest(of content: Data) -> Data {
        do {
            return try hasher.withLock { (hasher) throws(CryptoError) in try hasher.digest(of: content) }
        } catch {
            // As for a token: two events would else be taken for one.
            preconditionFailure("HMAC failed: \(error)")
        }
    }

    public func seal(_ plain: Data, context: String) throws -> Sealed {
        try content.withLock { content in
            if let held = content.held { return Sealed(try held.seal(plain, context: context)) }
            let fresh = try content.fresh ?? MessageSeals(givesKey: givesCustomersKeys)
            content.fresh = fresh
            return Sealed(try fresh.seal(plain, context: context, otherwise: content.sealer))
        }
    }

    public func seal(_ plain: Data, context: String) throws -> String {
        try content.withLock { try $0.sealer.seal(plain, context: context) }
    }

    public func open(_ sealed: String, context: String) throws -> Data {
        try content.withLock { try SealedApart.open(sealed, by: $0.sealer, context: context) }
    }

    public func sealApart(_ plain: Data, context: String) throws -> SealedApart {
        try content.withLock { content in
            // As releases kept it that know no such keys.
            guard givesCustomersKeys else { return SealedApart(key: nil, text: try content.sealer.seal(plain, context: context)) }
            let key = try CustomerKey()
            return SealedApart(key: try key.wrapped(by: content.sealer), text: try key.seal(plain, context: context))
        }
    }

    public func takeSeals() -> MessageSeals? {
        content.withLock { content in
            defer { content.fresh = nil }
            return content.fresh
        }
    }

    public func key(of seals: MessageSeals) throws -> String? {
        try seals.wrapped(by: keyring)
    }

    public func sealing<Read>(by key: String, _ body: () throws(Fault) -> Read) throws(Fault) -> Read? {
        do {
            try content.withLock { $0.held = try CustomerKey(wrapped: key, by: $0.sealer) }
        } catch {
            return nil
        }
        defer { content.withLock { $0.held = nil } }
        return try body()
    }
}
