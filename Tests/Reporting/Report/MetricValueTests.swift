import Testing

@testable import Domain
@testable import Reporting

struct MetricValueTests {
    private func value(_ numerator: Int64, of denominator: Int64) -> MetricValue? {
        MetricValue(ReportPolicy.timeliness, ReportFigures([.answersInTime: numerator, .answersDue: denominator]), users: nil)
    }

    @Test(arguments: [
        (1, 3, "33.33"), (2, 3, "66.67"), (1, 8, "12.50"), (0, 5, "0.00"), (5, 5, "100.00"), (1, 16, "6.25"), (1, 400, "0.25"),
    ])
    func aShareHasTwoDigits(numerator: Int64, denominator: Int64, text: String) throws {
        #expect(try #require(value(numerator, of: denominator)).text == text)
    }

    @Test func aShareOfNothingIsNotZero() throws {
        #expect(try #require(value(0, of: 0)).text == nil)
    }

    @Test func aShareOfUsersWithoutUsersIsNotKnown() {
        #expect(MetricValue(ReportPolicy.appealRate, ReportFigures([.appeals: 3]), users: nil) == nil)
    }

    @Test func hugeSumsDoNotOverflow() throws {
        let sum = ReportFigures([.answersInTime: .max / 2, .answersDue: .max / 4])
        #expect(try #require(MetricValue(ReportPolicy.timeliness, sum, users: nil)).hundredths == 20_000)
    }

    @Test func aChangeIsAShareOfTheEarlierValue() throws {
        let now = try #require(value(9, of: 10))
        #expect(now.change(against: value(8, of: 10)) == 1_250)
        #expect(now.change(against: value(10, of: 10)) == -1_000)
        #expect(now.change(against: value(0, of: 10)) == nil)
        #expect(now.change(against: nil) == nil)
    }
}
