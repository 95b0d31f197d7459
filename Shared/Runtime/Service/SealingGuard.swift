public import Contracts
public import Crypto
public import Domain
public import Foundation
import Synchronization

/// OpenSSL as the guard of personal data and the sealer of dead letters; one a worker, so its lock is never waited for.
public final class SealingGuard: PersonalDataGuard, MessageSealer {
    private let sealer: Mutex<Sealer>
    private let hasher: Mutex<LineHasher>

    /// - Parameters:
    ///   - keyring: the keys personal data is sealed with.
    ///   - lineKey: the key service numbers are hashed with; it never changes, or lines would be strangers to their own past.
    public init(keyring: Keyring, lineKey: SealingKey) throws(CryptoError) {
        sealer = Mutex(try Sealer(keyring))
        hasher = Mutex(try LineHasher(key: lineKey))
    }

    public func token(of line: String) -> LineToken {
        do {
            return LineToken(try hasher.withLock { (hasher) throws(CryptoError) in try hasher.token(for: line) })
        } catch {
            // HMAC over a short text fails only where the process is out of memory; going on with no token would mix lines up.
            preconditionFailure("HMAC failed: \(error)")
        }
    }

    public func seal(_ plain: Data, context: String) throws -> Sealed {
        Sealed(try seal(plain, context: context) as String)
    }

    public func seal(_ plain: Data, context: String) throws -> String {
        try sealer.withLock { try $0.seal(plain, context: context) }
    }

    public func open(_ sealed: String, context: String) throws -> Data {
        try sealer.withLock { try $0.open(sealed, context: context) }
    }
}
