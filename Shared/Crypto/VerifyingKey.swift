import COpenSSL
public import Foundation

/// A sender's public key, by which its signatures are checked (Ed25519, RFC 8032).
public final class VerifyingKey: Sendable {
    /// How many bytes a signature has.
    public static let signatureLength = 64

    /// The key's name, by which a signature says whose it is: the first 16 hexadecimal digits of the SHA-256 of its 32 bytes.
    public let id: String
    /// The 32 bytes, which everybody may know.
    public let bytes: Data
    private let key: KeyHandle

    /// Takes the 32 bytes of a public key; throws ``CryptoError/malformedPublicKey`` for anything else.
    public init(_ bytes: Data) throws(CryptoError) {
        key = try KeyHandle(publicBytes: bytes, algorithm: NID_ED25519)
        self.bytes = bytes
        id = Hexadecimal.encode(SHA256.digest(bytes).prefix(8))
    }

    /// Reads the 32 bytes in base64 (either alphabet) or hexadecimal.
    public convenience init(text: String) throws(CryptoError) {
        guard let data = Hexadecimal.decode(text) ?? Base64URL.decodeLeniently(text) else { throw .malformedPublicKey }
        try self.init(data)
    }

    /// The key in base64, as it stands in a register of senders.
    public func base64() -> String { bytes.base64EncodedString() }

    /// Whether the signature is that of the message by this key.
    ///
    /// - Throws: ``CryptoError/library(_:)`` where OpenSSL cannot check at all.
    public func isValid(_ signature: Data, for message: Data) throws(CryptoError) -> Bool {
        guard signature.count == Self.signatureLength else { return false }
        guard let context = unsafe EVP_MD_CTX_new() else { throw .library("EVP_MD_CTX_new") }
        defer { unsafe EVP_MD_CTX_free(context) }
        guard unsafe EVP_DigestVerifyInit(context, nil, nil, nil, key.pointer) == 1 else {
            ERR_clear_error()
            throw .library("EVP_DigestVerifyInit")
        }
        let result = unsafe signature.withUnsafeBytes { signature in
            unsafe message.withUnsafeBytes { message in
                unsafe EVP_DigestVerify(
                    context, signature.bindMemory(to: UInt8.self).baseAddress, signature.count,
                    message.bindMemory(to: UInt8.self).baseAddress, message.count)
            }
        }
        if result != 1 { ERR_clear_error() }
        return result == 1
    }
}
