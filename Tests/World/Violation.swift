/// A promise that was not kept.
package struct Violation: Equatable, CustomStringConvertible, Sendable {
    /// The promise, in a few words.
    package let promise: String
    /// What was seen instead.
    package let seen: String

    package var description: String { "\(promise): \(seen)" }
}
