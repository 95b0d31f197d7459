import Crypto
public import Domain
public import Foundation
public import Runtime

/// Seals nothing: Base64, so that a test can look. Only what is said to a document is sealed for real, by a key of the test's own.
public final class PlainSealer: MessageSealer {
    /// What sealing fails with, as it would without a working key.
    public var fault: (any Error)?

    private static let guardian = Result { () throws(CryptoError) in
        let key = try SealingKey.generate()
        return try SealingGuard(keyring: Keyring(current: "k1", keys: ["k1": key]), lineKey: key)
    }

    public init() {}

    public func seal(_ plain: Data, context: String) throws -> SealedText {
        if let fault { throw fault }
        return SealedText(ciphertext: plain.base64EncodedString())
    }

    public func open(_ sealed: SealedText, context: String) throws -> Data { Data(base64Encoded: sealed.ciphertext) ?? Data() }

    public func documentSeal(keeping key: SealedText?) -> DocumentSeal {
        switch Self.guardian {
        case .success(let guardian): guardian.documentSeal(keeping: key)
        case .failure(let error): preconditionFailure("no key for a test: \(error)")
        }
    }
}
