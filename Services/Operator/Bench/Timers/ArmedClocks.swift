import Domain
import Foundation
import Kafka
import Postgres

/// Clocks that are armed: most for a month from now, some for soon.
struct ArmedClocks {
    /// How many there are, and how many of them are due soon.
    let count: Int
    let dueSoon: Int
    /// When the first of those is due, and over how many seconds they are spread; 0 for all at that instant.
    let firstDue: Instant
    let withinSeconds: Int

    private static let prefix = "C20200101"
    private static let digits = 9
    /// The later ones: from a month ahead, one a second.
    private static let monthSeconds: Int64 = 30 * 86_400

    /// The clocks of complaint numbers from 0: those due soon come first.
    var soon: Range<Int> { 0..<dueSoon }
    var later: Range<Int> { dueSoon..<count }

    func due(_ index: Int) -> Instant {
        guard index < dueSoon else { return Instant(milliseconds: firstDue.milliseconds + (Self.monthSeconds + Int64(index)) * 1_000) }
        // Evenly spread, and in no order: multiples of the golden section.
        let spread = (Double(index) * 0.618_033_988_749_895).truncatingRemainder(dividingBy: 1)
        return Instant(milliseconds: firstDue.milliseconds + Int64(spread * Double(withinSeconds) * 1_000))
    }

    static func number(_ index: Int) -> String {
        let text = String(index)
        return prefix + String(repeating: "0", count: digits - text.count) + text
    }

    /// Which clock a complaint number of ours is of; `nil` for any other.
    static func index(of number: some StringProtocol) -> Int? {
        guard number.hasPrefix(prefix), number.utf8.count == prefix.utf8.count + digits else { return nil }
        return Int(digits: number.dropFirst(prefix.count))
    }

    static let columns = ["key", "lane", "body", "due"]

    /// The rows of those clocks, as the service keeps them.
    ///
    /// - Parameter isJSONB: the type of the documents: `jsonb`, or `json`.
    func rows(_ range: Range<Int>, _ template: ClockTemplate, partitions: Int, isJSONB: Bool) -> some Sequence<[Value]> {
        range.lazy.map { index -> [Value] in
            let number = Self.number(index)
            let due = due(index)
            let body = Data(template.body(number: number, due: due).utf8)
            return [
                .text(number), .int4(Murmur2.partition(of: number.utf8, count: partitions)), isJSONB ? .jsonb(body) : .json(body),
                .timestamp(due.microseconds),
            ]
        }
    }
}
