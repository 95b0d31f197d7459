/// A promise that was not kept.
package struct Violation: Equatable, CustomStringConvertible, Sendable {
    /// The promise, in a few words.
    package let promise: String
    /// What was seen instead.
    package let seen: String

    /// That time ran out is no proof of anything broken on purpose.
    package static let rest = "everything comes to rest"

    package var description: String { "\(promise): \(seen)" }
}
