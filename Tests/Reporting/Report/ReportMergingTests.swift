import Testing

@testable import Domain
@testable import Reporting

/// Two-level aggregation: provinces draw, the group puts together (S180, S201 11.5).
struct ReportMergingTests {
    private func nation() -> ReportYear {
        var year = ReportYear()
        for (index, province) in (["CN-JS", "CN-SC", "CN-SC"] as [Province]).enumerated() {
            let complaint = year.register("2026-10-0\(index + 1)T09:00:00+08:00", province: province, level: .appeal)
            if index != 1 { year.tell(complaint, "2026-10-09T09:00:00+08:00") } else { year.breach(complaint, due: "2026-10-17T00:00:00Z") }
            year.findLiability(complaint, "2026-10-08T09:00:00+08:00")
        }
        return year
    }

    @Test func theReportsOfTheProvincesAddUpToTheReportOfAll() throws {
        let year = nation()
        let whole = try year.report(provinces: ["CN-JS", "CN-SC"], users: 3_000_000, drilled: [.appeals])
        let parts = [
            try year.report(provinces: ["CN-SC"], users: 2_000_000, drilled: [.appeals]),
            try year.report(provinces: ["CN-JS"], users: 1_000_000, drilled: [.appeals]),
        ]
        let merged = try Report.merged(parts, by: .fixture())
        #expect(merged == whole, "S180: what the provinces upload comes to the group's report exactly")
        #expect(merged.value(ReportPolicy.timeliness)?.text == "66.67", "S201: 2 of 3, not the mean of 50 % and 100 %")
        #expect(merged.value(ReportPolicy.appealRate)?.text == "1.00")
    }

    @Test func reportsThatOverlapOrAreOfAnotherPeriodAreRefused() throws {
        let year = nation()
        let sichuan = try year.report(provinces: ["CN-SC"])
        let both = try year.report("2026-09", provinces: ["CN-SC", "CN-JS"])
        let error = #expect(throws: Faults.self) { try Report.merged([sichuan, both], by: .fixture()) }
        #expect(error?.faults.map(\.field) == ["reports[1].provinces", "reports[1].period"], "S180: nothing is counted twice")
        #expect(throws: Faults.self) { try Report.merged([], by: .fixture()) }
    }

    @Test func aRateOfUsersIsNotCalculatedWhereOneProvinceGaveNone() throws {
        let year = nation()
        let merged = try Report.merged(
            [year.report(provinces: ["CN-SC"], users: 2_000_000), year.report(provinces: ["CN-JS"])], by: .fixture())
        #expect(merged.value(ReportPolicy.appealRate) == nil)
    }

    @Test func aProblemIsCommonWhereSeveralProvincesHaveIt() throws {
        let report = try nation().report()
        #expect(report.problems.map(\.complaints) == [3])
        #expect(report.problems.map(\.ground) == ["wrong-charge"], "S091: problem points")
        #expect(report.commonProblems(by: .fixture()).map(\.provinces) == [["CN-JS": 1, "CN-SC": 2]], "S111, S161, S194: common problems")
    }
}
