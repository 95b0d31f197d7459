import Contracts
import Crypto
import Domain
import Foundation

/// What makes the event of a row one that is taken once, and apart from every other row of every file.
///
/// Files number their rows from 1, so the row's own id is not enough. The event's id also holds a digest of what the row says; and where that does not
/// say when it happened, of the file it stands in, for two urges in the same words may be two.
struct ImportIdentity: Hashable, Sendable {
    /// A digest of the file's bytes; empty where there is no file.
    let file: String

    init(file bytes: Data) {
        file = SHA256.hex(bytes)
    }

    private init() { file = "" }

    /// Of rows that lie in no file.
    static let none = ImportIdentity()

    /// The event's id: the row's own, if it has one, and a digest.
    ///
    /// - Parameters:
    ///   - content: all that the row says.
    ///   - hasTime: whether the row itself says when it happened.
    func id(rowID: String?, content: Data, hasTime: Bool) -> String {
        var said = content
        if !hasTime { said.append(contentsOf: "\u{1F}\(file)".utf8) }
        let digest = SHA256.hex(said)
        return rowID.map { "\($0)-\(digest.prefix(16))" } ?? String(digest.prefix(32))
    }
}

/// Stands where a guard must, for a reading that only looks for faults: it seals nothing, and its results are thrown away.
struct NoGuard: PersonalDataGuard {
    func token(of line: String) -> LineToken { LineToken("") }
    func seal(_ plain: Data, context: String) -> SealedText { SealedText(ciphertext: "") }
}
