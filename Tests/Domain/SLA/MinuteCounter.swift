import Foundation

@testable import Domain

/// The slow and plain way to find a deadline: look at minute after minute and ask whether it counts.
///
/// It shares nothing with the calculation under test but the definition of the calendar: local times come from Foundation, days off from a set.
struct MinuteCounter {
    private let zone: TimeZone
    private let off: Set<Int>
    private let made: Set<Int>
    private let hours: [[DayInterval]]
    private let makeUpHours: [DayInterval]

    init?(_ definition: CalendarDefinition) {
        let offset = definition.timeZone == "+08:00" ? TimeZone(secondsFromGMT: 8 * 3600) : TimeZone(identifier: definition.timeZone)
        guard let offset else { return nil }
        zone = offset
        let week = definition.workingHours.value.week
        hours = (0...7).map { number in week.first { $0.days.contains { $0.number == number } }?.open ?? [] }
        makeUpHours = definition.workingHours.value.makeUpWorkday
        let holidays = definition.years.flatMap(\.holidays)
        off = Set(holidays.flatMap(\.off).flatMap { $0.first.daysSinceEpoch...$0.last.daysSinceEpoch })
        made = Set(holidays.flatMap { $0.makeUpWorkdays ?? [] }.map(\.daysSinceEpoch))
    }

    /// The first minute's end at which the allowance is used up, or `nil` within the minutes looked at.
    ///
    /// - Parameter rests: pairs of minutes since 1970 between which nothing counts.
    func deadline(_ allowance: Allowance, from start: Int, rests: [(from: Int, until: Int)], lookingAt minutes: Int) -> Int? {
        deadline(allowance, minutes: Int(allowance.units / 60_000), from: start, rests: rests, until: start + minutes)
    }

    /// The same for a part of the allowance.
    func deadline(
        _ allowance: Allowance, minutes needed: Int, from start: Int, rests: [(from: Int, until: Int)], until end: Int
    ) -> Int? {
        let startDay = local(start).day
        var used = 0
        for minute in start...end {
            if used >= needed { return minute }
            if rests.contains(where: { $0.from <= minute && minute < $0.until }) { continue }
            if counts(local(minute), allowance, startDay: startDay) { used += 1 }
        }
        return nil
    }

    private func counts(_ now: (day: Int, minute: Int), _ allowance: Allowance, startDay: Int) -> Bool {
        switch allowance {
        case .elapsed: true
        case .calendarDays: now.day != startDay
        case .workingDays: now.day != startDay && !open(on: now.day).isEmpty
        case .workingTime: open(on: now.day).contains { $0.startMinute <= now.minute && now.minute < $0.endMinute }
        }
    }

    private func open(on day: Int) -> [DayInterval] {
        if off.contains(day) { return [] }
        let usual = hours[CivilDate(daysSinceEpoch: day).weekday]
        return usual.isEmpty && made.contains(day) ? makeUpHours : usual
    }

    private func local(_ minute: Int) -> (day: Int, minute: Int) {
        let seconds = minute * 60 + zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(minute * 60)))
        return (seconds / 86_400, seconds % 86_400 / 60)
    }
}
