import Contracts
import Domain
import Foundation

/// A guard that seals with Base64, so that a test can look inside.
struct PlainGuard: PersonalDataGuard {
    struct KeyLost: Error {}
    var isBroken = false

    func token(of line: String) -> LineToken { LineToken("token-of-" + line) }

    func seal(_ plain: Data, context: String) throws -> SealedText {
        guard !isBroken else { throw KeyLost() }
        return SealedText(ciphertext: context + ":" + plain.base64EncodedString())
    }

    static func open(_ sealed: SealedText, context: String) throws -> Data {
        let prefix = context + ":"
        guard sealed.ciphertext.hasPrefix(prefix), let plain = Data(base64Encoded: String(sealed.ciphertext.dropFirst(prefix.count))) else {
            throw KeyLost()
        }
        return plain
    }
}

extension IntakeInput.Content {
    /// What the customer wants.
    ///
    /// - Throws: the fault of an event that is not valid.
    func get() throws(Fault) -> IntakeInput.Content {
        if case .invalid(let fault) = self { throw fault }
        return self
    }
}
