import Domain
import Foundation
import Reporting
import Seeded
import Testing

/// Every reader of a date, a time, a duration, an offset or an amount against its own writer.
struct StrictTextTests {
    @Test(arguments: [
        "2026-+9-30", "+026-09-30", "2026-09-+1", "-026-09-30", "2026-9-30", "2026-09-30 ", "２０２６-09-30", "2026-09-3\u{660}", "2026-09-31",
        "0000-01-01", "2026-02-29", "20260930", "2026/09/30", "", "2026-09-30-", "10000-01-01", "2026-09-3\u{301}0",
    ])
    func whatIsNoDayIsRefused(text: String) {
        #expect(CivilDate(text) == nil)
    }

    @Test(arguments: [
        "2026-09-30T+9:00:00Z", "2026-+9-30T09:00:00Z", "2026-09-30T09:00:00+0+:00", "2026-09-30T09:00:00+08:+0", "2026-09-30T09:00:00",
        "2026-09-30T09:00:00.Z", "2026-09-30T09:00:00.+5Z", "2026-09-30T09:00:0０Z", "2026-09-30T24:00:00Z", "2026-09-30T09:60:00Z",
        "2026-09-30T09:00:61Z", "2026-09-30T09:00:00+24:00", " 2026-09-30T09:00:00Z",
    ])
    func whatIsNoTimeIsRefused(text: String) {
        #expect(Instant(text) == nil)
        guard case .failure(.notRFC3339) = Instant.read(text) else {
            Issue.record("\(text) is refused for another reason")
            return
        }
    }

    @Test(arguments: ["+5d", "-5d", "5", "d", "5w", "５d", "5.5h", "5 d", "1e3s", "0x5s", "99999999999999999999s", "9223372036854775807d"])
    func whatIsNoDurationIsRefused(text: String) {
        #expect(PolicyDuration(text) == nil)
    }

    @Test(arguments: [
        "+9:-1-12:00", "09:+0-12:00", "+9:00-12:00", "9:00-12:00", "09:00-24:01", "12:00-12:00", "09:00–12:00", "０９:00-12:00",
    ])
    func whatIsNoIntervalIsRefused(text: String) {
        #expect(DayInterval(text) == nil)
    }

    @Test(arguments: ["+026-09", "2026-+9", "2026-Q+", "2026-Q5", "2026-13", "2026-9", "+026", "２０２６", "2026-Q", "0001"])
    func whatIsNoPeriodIsRefused(text: String) {
        #expect(ReportPeriod(text) == nil)
    }

    @Test(arguments: ["+0+:00", "+08:+0", "+-8:00", "08:00", "+8:00", "+08:60", "+19:00", "＋08:00"])
    func whatIsNoOffsetIsRefused(text: String) {
        #expect(UTCOffset(text) == nil)
        #expect(CivilZone(name: text, years: 2026...2026) == nil)
    }

    @Test(arguments: ["+1", "1/+2", "-1", "1/0", "/", "1/", "1/2/3", "１/2", "1 / 2", "9223372036854775808"])
    func whatIsNoRateIsRefused(text: String) {
        #expect(Rate(text) == nil)
    }

    @Test(arguments: ["inf", "nan", "0x1p3", "1e3", "+1", "-1", ".5", "5.", "1.2.3", "", "１", "1,5"])
    func whatIsNoDecimalIsRefused(text: String) {
        #expect(Double(decimal: text) == nil)
    }

    @Test func decimalsAreRead() {
        #expect(Double(decimal: "20000") == 20_000)
        #expect(Double(decimal: "0.5") == 0.5)
    }

    // MARK: Ends of the calendar

    @Test(arguments: [
        "0001-01-01T00:00:00+08:00", "0001-01-01T00:00:00+00:01", "9999-12-31T23:59:59.9999999-08:00", "9999-12-31T23:59:59-00:01",
    ])
    func aTimeWhoseYearInUTCHasNoFourDigitsIsRefused(text: String) {
        guard case .failure(.outOfRange) = Instant.read(text) else {
            Issue.record("\(text) is not refused for its year")
            return
        }
        #expect(Instant(text) == nil)
    }

    @Test(arguments: [
        ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"), ("0001-01-01T08:00:00+08:00", "0001-01-01T00:00:00Z"),
        ("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.999Z"), ("9999-12-31T15:59:59-08:00", "9999-12-31T23:59:59Z"),
        ("1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z"),
    ])
    func theFirstAndTheLastInstantAreWrittenAsTheyAreRead(text: String, written: String) throws {
        let instant = try #require(Instant(text))
        #expect(instant.description == written)
        #expect(Instant(instant.description) == instant)
    }

    @Test(arguments: [Int64.min, -99_999_999_999_999_999, -62_135_596_800_001, 253_402_300_800_000, 99_999_999_999_999_999, .max])
    func noYearBeyondFourDigitsIsEverWritten(milliseconds: Int64) {
        let written = Instant(milliseconds: milliseconds).description
        #expect(written == (milliseconds < 0 ? Instant.earliest : Instant.latest).description)
        #expect(Instant(written) != nil)
        #expect((1...9999).contains(Instant(milliseconds: milliseconds).day(at: UTCOffset(minutes: 480) ?? .utc).year))
    }

    /// The last release wrote both ends as year 0000; a state or an event that has it can still be shown.
    @Test func whatTheLastReleaseWroteIsRead() throws {
        let read = try JSONDecoder().decode([Instant].self, from: Data(#"["0000-12-31T16:00:00Z","0000-01-01T07:59:59.999Z"]"#.utf8))
        #expect(read == [.earliest, .latest])
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([Instant].self, from: Data(#"["0000-06-01T00:00:00Z"]"#.utf8)) }
        #expect(Instant("0000-12-31T16:00:00Z") == nil, "an outsider's is refused")
    }

    // MARK: Readers against writers

    private func instant(_ random: inout SplitMix64) -> Instant {
        let span = UInt64(Instant.latest.milliseconds - Instant.earliest.milliseconds) + 1
        let instant = Instant(milliseconds: Instant.earliest.milliseconds + Int64(random.next() % span))
        return random.happens(oneIn: 2) ? Instant(milliseconds: instant.milliseconds / 1000 * 1000) : instant
    }

    private func date(_ random: inout SplitMix64) -> CivilDate {
        CivilDate(daysSinceEpoch: CivilDate.writableDays.lowerBound + random.below(CivilDate.writableDays.count))
    }

    @Test func datesAndRanges() throws {
        var random = SplitMix64(seed: 29)
        for _ in 0..<3_000 {
            let day = date(&random)
            try check(day, &random) { #expect($0.description == $1, "a day has one spelling") }
            try check(try #require(DateRange(first: day, last: day.adding(days: random.below(40)))), &random)
        }
    }

    @Test func instantsAndOffsets() throws {
        var random = SplitMix64(seed: 25)
        for _ in 0..<3_000 {
            try check(instant(&random), &random) { instant, _ in
                #expect((Instant.earliest...Instant.latest).contains(instant))
            }
            try check(try #require(UTCOffset(minutes: random.below(2_161) - 1_080)), &random)
        }
    }

    @Test func durationsIntervalsPeriodsAndRates() throws {
        var random = SplitMix64(seed: 30)
        for _ in 0..<3_000 {
            let seconds = [1, 60, 3_600, 86_400][random.below(4)] * random.below(10_000)
            try check(PolicyDuration(.seconds(seconds)), &random)
            let start = random.below(1_440)
            try check(try #require(DayInterval("\(clock(start))-\(clock(start + 1 + random.below(1_440 - start)))")), &random)
            let kind = ReportPeriod.Kind.allCases[random.below(3)]
            try check(
                try #require(ReportPeriod(kind, year: 2 + random.below(9_997), number: 1 + (kind == .year ? 0 : random.below(4)))), &random)
            try check(try #require(Rate("\(1 + random.below(500))/\(1 + random.below(500))")), &random)
        }
    }

    @Test func amounts() throws {
        var random = SplitMix64(seed: 21)
        for _ in 0..<3_000 {
            let currency = try #require(Currency(["CNY", "JPY", "KWD", "CLF"][random.below(4)]))
            let money = Money(minorUnits: Int64(random.next() >> UInt64(20 + random.below(44))), currency: currency.code)
            #expect(Money(mainUnits: money.mainUnits, currency: currency) == money)
            let spoilt = spoil(money.mainUnits, &random)
            guard let read = Money(mainUnits: spoilt, currency: currency) else { continue }
            #expect(Money(mainUnits: read.mainUnits, currency: currency) == read)
            #expect(spoilt.utf8.allSatisfy { (48...57).contains($0) || $0 == UInt8(ascii: ".") }, "\(spoilt) is taken")
        }
    }

    private func clock(_ minute: Int) -> String {
        func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
        return two(minute / 60) + ":" + two(minute % 60)
    }

    /// What is written is read back the same; what is spoilt is refused, or is another right text, whose own writing is read back the same.
    private func check<Value: LosslessStringConvertible & Equatable>(
        _ value: Value, _ random: inout SplitMix64, _ also: (Value, String) -> Void = { _, _ in }
    ) throws {
        #expect(Value(value.description) == value)
        also(value, value.description)
        for _ in 0..<4 {
            let spoilt = spoil(value.description, &random)
            guard let read = Value(spoilt) else { continue }
            #expect(Value(read.description) == read, "\(spoilt) is read as \(read)")
            #expect(spoilt.utf8.allSatisfy { $0 < 0x80 }, "\(spoilt) is taken")
            also(read, spoilt)
        }
    }

    private func spoil(_ text: String, _ random: inout SplitMix64) -> String {
        let intruders: [Character] = [
            "+", "-", "0", "9", "1", ".", ":", "/", " ", "Z", "T", "Q", "d", "e", "x", "９", "\u{301}", "\u{200B}", "\u{0}",
        ]
        var letters = Array(text)
        for _ in 0..<(1 + random.below(2)) {
            let place = random.below(letters.count + 1)
            switch random.below(4) {
            case 0: letters.insert(intruders[random.below(intruders.count)], at: place)
            case 1 where place < letters.count: letters[place] = intruders[random.below(intruders.count)]
            case 2 where place < letters.count: letters.remove(at: place)
            default: if place + 1 < letters.count { letters.swapAt(place, place + 1) }
            }
        }
        return String(letters)
    }
}
