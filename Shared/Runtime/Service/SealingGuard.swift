public import Contracts
public import Crypto
public import Domain
public import Foundation
import Synchronization

/// OpenSSL as the guard of personal data and the sealer of dead letters; one a worker, so its lock is never waited for.
public final class SealingGuard: PersonalDataGuard, MessageSealer {
    private let sealer: Mutex<Sealer>
    private let keyring: Keyring
    private let hasher: Mutex<LineHasher>
    /// Whether a document that has no key is given one with the first thing said to it.
    let givesCustomersKeys: Bool

    /// - Parameters:
    ///   - keyring: the keys personal data is sealed with.
    ///   - lineKey: the key service numbers are hashed with; it never changes, or lines would be strangers to their own past.
    ///   - givesCustomersKeys: whether a document that has no key is given one with the first thing said to it, and a dead letter is sealed
    ///     by a key beside it. Whoever asks for it has to keep the customer's key: the worker does.
    public init(keyring: Keyring, lineKey: SealingKey, givesCustomersKeys: Bool = false) throws(CryptoError) {
        self.keyring = keyring
        sealer = Mutex(try Sealer(keyring))
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

    public func seal(_ plain: Data, context: String) throws -> SealedText {
        SealedText(ciphertext: try sealer.withLock { try $0.seal(plain, context: context) })
    }

    public func open(_ sealed: SealedText, context: String) throws -> Data {
        try sealer.withLock { try SealedApart.open(sealed, by: $0, context: context) }
    }

    public func sealApart(_ plain: Data, context: String) throws -> SealedApart {
        try sealer.withLock { sealer in
            // As releases kept it that know no such keys.
            guard givesCustomersKeys else {
                return SealedApart(key: nil, text: SealedText(ciphertext: try sealer.seal(plain, context: context)))
            }
            let key = try CustomerKey()
            return SealedApart(
                key: SealedText(ciphertext: try key.wrapped(by: sealer)),
                text: SealedText(ciphertext: try key.seal(plain, context: context)))
        }
    }

    public func documentSeal(keeping key: SealedText?) -> DocumentSeal { DocumentSeal(key, of: self, keyring: keyring) }
}
