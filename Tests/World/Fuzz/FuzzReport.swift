import Domain
import Kafka

/// What became of spoilt messages, in numbers.
package struct FuzzReport {
    package private(set) var spoilt = 0
    package private(set) var answered = 0
    package private(set) var passedOver = 0
    package private(set) var parked = 0
    /// Messages left as they were that a handler would not take, by reason: none, or the messages are no sound ones.
    package private(set) var unsound: [String: Int] = [:]
    /// The reasons given, how often each.
    package private(set) var reasons: [String: Int] = [:]
    /// What must not be.
    package private(set) var breaches: [String] = []
    package var seconds = 0.0

    package init() {}

    mutating func note(_ outcome: FuzzOutcome, _ way: Mutator.Way?, _ message: ConsumedMessage) {
        guard way != nil else {
            if case .parked(let fault) = outcome { unsound["\(message.topic): \(fault)", default: 0] += 1 }
            return
        }
        spoilt += 1
        switch outcome {
        case .answered: answered += 1
        case .passedOver: passedOver += 1
        case .parked(let fault):
            parked += 1
            reasons["\(fault.field) \(fault.problem)", default: 0] += 1
            if fault.problem.isEmpty || fault.expected.isEmpty { breach("a dead letter of \(message.topic) without a reason: \(fault)") }
        }
    }

    mutating func breach(_ text: String) {
        if breaches.count < 100 { breaches.append(text) }
    }
}
