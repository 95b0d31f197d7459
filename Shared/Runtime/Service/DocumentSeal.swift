public import Contracts
import Crypto
public import Domain
public import Foundation
import Synchronization

/// Seals what is said to one document, by the key that belongs to the document.
///
/// It is made once the document is loaded, so what is said is sealed once, by the right key. A document that has none is given one with the first
/// text; nothing is made or unwrapped before. Where customers are given no keys, the keyring seals in their place.
public final class DocumentSeal: PersonalDataGuard {
    private enum Key {
        case missing
        /// The document's key as it is kept.
        case kept(wrapped: SealedText)
        case held(CustomerKey)
        /// A new key, which has to become the document's.
        case made(CustomerKey)
    }

    private let key: Mutex<Key>
    private let owner: SealingGuard
    private let keyring: Keyring

    /// - Parameter kept: the document's key, wrapped; `nil` where it has none yet.
    init(_ kept: SealedText?, of owner: SealingGuard, keyring: Keyring) {
        key = Mutex(kept.map { Key.kept(wrapped: $0) } ?? Key.missing)
        self.owner = owner
        self.keyring = keyring
    }

    public func token(of line: String) -> LineToken { owner.token(of: line) }

    public func seal(_ plain: Data, context: String) throws -> SealedText {
        let sealed: String? = try key.withLock { key in
            switch key {
            case .held(let own), .made(let own): return try own.seal(plain, context: context)
            case .kept(let wrapped):
                if let own = Self.unwrapped(wrapped, keyring) {
                    key = .held(own)
                    return try own.seal(plain, context: context)
                }
            case .missing: break
            }
            guard owner.givesCustomersKeys else { return nil }
            let own = try CustomerKey()
            key = .made(own)
            return try own.seal(plain, context: context)
        }
        if let sealed { return SealedText(ciphertext: sealed) }
        return try owner.seal(plain, context: context)
    }

    /// `nil` for a key that left with a key of the keyring: what it sealed is lost anyway, and the document gets another.
    private static func unwrapped(_ wrapped: SealedText, _ keyring: Keyring) -> CustomerKey? {
        do {
            return try CustomerKey(wrapped: wrapped.ciphertext, by: Sealer(keyring))
        } catch {
            return nil
        }
    }

    /// The key that was made here, for the document to keep and for whoever opens what it seals; `nil` where none was.
    ///
    /// - Throws: a `Fault` where it cannot be wrapped, which only a broken keyring can cause.
    func newKey() throws(Fault) -> CustomerKeyMade? {
        do {
            let wrapped: SealedText? = try key.withLock { key in
                switch key {
                case .made(let own): SealedText(ciphertext: try own.wrapped(by: Sealer(keyring)))
                case .missing, .kept, .held: nil
                }
            }
            guard let wrapped else { return nil }
            guard let id = CustomerKey.id(ofWrapped: wrapped.ciphertext) else { throw CryptoError.malformed }
            return CustomerKeyMade(key: id, wrapped: wrapped)
        } catch {
            throw Fault.unsealable("data")
        }
    }

    /// The new key has become the document's.
    func keepNewKey() {
        key.withLock { key in
            if case .made(let own) = key { key = .held(own) }
        }
    }
}
