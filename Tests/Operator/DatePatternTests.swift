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

    @Test(arguments: ["yyyy-MM", "dd-MM-yy h:mm", "dd-MM-yy HH:mm a", "QQ-MM-dd-yy", "dd-MM-yy 'at", ""])
    func aPatternThatSaysNoWholeDateIsRefused(_ pattern: String) {
        #expect(DatePattern(pattern) == nil)
    }

    @Test func theExampleIsOneThePatternReads() throws {
        let pattern = try #require(DatePattern("dd-MM-yy h:mm:ss a"))
        #expect(pattern.example == "05-01-26 4:15:00 PM")
        #expect(pattern.instant(in: pattern.example, offset: .utc)?.description == "2026-01-05T16:15:00Z")
    }
}
