import COpenSSL
public import Foundation

/// A gateway's private key, by which it opens the texts that are for it alone (X25519, RFC 7748); printing it shows nothing.
///
/// It is kept as PEM (PKCS #8, RFC 8410), which `openssl genpkey -algorithm x25519` makes as well.
public final class GatewayKey: Sendable, CustomStringConvertible, CustomReflectable {
    /// The public half, which the services seal for.
    public let recipient: RecipientKey
    private let key: KeyHandle

    private init(_ key: KeyHandle) throws(CryptoError) {
        recipient = try RecipientKey(key.publicBytes())
        self.key = key
    }

    /// Takes the 32 bytes of a private key; throws ``CryptoError/malformedPrivateKey`` for anything else.
    public convenience init(_ bytes: Data) throws(CryptoError) {
        try self.init(KeyHandle(privateBytes: bytes, algorithm: NID_X25519))
    }

    /// Reads a key from PEM without a password; throws ``CryptoError/malformedPrivateKey`` for anything else.
    public convenience init(pem: String) throws(CryptoError) {
        try self.init(KeyHandle(pem: pem, algorithm: NID_X25519))
    }

    /// Makes a new key from the system's randomness.
    public static func generate() throws(CryptoError) -> GatewayKey {
        try GatewayKey(Data(randomBytes(KeyHandle.length)))
    }

    /// The key as PEM, to be written where secrets are kept.
    public func pem() throws(CryptoError) -> String { try key.pem() }

    /// Writes the key as PEM into a new file that only its owner reads.
    ///
    /// - Throws: ``CryptoError/unwritableKey(file:)`` where the file is there already or cannot be made.
    public func write(to file: URL) throws(CryptoError) { try KeyFile.writeNew(pem(), to: file) }

    /// What this key and another's public half agree on, which nobody else can make.
    func agreement(with other: RecipientKey) throws(CryptoError) -> Data { try key.agreement(with: other.key) }

    /// Hides the key.
    public var description: String { "GatewayKey" }

    /// Hides the key from dumps too.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
