public import Crypto
public import Domain
public import Foundation

/// Seals what may hold personal data before it is kept: the messages in the dead letters, and with keys of their own what customers say.
public protocol MessageSealer: AnyObject {
    /// - Parameter context: authenticated with the text, such as the topic; opening needs the same.
    func seal(_ plain: Data, context: String) throws -> SealedText
    /// Opens what `seal` made, or a text that stands behind its own key.
    func open(_ sealed: SealedText, context: String) throws -> Data
    /// A keyed hash of 16 bytes: what it was made of cannot be found by trying.
    func digest(of content: Data) -> Data
    /// Seals by a key of the text's own, so that the text can travel without its key and is nothing once that is gone.
    func sealApart(_ plain: Data, context: String) throws -> SealedApart
    /// What seals the words said to one document.
    ///
    /// - Parameter key: the document's key, wrapped; `nil` where it has none yet.
    func documentSeal(keeping key: SealedText?) -> DocumentSeal
}

/// A sealed text and, apart from it, the key that opens it.
public struct SealedApart: Sendable {
    /// Wrapped by the keyring; `nil` where the text is sealed by the keyring itself.
    public let key: SealedText?
    public let text: SealedText

    public init(key: SealedText?, text: SealedText) {
        self.key = key
        self.text = text
    }

    /// Both, as they are kept: the key, a space, the text.
    public var together: SealedText { key?.followed(by: text) ?? text }

    /// Opens what is kept: a text behind its own key, or one that the keyring sealed, as earlier releases did.
    ///
    /// - Throws: what `CustomerKey` and `Sealer` throw.
    public static func open(_ kept: SealedText, by sealer: Sealer, context: String) throws(CryptoError) -> Data {
        let kept = kept.ciphertext
        guard let space = kept.utf8.firstIndex(of: UInt8(ascii: " ")) else { return try sealer.open(kept, context: context) }
        return try CustomerKey(wrapped: String(kept[..<space]), by: sealer)
            .open(String(kept[kept.index(after: space)...]), context: context)
    }
}

extension MessageSealer {
    /// Without a key, for tests and tools that keep none.
    public func digest(of content: Data) -> Data { SHA256.digest(content).prefix(16) }

    public func sealApart(_ plain: Data, context: String) throws -> SealedApart {
        SealedApart(key: nil, text: try seal(plain, context: context))
    }
}
