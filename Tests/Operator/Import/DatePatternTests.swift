import Domain
import Testing

@testable import OperatorService

@Suite struct DatePatternTests {
    @Test(arguments: [
        ("dd-MM-yy h:mm:ss a", "04-01-15 12:18:47 AM", "2015-01-04T00:18:47Z"),
        ("dd-MM-yy h:mm:ss a", "22-04-15 3:53:50 PM", "2015-04-22T15:53:50Z"),
        ("dd-MM-yy h:mm:ss a", "22-04-15 12:00:00 PM", "2015-04-22T12:00:00Z"),
        ("yyyy/M/d H:mm", "2026/4/1 9:05", "2026-04-01T09:05:00Z"),
        ("d-MMM-yy", "4-Jan-15", "2015-01-04T00:00:00Z"),
        ("yyyy-MM-dd'T'HH:mm:ssXXX", "2026-09-30T16:00:00+08:00", "2026-09-30T08:00:00Z"),
        ("yyyy年M月d日", "2026年4月1日", "2026-04-01T00:00:00Z"),
    ])
    func aTextIsReadAsThePatternSays(_ pattern: String, _ text: String, _ expected: String) throws {
        let pattern = try #require(DatePattern(pattern))
        #expect(pattern.instant(in: text, offset: .utc)?.description == expected)
    }

    @Test(arguments: [
        ("yyyy/M/d a hh:mm:ss", "2026/11/24 下午 02:26:26", "2026-11-24T14:26:26Z"),
        ("yyyy/M/d a hh:mm:ss", "2026/11/24 上午 12:05:00", "2026-11-24T00:05:00Z"),
        ("yyyy/M/d a hh:mm:ss", "2026/11/24 下午 12:05:00", "2026-11-24T12:05:00Z"),
        ("yyyy年M月d日 ah:mm", "2026年11月24日 下午2:26", "2026-11-24T14:26:00Z"),
        ("MM/dd/yyyy h:mm aaaa", "11/24/2026 12:30 p.m.", "2026-11-24T12:30:00Z"),
        ("MM/dd/yyyy h:mm aaaa", "11/24/2026 1:00 A.M.", "2026-11-24T01:00:00Z"),
        ("MM/dd/yyyy h:mm aaaa", "11/24/2026 8:08 PM", "2026-11-24T20:08:00Z"),
        ("yyyy-M-d Bh:mm", "2026-11-24 中午12:10", "2026-11-24T12:10:00Z"),
        ("yyyy-M-d Bh:mm", "2026-11-24 中午1:10", "2026-11-24T13:10:00Z"),
        ("yyyy-M-d Bh:mm", "2026-11-24 中午11:50", "2026-11-24T11:50:00Z"),
        ("yyyy-M-d Bh:mm", "2026-11-24 凌晨12:10", "2026-11-24T00:10:00Z"),
        ("yyyy-M-d Bh:mm", "2026-11-24 凌晨3:10", "2026-11-24T03:10:00Z"),
        ("yyyy-M-d Bh:mm", "2026-11-24 早上8:10", "2026-11-24T08:10:00Z"),
        ("yyyy-M-d Bh:mm", "2026-11-24 晚上8:10", "2026-11-24T20:10:00Z"),
        ("yyyy-M-d BH:mm", "2026-11-24 下午14:26", "2026-11-24T14:26:00Z"),
        ("yyyy-M-d BH:mm", "2026-11-24 晚8:10", "2026-11-24T20:10:00Z"),
    ])
    func theHalfOfTheDayIsReadWhereverItStands(_ pattern: String, _ text: String, _ expected: String) throws {
        let pattern = try #require(DatePattern(pattern))
        #expect(pattern.instant(in: text, offset: .utc)?.description == expected)
    }

    @Test(arguments: [
        ("yyyy-M-d Bh:mm", "2026-11-24 晚上12:10"), ("yyyy-M-d Bh:mm", "2026-11-24 下午14:26"), ("yyyy-M-d BH:mm", "2026-11-24 上午14:26"),
        ("yyyy-M-d Bh:mm", "2026-11-24 凌晨8:00"), ("yyyy-M-d Bh:mm", "2026-11-24 早上0:15"), ("yyyy-M-d ah:mm", "2026-11-24 晚上8:10"),
        ("MM/dd/yyyy h:mm a", "11/24/2026 12:30 p.m."), ("MM/dd/yyyy h:mm a", "11/24/2026 0:15 AM"), ("yyyy-M-d Bh:mm", "2026-11-24 2:26"),
    ])
    func anHourThatItsPartOfTheDayDoesNotHaveIsRefused(_ pattern: String, _ text: String) throws {
        let pattern = try #require(DatePattern(pattern))
        #expect(pattern.instant(in: text, offset: .utc) == nil)
    }

    @Test func theOffsetOfThePlaceCounts() throws {
        let pattern = try #require(DatePattern("dd-MM-yy h:mm:ss a"))
        let east = try #require(UTCOffset("-05:00"))
        #expect(pattern.instant(in: "06-12-15 11:00:00 PM", offset: east)?.description == "2015-12-07T04:00:00Z")
    }

    @Test(arguments: [
        "31-02-15 1:00:00 AM", "04-01-15 13:00:00 PM", "04-01-15 0:00:00 AM", "04-01-15 1:60:00 AM", "4-01-15 1:00:00 AM", "04-01-15",
        "04-01-15 1:00:00 AM ", "",
    ])
    func aTimeThatIsNoneIsRefused(_ text: String) throws {
        let pattern = try #require(DatePattern("dd-MM-yy h:mm:ss a"))
        #expect(pattern.instant(in: text, offset: .utc) == nil)
    }

    @Test(arguments: [
        "yyyy-MM", "dd-MM-yy h:mm", "dd-MM-yy HH:mm a", "dd-MM-yy HH:mm aaaa", "dd-MM-yy B", "QQ-MM-dd-yy", "dd-MM-yy 'at", "",
    ])
    func aPatternThatSaysNoWholeDateIsRefused(_ pattern: String) {
        #expect(DatePattern(pattern) == nil)
    }

    @Test func theExampleIsOneThePatternReads() throws {
        let pattern = try #require(DatePattern("dd-MM-yy h:mm:ss a"))
        #expect(pattern.example == "05-01-26 4:15:00 PM")
        #expect(pattern.instant(in: pattern.example, offset: .utc)?.description == "2026-01-05T16:15:00Z")
    }
}
