public import Foundation

/// A text sealed for one recipient: JSON Web Encryption (RFC 7516) in its compact form, with the key agreement `ECDH-ES` on X25519 (RFC 7518,
/// section 4.6; RFC 8037) and the content encryption `A256GCM`. Libraries of every language open it by the recipient's private key.
public enum JWE {
    private static let encryption = "A256GCM"

    /// Seals a text for a recipient, by a key that is made for it alone and then forgotten.
    ///
    /// - Parameter contentType: what the text is, such as `json`: RFC 7516's `cty`.
    /// - Returns: five parts of base64url with dots between them; the second is empty.
    public static func seal(_ plain: Data, for recipient: RecipientKey, contentType: String) throws(CryptoError) -> String {
        try seal(
            plain, for: recipient, contentType: contentType, ephemeral: .generate(), nonce: randomBytes(GCMContext.nonceLength))
    }

    /// Seals by an ephemeral key and a nonce that are given.
    static func seal(
        _ plain: Data, for recipient: RecipientKey, contentType: String, ephemeral: GatewayKey, nonce: [UInt8]
    ) throws(CryptoError) -> String {
        let header =
            #"{"alg":"ECDH-ES","enc":"\#(encryption)","cty":"\#(contentType)","kid":"\#(recipient.id)","#
            + #""epk":{"kty":"OKP","crv":"X25519","x":"\#(Base64URL.text(of: ephemeral.recipient.bytes))"}}"#
        var text: [UInt8] = []
        Base64URL.append(Array(header.utf8)[...], to: &text)
        let key = try contentKey(ephemeral.agreement(with: recipient))
        let message = try GCMContext(key: key, encrypts: true).seal(plain, nonce: nonce, context: text)
        let tag = message.count - GCMContext.tagLength
        text.append(contentsOf: "..".utf8)
        Base64URL.append(message[..<GCMContext.nonceLength], to: &text)
        text.append(UInt8(ascii: "."))
        Base64URL.append(message[GCMContext.nonceLength..<tag], to: &text)
        text.append(UInt8(ascii: "."))
        Base64URL.append(message[tag...], to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// Opens a text that was sealed for this key.
    ///
    /// Throws ``CryptoError/malformed`` for what is no such text, ``CryptoError/unknownKey(_:)`` for one that another recipient's key sealed,
    /// and ``CryptoError/tampered`` for one that was altered.
    public static func open(_ text: String, by key: GatewayKey) throws(CryptoError) -> Data {
        let parts = Array(text.utf8).split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 5, parts[1].isEmpty, let header = Base64URL.decode(parts[0]), let nonce = Base64URL.decode(parts[2]),
            let cipher = Base64URL.decode(parts[3]), let tag = Base64URL.decode(parts[4]), nonce.count == GCMContext.nonceLength,
            tag.count == GCMContext.tagLength
        else { throw .malformed }
        let fields: Header
        do {
            fields = try JSONDecoder().decode(Header.self, from: Data(header))
        } catch {
            throw .malformed
        }
        guard fields.alg == "ECDH-ES", fields.enc == encryption, fields.epk.crv == "X25519",
            let ephemeral = Base64URL.decode(Array(fields.epk.x.utf8)[...])
        else { throw .malformed }
        if let kid = fields.kid, kid != key.recipient.id { throw .unknownKey(kid) }
        let secret = try key.agreement(with: RecipientKey(Data(ephemeral)))
        return try GCMContext(key: contentKey(secret), encrypts: false).open(nonce + cipher + tag, context: Array(parts[0]))
    }

    /// The content's key: Concat KDF (NIST SP 800-56A, section 5.8.1) with SHA-256, once, as 256 bits are asked for, without the parties' names.
    static func contentKey(_ secret: Data) throws(CryptoError) -> SealingKey {
        var input = Data([0, 0, 0, 1])
        input += secret
        input += Data([0, 0, 0, UInt8(encryption.utf8.count)]) + Data(encryption.utf8)
        // No party's name, twice; then the length of the key in bits.
        input += Data([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0])
        return try SealingKey(Data(SHA256.digest(input)))
    }

    private struct Header: Decodable {
        struct EphemeralKey: Decodable {
            let crv: String
            let x: String
        }

        let alg: String
        let enc: String
        let kid: String?
        let epk: EphemeralKey
    }
}
