import Crypto

/// Keys for one demo, which nobody keeps.
struct DemoKeys {
    let keyring: Keyring
    let line: SealingKey
    /// As the services take it.
    let keyringText: String
    let lineText: String

    /// Makes new ones.
    init() throws(CryptoError) {
        keyringText = "k1 " + (try SealingKey.generate().base64())
        lineText = try SealingKey.generate().base64()
        keyring = try Keyring(text: keyringText)
        line = try SealingKey(text: lineText)
    }
}
