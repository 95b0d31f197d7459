import Contracts
import Domain
import OperatorService
import Seeded

/// What customers complain of, by chance: few lines, so that urges and repeats come about.
enum Submissions {
    private static let channels: [Channel] = ["hotline", "business-hall", "app", "wechat", "group-hotline", "miit", "letter"]
    private static let categories: [Domain.Category] = ["billing", "network", "service", "marketing"]
    private static let provinces: [Province] = ["CN-JS", "CN-HA", "CN-CQ", "CN-GD"]

    /// - Parameters:
    ///   - count: how many submissions there are.
    ///   - days: over how many days they are spread.
    static func make(_ count: Int, over days: Int, from start: Instant, _ chance: inout SplitMix64) -> [Intention] {
        (0..<count).map { number in
            let time = start.adding(.minutes(chance.below(days * 24 * 60)))
            let line = "1380000" + String(1_000 + chance.below(max(2, count * 3 / 4)))
            var submission = IntakeSubmission(line: line)
            submission.channel = channels[chance.below(channels.count)]
            submission.province = provinces[chance.below(provinces.count)]
            submission.category = categories[chance.below(categories.count)]
            submission.customer = "customer \(number)"
            submission.contact = line
            submission.description = chance.happens(oneIn: 10) ? nil : "complaint \(number) about the line"
            submission.dissatisfaction = "not settled"
            submission.receivedAt = time
            if chance.happens(oneIn: 12) { submission.settledOnSpot = true }
            var event = submission.event(id: "g-\(number)", time: time)
            event.traceParent = Trace.parent(number, of: .submission)
            return Intention(at: time, message: OutsideMessage(event, key: line))
        }
    }
}

/// Trace parents of the simulation, by which what came of a message is found.
enum Trace {
    /// Whose message it is; each counts for itself.
    enum Writer: Int {
        case submission = 1
        case further, command
    }

    static func parent(_ number: Int, of writer: Writer) -> String {
        let hexadecimal = String(number, radix: 16)
        return "00-\(writer.rawValue)" + String(repeating: "0", count: 31 - hexadecimal.count) + hexadecimal + "-00000000000000ab-01"
    }
}
