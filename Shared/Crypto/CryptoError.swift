/// Why something could not be sealed, opened or hashed. It never holds a key or a plain text.
public enum CryptoError: Error, Sendable, Equatable, CustomStringConvertible {
    /// A key is not 32 bytes in hexadecimal or base64.
    case malformedKey
    /// A key file cannot be read.
    case unreadableKey(file: String, reason: String)
    /// A keyring's text is broken on this line, counted from 1.
    case malformedKeyring(line: Int)
    /// A key's identifier is not 1 to 32 of the letters a–z and A–Z, digits, `-` and `_`.
    case malformedKeyID(String)
    /// A keyring has no key, or two with one identifier, or its current one is not among them.
    case incompleteKeyring
    /// The text was sealed with a key that the keyring doesn't hold.
    case unknownKey(String)
    /// The text is not a sealed text.
    case malformed
    /// The text was altered, or sealed for another context, or with another key of the same identifier.
    case tampered
    /// A public key is not 32 bytes of Ed25519 or X25519.
    case malformedPublicKey
    /// A private key is not Ed25519, or for a gateway X25519, in PEM without a password.
    case malformedPrivateKey
    /// A key file is there already, or cannot be written.
    case unwritableKey(file: String)
    /// OpenSSL failed at this function.
    case library(String)

    /// One sentence without secrets.
    public var description: String {
        switch self {
        case .malformedKey: "a key must be 32 bytes in hexadecimal or base64"
        case .unreadableKey(let file, let reason): "cannot read the key file \(file): \(reason)"
        case .malformedKeyring(let line): "line \(line) of the keyring is not \"identifier key\""
        case .malformedKeyID(let id): "\"\(id)\" is not an identifier of a key: 1 to 32 letters, digits, - or _"
        case .incompleteKeyring: "a keyring needs different identifiers, and the current one among them"
        case .unknownKey(let id): "sealed with the key \"\(id)\", which the keyring does not hold"
        case .malformed: "not a sealed text"
        case .tampered: "the sealed text was altered, or belongs elsewhere"
        case .malformedPublicKey:
            "a public key must be the 32 bytes of an Ed25519 key (a sender's) or an X25519 key (a gateway's) in base64"
        case .malformedPrivateKey:
            "a private key must be an Ed25519 key (a sender's) or an X25519 key (a gateway's) in PEM without a password"
        case .unwritableKey(let file): "cannot write the key file \(file); is there one already?"
        case .library(let function): "OpenSSL failed at \(function)"
        }
    }
}
