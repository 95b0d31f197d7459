public import Foundation

/// A key of one customer's, which seals what belongs to them: once it is destroyed, nothing it sealed opens any more, wherever a copy lies.
///
/// A text it seals is `v2.<identifier>.<base64url of nonce ‖ cipher text ‖ tag>` by AES-256-GCM. It is kept and travels only wrapped, as
/// `<identifier>:<the key, sealed by the keyring>`. Owned by one thread.
public final class CustomerKey {
    /// What a wrapped key is sealed for; bound into the seal.
    public static let context = "redress.customer-key.v1"
    static let version = "v2"

    /// Drawn by chance, so that it tells nothing: 16 letters of base64url.
    public let id: String
    private let key: SealingKey
    private let prefix: [UInt8]
    private let sealing: GCMContext
    /// Made when something is first opened.
    private var opening: GCMContext?

    /// Makes a new key from the system's randomness.
    public convenience init() throws(CryptoError) {
        var letters: [UInt8] = []
        Base64URL.append(try randomBytes(12)[...], to: &letters)
        try self.init(id: String(decoding: letters, as: UTF8.self), key: .generate())
    }

    /// Unwraps a key.
    ///
    /// Throws ``CryptoError/malformed`` for what is no wrapped key, and what ``Sealer/open(_:context:)`` throws.
    public convenience init(wrapped: String, by sealer: Sealer) throws(CryptoError) {
        guard let colon = wrapped.utf8.firstIndex(of: UInt8(ascii: ":")), colon != wrapped.startIndex else { throw .malformed }
        let bytes = try sealer.open(String(wrapped[wrapped.index(after: colon)...]), context: Self.context)
        try self.init(id: String(wrapped[..<colon]), key: SealingKey(bytes))
    }

    private init(id: String, key: SealingKey) throws(CryptoError) {
        self.id = id
        self.key = key
        prefix = Array("\(Self.version).\(id).".utf8)
        sealing = try GCMContext(key: key, encrypts: true)
    }

    /// The key as it is kept and as it travels: readable to the holders of the keyring alone.
    public func wrapped(by sealer: Sealer) throws(CryptoError) -> String {
        "\(id):\(try sealer.seal(unsafe Data(key.unsafeBytes), context: Self.context))"
    }

    /// Seals a text for a context, as ``Sealer/seal(_:context:)`` does. Two texts of equal length give sealed texts of equal length.
    public func seal(_ plain: Data, context: String) throws(CryptoError) -> String {
        let message = try sealing.seal(plain, nonce: randomBytes(GCMContext.nonceLength), context: Array(context.utf8))
        var text = prefix
        text.reserveCapacity(prefix.count + (message.count * 4 + 2) / 3)
        Base64URL.append(message[...], to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// Opens a text that this key sealed.
    ///
    /// Throws ``CryptoError/malformed`` for what is no text of a customer's key, ``CryptoError/unknownKey(_:)`` for another key's, and
    /// ``CryptoError/tampered`` for a text that was altered or sealed for another context.
    public func open(_ text: String, context: String) throws(CryptoError) -> Data {
        guard let (id, letters) = Sealer.parts(of: text, version: Self.version), let message = Base64URL.decode(letters) else {
            throw .malformed
        }
        guard id == self.id else { throw .unknownKey(id) }
        if opening == nil { opening = try GCMContext(key: key, encrypts: false) }
        guard let opening else { throw .malformed }
        return try opening.open(message, context: Array(context.utf8))
    }

    /// Which customer's key sealed a text; `nil` for what a keyring sealed, or nobody.
    public static func id(of text: String) -> String? {
        Sealer.parts(of: text, version: version)?.key
    }

    /// The identifier of a wrapped key; `nil` for what is none.
    public static func id(ofWrapped wrapped: String) -> String? {
        wrapped.utf8.firstIndex(of: UInt8(ascii: ":")).map { String(wrapped[..<$0]) }.flatMap { $0.isEmpty ? nil : $0 }
    }
}
