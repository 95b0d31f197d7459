import COpenSSL
public import Foundation

/// A gateway's public key, for which texts are sealed that only it opens (X25519, RFC 7748).
public final class RecipientKey: Sendable, Equatable {
    /// The key's name, as sealed texts give it: the first 16 hexadecimal digits of the SHA-256 of its 32 bytes.
    public let id: String
    /// The 32 bytes, which everybody may know.
    public let bytes: Data
    let key: KeyHandle

    /// Takes the 32 bytes of a public key; throws ``CryptoError/malformedPublicKey`` for anything else, the all-zero key with which everybody
    /// would agree on the same included.
    public init(_ bytes: Data) throws(CryptoError) {
        guard bytes.contains(where: { $0 != 0 }) else { throw .malformedPublicKey }
        key = try KeyHandle(publicBytes: bytes, algorithm: NID_X25519)
        self.bytes = bytes
        id = Hexadecimal.encode(SHA256.digest(bytes).prefix(8))
    }

    /// Reads the 32 bytes in base64 (either alphabet) or hexadecimal.
    public convenience init(text: String) throws(CryptoError) {
        guard let data = Hexadecimal.decode(text) ?? Base64URL.decodeLeniently(text) else { throw .malformedPublicKey }
        try self.init(data)
    }

    /// The key in base64, as it stands in a register of gateways.
    public func base64() -> String { bytes.base64EncodedString() }

    public static func == (left: RecipientKey, right: RecipientKey) -> Bool { left.bytes == right.bytes }
}
