import Domain
import Foundation
import OperatorService

/// One customer of the year: whose line it is, what is complained of, when, and what sets them apart.
struct YearCustomer {
    let number: Int
    let habit: YearHabit
    let channel: ChannelRule
    let province: Province
    let category: Domain.Category
    /// When they complain first.
    let at: Instant
    private let seed: UInt64

    init(number: Int, habit: YearHabit, channel: ChannelRule, province: Province, category: Domain.Category, at: Instant, seed: UInt64) {
        self.number = number
        self.habit = habit
        self.channel = channel
        self.province = province
        self.category = category
        self.at = at
        self.seed = seed
    }

    var line: String { "139" + String(10_000_000 + number) }

    /// A number below `sides`: the same question has the same answer.
    func roll(_ question: String, _ sides: Int) -> Int { Dice.roll(question, of: "\(seed)/\(number)", sides: sides) }

    func hours(_ question: String, _ range: ClosedRange<Int>) -> Duration { Dice.hours(question, of: "\(seed)/\(number)", in: range) }

    /// The other half of two that go together.
    var isSecond: Bool { number % 2 == 1 }
}
