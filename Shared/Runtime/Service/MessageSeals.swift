import Crypto
import Foundation
import Synchronization

/// The new key by which the personal data of one message was sealed while it was read.
///
/// A message is read before it is known whether its document has a key. Where it has none, this becomes the document's. Where it has one, the
/// message is read again, sealing by that one, and this is forgotten. Where customers are given no keys it has none, and the keyring seals in
/// its place.
public final class MessageSeals: Sendable {
    private let key: Mutex<CustomerKey?>

    init(givesKey: Bool) throws(CryptoError) {
        key = Mutex(givesKey ? try CustomerKey() : nil)
    }

    func seal(_ plain: Data, context: String, otherwise keyring: Sealer) throws(CryptoError) -> String {
        try key.withLock { (key) throws(CryptoError) in
            guard let key else { return try keyring.seal(plain, context: context) }
            return try key.seal(plain, context: context)
        }
    }

    /// The key as a document keeps it; `nil` where the keyring sealed.
    func wrapped(by keyring: Keyring) throws(CryptoError) -> String? {
        try key.withLock { (key) throws(CryptoError) in try key?.wrapped(by: Sealer(keyring)) }
    }
}
