import Crypto
import Foundation
import Synchronization

/// The new key by which the personal data of one message was sealed while it was read.
///
/// A message is read before it is known whether its document has a key. Where it has none, this becomes the document's. Where it has one, the
/// message is read again, sealing by that one, and this is forgotten.
public final class MessageSeals: Sendable {
    private let key: Mutex<CustomerKey>

    init() throws(CryptoError) {
        key = Mutex(try CustomerKey())
    }

    func seal(_ plain: Data, context: String) throws(CryptoError) -> String {
        try key.withLock { (key) throws(CryptoError) in try key.seal(plain, context: context) }
    }

    /// The key as a document keeps it.
    func wrapped(by keyring: Keyring) throws(CryptoError) -> String {
        try key.withLock { (key) throws(CryptoError) in try key.wrapped(by: Sealer(keyring)) }
    }
}
