import Contracts
import Domain
import Foundation
import Reporting
import Testing

@testable import OperatorService

struct ReportOutputTests {
    @Test func theTableHasEachMetricWithItsFormula() throws {
        let text = try Sample.view(.table, .english).text(Sample.october())
        #expect(text.contains("Answered within the limit %"), "S113: a report for superiors and others")
        #expect(text.contains("answers-in-time ÷ answers-due × 100"))
        #expect(text.contains("Jiangsu"), "a province is called by its name")
    }

    @Test func aProvincesFileIsReadAgainAndPutTogether() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "report-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var parts: [Report] = []
        for province in ["CN-JS", "CN-SC"] {
            let file = folder.appending(path: "\(province).json")
            try Data(try Sample.view(.json).text(Sample.october([province])).utf8).write(to: file)
            parts.append(try ReportCommand.uploaded(file.path))
        }
        try FileManager.default.removeItem(at: folder)
        #expect(parts == [try Sample.october(["CN-JS"]), try Sample.october(["CN-SC"])])
        #expect(
            try Report.merged(parts, by: Sample.policy()) == Sample.october(), "S180: what provinces upload is the group's report exactly")
    }

    @Test func aFileThatIsNoReportIsRefusedByName() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "none-\(UUID().uuidString).json")
        try Data(#"{"report":{"period":"2026-10","current":{"registered":-3}}}"#.utf8).write(to: file)
        let fault = #expect(throws: Fault.self) { try ReportCommand.uploaded(file.path) }
        #expect(fault?.field == file.path)
        try FileManager.default.removeItem(at: file)
    }

    @Test func commaSeparatedValuesAreOneFigureALine() throws {
        let lines = try Sample.view(.csv).text(Sample.october()).split(separator: "\r\n")
        #expect(lines.first == "period,split,part,metric,value,numerator,denominator,previous,last_year,source")
        #expect(lines.contains { $0.hasPrefix("2026-10,all,,timeliness,100.00,2,2,") })
        #expect(lines.contains { $0.hasPrefix("2026-10,province,CN-JS,complaints,2,2,,") })
    }

    @Test func aDrilledMetricListsThoseInItAndThoseMissingFromIt() throws {
        let view = try Sample.view(.table, .english, drilled: ["repeat-rate"])
        let text = try view.text(Sample.october(["CN-JS"], drilled: [.repeats, .registered]))
        #expect(text.hasSuffix("Complaints behind repeat-rate, registered − repeats: 2\n  CN-JS-1\n  CN-JS-2\n"), "S202")
    }

    @Test(arguments: Language.allCases)
    func thePageNeedsNothingElseAndDataIsNeverMarkup(language: Language) throws {
        let page = try Sample.view(.html, language, drilled: ["timeliness"]).text(Sample.october(drilled: [.answersInTime, .answersDue]))
        #expect(page.contains("<svg"))
        for foreign in ["<script", "http://", "https://", "src=", "@import", "url(", "<b>"] {
            #expect(!page.contains(foreign), "\(foreign)")
        }
        #expect(page.contains("&lt;b&gt;network&lt;/b&gt;"))
        #expect(page.contains(language == .chinese ? "<html lang=\"zh-CN\">" : "<html lang=\"en\">"))
        #expect(page.contains(language == .chinese ? "投诉处理及时率" : "Answered within the limit"))
    }

    @Test func aPublishedReportSaysWhatTheReportSays() throws {
        let report = try Sample.october()
        let now = try #require(Instant("2026-11-01T00:30:00Z"))
        let event = try ReportPublication.event(report, by: Sample.policy(), actor: nil, at: now)
        #expect(event.subject == "2026-10/CN-JS+CN-SC")
        let published = try #require(try ReportPublished.decode(type: event.type, data: event.data, with: WireCoder()))
        #expect(published.report == report, "S138: statistics are published to whoever reads the topic")
        #expect(published.metrics.first { $0.code == "appeal-rate" }?.value == "1.00")
        #expect(String(decoding: event.data, as: UTF8.self).contains("138****") == false)
    }

    @Test(arguments: [("last-month", "2026-10"), ("last-quarter", "2026-Q3"), ("last-year", "2025"), ("2026-Q4", "2026-Q4")])
    func aScheduleNamesThePeriodThatIsOver(text: String, period: String) throws {
        let today = try #require(CivilDate(year: 2026, month: 11, day: 24))
        #expect(try ReportOptions.period(text, today: today).description == period)
        #expect(throws: (any Error).self) { try ReportOptions.period("2026-13", today: today) }
    }
}
