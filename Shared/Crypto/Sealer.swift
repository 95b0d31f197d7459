public import Foundation

/// Seals texts so that only holders of the keyring read them and nobody alters or moves them unnoticed; owned by one thread.
///
/// A sealed text is `v1.<key>.<base64url of nonce ‖ cipher text ‖ tag>` by AES-256-GCM with a random nonce of 96 bits. With random nonces one
/// key is good for 2³² texts (NIST SP 800-38D, section 8.3); change the current key before that.
public final class Sealer {
    private static let version = "v1"

    private let keyring: Keyring
    private let sealing: GCMContext
    private let prefix: [UInt8]
    /// Made when a key is first needed to open something.
    private var opening: [String: GCMContext] = [:]

    /// Takes the keys; throws ``CryptoError/library(_:)`` if OpenSSL offers no AES-256-GCM.
    public init(_ keyring: Keyring) throws(CryptoError) {
        guard let key = keyring.keys[keyring.current] else { throw .incompleteKeyring }
        self.keyring = keyring
        sealing = try GCMContext(key: key, encrypts: true)
        prefix = Array("\(Self.version).\(keyring.current).".utf8)
    }

    /// Seals a text for a context: what it belongs to, such as a complaint number and a field. It can be opened only with the same context.
    public func seal(_ plain: Data, context: String) throws(CryptoError) -> String {
        try seal(plain, context: Array(context.utf8), nonce: randomBytes(GCMContext.nonceLength))
    }

    /// Opens a sealed text.
    ///
    /// Throws ``CryptoError/malformed`` for what is no sealed text, ``CryptoError/unknownKey(_:)`` for a key the keyring doesn't hold, and
    /// ``CryptoError/tampered`` for a text that was altered or sealed for another context.
    public func open(_ text: String, context: String) throws(CryptoError) -> Data {
        guard let (id, letters) = Self.parts(of: text, version: Self.version), let message = Base64URL.decode(letters) else {
            throw .malformed
        }
        return try opener(id).open(message, context: Array(context.utf8))
    }

    /// The identifier of the key a text was sealed with, to find what is still under an old one; nil for what is no sealed text.
    public static func key(of text: String) -> String? {
        parts(of: text, version: version)?.key
    }

    /// Seals with a nonce that is given, for the published vectors.
    func seal(_ plain: Data, context: [UInt8], nonce: [UInt8]) throws(CryptoError) -> String {
        let message = try sealing.seal(plain, nonce: nonce, context: context)
        var text = prefix
        text.reserveCapacity(prefix.count + (message.count * 4 + 2) / 3)
        Base64URL.append(message[...], to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// Takes a sealed text apart, as bytes: looking for whole characters in it would cost more than opening it.
    static func parts(of text: String, version: String) -> (key: String, letters: ArraySlice<UInt8>)? {
        let parts = Array(text.utf8).split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].elementsEqual(version.utf8) else { return nil }
        return (String(decoding: parts[1], as: UTF8.self), parts[2])
    }

    private func opener(_ id: String) throws(CryptoError) -> GCMContext {
        if let context = opening[id] { return context }
        guard let key = keyring.keys[id] else { throw .unknownKey(id) }
        let context = try GCMContext(key: key, encrypts: false)
        opening[id] = context
        return context
    }
}
