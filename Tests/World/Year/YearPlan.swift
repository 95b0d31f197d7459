import Domain
import Policies
import Seeded

/// Who complains in the year: every channel, province and class of problem in turn, every habit, and groups that make a major risk.
struct YearPlan {
    let customers: [YearCustomer]

    private let pack: PolicyPack
    private let seed: UInt64
    private let channels: [ChannelRule]
    /// Where the groups complain: those of a day skip a level, those of a month say that they escalate.
    private let groupChannels: [ChannelRule]
    private let provinces: [Province]
    private let categories: [Domain.Category]

    /// A third of the customers have a habit, the others are plain.
    private static let habitual = 3
    /// A group a day: three of a day are a major risk (S132).
    private static let groupSize = 4
    /// A group over weeks: twenty of a month are one (S133).
    private static let monthSize = 22

    init(_ count: Int, seed: UInt64, pack: PolicyPack) {
        self.pack = pack
        self.seed = seed
        channels = pack.intake.channels.channels
        groupChannels = channels.filter { $0.code == "citizen-hotline" || $0.code == "group-hotline" }
        provinces = pack.intake.intake.provinces.listed.map(\.code)
        categories = pack.intake.intake.categories.map(\.code)
        var chance = SplitMix64(seed: seed)
        customers = Self.plan(count, channels, provinces, categories, groupChannels, seed, &chance)
    }

    private static func plan(
        _ count: Int, _ channels: [ChannelRule], _ provinces: [Province], _ categories: [Domain.Category], _ groupChannels: [ChannelRule],
        _ seed: UInt64, _ chance: inout SplitMix64
    ) -> [YearCustomer] {
        var customers: [YearCustomer] = []
        let groups = min(30, max(2, count / 300))
        for group in 0...groups {
            let isMonth = group == 0
            let (province, category) = (provinces[chance.below(provinces.count)], categories[chance.below(categories.count)])
            let first = YearCalendar.start.adding(.days(chance.below(330))).adding(.hours(8))
            for member in 0..<(isMonth ? monthSize : groupSize) {
                guard customers.count < count, let channel = isMonth ? groupChannels.first : groupChannels.last else { break }
                let delay: Duration = isMonth ? .hours(26 * member) : .minutes(40 * member + chance.below(30))
                customers.append(
                    YearCustomer(
                        number: customers.count, habit: .grouped, channel: channel, province: province, category: category,
                        at: first.adding(delay), seed: seed))
            }
        }
        // From an even number on, so that two who go together are neighbours.
        while customers.count < count {
            let number = customers.count
            let turn = number / 2
            let habit = turn % habitual == 0 ? YearHabit.inTurn[(turn / habitual) % YearHabit.inTurn.count] : .plain
            var time = YearCalendar.start.adding(.minutes(chance.below(YearCalendar.days * 24 * 60)))
            // What two have in common comes from the first of them.
            let pair = habit == .merged && number % 2 == 1 ? customers.last : nil
            if let pair { time = pair.at.adding(.minutes(30)) }
            let channel = number % 2 == 0 ? channels[turn % channels.count] : channels[min(chance.below(40), chance.below(channels.count))]
            customers.append(
                YearCustomer(
                    number: number, habit: habit, channel: fitting(channel, habit, turn, channels),
                    province: pair?.province ?? provinces[(number * 7 + 3) % provinces.count],
                    category: pair?.category ?? categories[(number * 5 + number / 8) % categories.count], at: time, seed: seed))
        }
        return customers
    }

    /// Appeals come on a channel of the regulators', and what they follow does not.
    private static func fitting(_ channel: ChannelRule, _ habit: YearHabit, _ turn: Int, _ channels: [ChannelRule]) -> ChannelRule {
        func first(_ code: Channel) -> ChannelRule { channels.first { $0.code == code } ?? channel }
        return switch habit {
        case .appealsFirst: first(turn % 2 == 0 ? "miit" : "communications-administration")
        case .appeals, .appealIsRefused, .appealsTwice, .escalates, .repeatsLate:
            channel.level.value == .provincial ? channel : first("hotline")
        case .repeatsSoon where channel.level.value != .groupLevel: turn % 2 == 0 ? first("group-hotline") : first("hotline")
        case .merged, .wantsReview, .goodwill: channel.nature == nil ? channel : first("hotline")
        default: channel
        }
    }
}
