internal import Foundation

/// A value behind a lock on whose change one can wait.
///
/// `@unchecked Sendable`: `Mutex` cannot be waited on, so the value stands beside a condition instead. Every access goes through `update` or
/// `wait`, both of which hold the condition's lock for as long as the value is touched, and the value itself is Sendable.
final class Monitor<State: Sendable>: @unchecked Sendable {
    private let condition = NSCondition()
    private var state: State

    init(_ state: State) {
        self.state = state
    }

    /// Reads or changes the value and wakes those who wait.
    @discardableResult
    func update<Result>(_ body: (inout State) -> Result) -> Result {
        condition.lock()
        defer {
            condition.broadcast()
            condition.unlock()
        }
        return body(&state)
    }

    /// Waits until `body` finds what it looks for; `nil` when the deadline passes first.
    func wait<Result>(until deadline: Date, for body: (State) -> Result?) -> Result? {
        condition.lock()
        defer { condition.unlock() }
        while true {
            if let found = body(state) { return found }
            if !condition.wait(until: deadline) { return body(state) }
        }
    }
}
