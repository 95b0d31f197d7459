import COpenSSL
public import Foundation

/// A sender's private key, by which it signs (Ed25519, RFC 8032); printing it shows nothing.
///
/// It is kept as PEM (PKCS #8, RFC 8410), which `openssl genpkey -algorithm ed25519` makes as well.
public final class SigningKey: Sendable, CustomStringConvertible, CustomReflectable {
    /// The public half.
    public let verifyingKey: VerifyingKey
    private let key: KeyHandle

    private init(_ key: KeyHandle) throws(CryptoError) {
        verifyingKey = try VerifyingKey(key.publicBytes())
        self.key = key
    }

    /// Takes the 32 bytes of a private key; throws ``CryptoError/malformedPrivateKey`` for anything else.
    public convenience init(_ seed: Data) throws(CryptoError) {
        try self.init(KeyHandle(privateBytes: seed, algorithm: NID_ED25519))
    }

    /// Reads a key from PEM without a password; throws ``CryptoError/malformedPrivateKey`` for anything else.
    public convenience init(pem: String) throws(CryptoError) {
        try self.init(KeyHandle(pem: pem, algorithm: NID_ED25519))
    }

    /// Reads a key from a file; throws ``CryptoError/unreadableKey(file:)`` or ``CryptoError/malformedPrivateKey``.
    public convenience init(file: URL) throws(CryptoError) {
        try self.init(pem: KeyFile.text(of: file))
    }

    /// Makes a new key from the system's randomness.
    public static func generate() throws(CryptoError) -> SigningKey {
        try SigningKey(Data(randomBytes(KeyHandle.length)))
    }

    /// The 64 bytes of the message's signature, the same each time.
    public func signature(of message: Data) throws(CryptoError) -> Data {
        guard let context = unsafe EVP_MD_CTX_new() else { throw .library("EVP_MD_CTX_new") }
        defer { unsafe EVP_MD_CTX_free(context) }
        var signature = Data(count: VerifyingKey.signatureLength)
        var length = signature.count
        guard unsafe EVP_DigestSignInit(context, nil, nil, nil, key.pointer) == 1 else {
            ERR_clear_error()
            throw .library("EVP_DigestSignInit")
        }
        let done = unsafe signature.withUnsafeMutableBytes { signature in
            unsafe message.withUnsafeBytes { message in
                unsafe EVP_DigestSign(
                    context, signature.bindMemory(to: UInt8.self).baseAddress, &length,
                    message.bindMemory(to: UInt8.self).baseAddress, message.count)
            }
        }
        guard done == 1, length == VerifyingKey.signatureLength else {
            ERR_clear_error()
            throw .library("EVP_DigestSign")
        }
        return signature
    }

    /// The key as PEM, to be written where secrets are kept.
    public func pem() throws(CryptoError) -> String { try key.pem() }

    /// Writes the key as PEM into a new file that only its owner reads.
    ///
    /// - Throws: ``CryptoError/unwritableKey(file:)`` where the file is there already or cannot be made.
    public func write(to file: URL) throws(CryptoError) { try KeyFile.writeNew(pem(), to: file) }

    /// Hides the key.
    public var description: String { "SigningKey" }

    /// Hides the key from dumps too.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
