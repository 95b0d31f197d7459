import Testing

@testable import Domain
@testable import Reporting

struct AppealFormTests {
    private func october() -> ReportYear {
        var year = ReportYear()
        year.register("2026-09-05T09:00:00+08:00", level: .appeal)
        for line in ["a", "a", "b"] as [LineToken] { year.register("2026-10-05T09:00:00+08:00", level: .appeal, line: line) }
        year.register("2026-10-06T09:00:00+08:00", category: "network", level: .appeal, line: "a")
        year.register("2026-10-07T09:00:00+08:00", line: "c", unmet: [.complainedFirst])
        return year
    }

    @Test func validAppealsAreAllButDuplicatesAndThoseNotAccepted() throws {
        let form = AppealForm(try october().report(users: 2_000_000))
        #expect(form.total.current == 5, "S013: 申诉总量")
        #expect(form.duplicates.current == 1, "same line and same problem; another problem of the line is none")
        #expect(form.invalid.current == 1)
        #expect(form.valid.current == 3, "S013: 有效单量 = 申诉总量 − 重复单量 − 无效单量")
        #expect(form.refusals.map(\.ground) == ["complained-first"], "who has to complain first has complained now (S021)")
        #expect(form.classes.map(\.current) == [0, 3, 1, 0], "S013: 用户服务, 收费争议, 网络质量, other")
        #expect(form.perMillion == 250, "5 appeals of 2 million users: 2.50 a million")
    }

    @Test func theMonthIsComparedWithTheMonthBefore() throws {
        let form = AppealForm(try october().report())
        #expect(form.total.change == 40_000, "from 1 to 5: +400.00 %")
        #expect(form.total.changeOnYear == nil)
        #expect(form.perMillion == nil)
    }
}
