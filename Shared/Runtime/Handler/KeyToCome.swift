import Contracts
import Domain
import Foundation
import Synchronization

/// Stands for the key of a document that is not loaded yet: it seals nothing, and notes whether something has to be sealed. What was read with it is
/// used only where nothing has.
final class KeyToCome: PersonalDataGuard {
    private let wanted = Atomic(false)

    /// Whether something has to be sealed.
    var isWanted: Bool { wanted.load(ordering: .relaxed) }

    func token(of line: String) -> LineToken { LineToken("") }

    func seal(_ plain: Data, context: String) -> SealedText {
        wanted.store(true, ordering: .relaxed)
        return SealedText(ciphertext: "")
    }
}
