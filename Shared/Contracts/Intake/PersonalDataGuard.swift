public import Domain
public import Foundation

/// Keeps personal data out of everything behind the edge: hashes service numbers and seals texts (S041, S115).
public protocol PersonalDataGuard: Sendable {
    /// A keyed hash of a service number; the same line always gives the same token.
    func token(of line: String) -> LineToken
    /// Seals `plain`; whoever opens it must name the same context.
    func seal(_ plain: Data, context: String) throws -> SealedText
}

/// What sealed data is for; it is bound into the seal, so that a text sealed for one purpose cannot be passed off as another.
public enum SealContext {
    /// The complainant's data: `PersonalData` as JSON.
    public static let personal = "redress.personal.v1"
    /// The answer to a complaint, as UTF-8 text.
    public static let answer = "redress.answer.v1"
    /// What is put on file of a work order beside its answer, as UTF-8 text.
    public static let note = "redress.note.v1"
    /// A message that nobody could read, as its bytes were.
    public static let deadLetter = "redress.dead-letter.v1"
}
