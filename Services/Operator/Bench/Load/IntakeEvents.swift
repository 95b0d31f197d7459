import Contracts
import Domain
import Foundation
import Kafka

/// Intake events as a hotline's gateway would publish them: structured CloudEvents of about 470 bytes, each of a line of its own.
///
/// No two lines are equal, so each event becomes one complaint; they are spread over the whole range, so that no index is written in order.
struct IntakeEvents {
    private static let categories = ["billing", "network", "service", "marketing"]
    private static let descriptions = [
        "charged twice for the data package in October", "no broadband since Monday, engineer did not come",
        "value-added service switched on without consent", "the shop refused to cancel the plan on the spot",
    ]
    /// Odd and no multiple of five, so that multiples of it meet each of the 10⁸ numbers once.
    private static let stride = 61_803_399

    private let receivedAt: Instant
    private var made = 0

    /// - Parameter now: when the complaints say they were received.
    init(now: Instant) {
        receivedAt = now
    }

    /// The next so many events; `traceParent` gives each its trace context by its number among them.
    mutating func next(_ count: Int, traceParent: (Int) -> String? = { _ in nil }) -> [ProducedMessage] {
        (0..<count).map { index in
            made += 1
            return message(number: made, traceParent: traceParent(index))
        }
    }

    private func message(number: Int, traceParent: String?) -> ProducedMessage {
        let digits = String(number * Self.stride % 100_000_000)
        let line = "138" + String(repeating: "0", count: 8 - digits.count) + digits
        var submission = IntakeSubmission(line: line)
        submission.channel = Channel("hotline")
        submission.province = Province("CN-JS")
        submission.category = Domain.Category(Self.categories[number / 4 % Self.categories.count])
        submission.customer = "customer \(number)"
        submission.contact = line
        submission.description = Self.descriptions[number % Self.descriptions.count]
        submission.receivedAt = receivedAt
        var event = submission.event(id: "bench-\(number)", source: "/gateway/hotline-10000")
        event.subject = line
        event.traceParent = traceParent
        return ProducedMessage(topic: Topic.intake.name, key: Data(line.utf8), value: CloudEventWriter.structured(event))
    }
}
