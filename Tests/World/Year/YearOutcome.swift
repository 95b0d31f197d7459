/// What a simulated year came to.
package struct YearOutcome: Sendable {
    /// What was not kept.
    package var violations: [Violation] = []
    /// Complaints registered, customers aside who never completed theirs.
    package var registered = 0
    /// Facts on the topics.
    package var facts = 0
    /// How often an open complaint was looked at for its clocks.
    package var looks = 0
    /// How often each thing that the year is to have happened.
    package var coverage: [String: Int] = [:]
}
