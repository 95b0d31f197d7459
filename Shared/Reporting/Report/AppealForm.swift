import Domain

/// The regulator's forms of appeals: valid appeals 有效申诉量, the monthly analysis 申诉情况分析月报 and the rate 百万用户申诉率.
///
/// The fields are those of the Shanghai administration's forms, which are local practice; the classes those of the ministry's quarterly
/// bulletin (S013). It is drawn from a report's counts and so from merged ones too.
public struct AppealForm: Sendable {
    /// One row of the monthly analysis.
    public struct Row: Hashable, Sendable {
        public let name: MetricName
        public let current: Int64
        public let previous: Int64?
        public let lastYear: Int64?

        /// 环比, in hundredths of a per cent; `nil` where there is nothing to compare with.
        public var change: Int64? { Self.change(current, previous) }
        /// 同比, in the same form.
        public var changeOnYear: Int64? { Self.change(current, lastYear) }

        private static func change(_ now: Int64, _ before: Int64?) -> Int64? {
            guard let before, before > 0 else { return nil }
            let scaled = (now - before) * 10_000
            return (scaled + (scaled < 0 ? -before / 2 : before / 2)) / before
        }
    }

    public let period: ReportPeriod
    /// 申诉总量: all that the appeal bodies sent, accepted or not.
    public let total: Row
    /// 重复单: same line, same problem.
    public let duplicates: Row
    /// 无效单量, 剔除总数.
    public let invalid: Row
    /// 有效单量 = 申诉总量 − 重复单量 − 无效单量.
    public let valid: Row
    /// 和解量, 不认可量, 知晓量.
    public let outcomes: [Row]
    /// 用户服务, 收费争议, 网络质量, and what is in none.
    public let classes: [Row]
    /// Appeals turned away, by the point of Order 35 that was not met, in order.
    public let refusals: [(ground: String, count: Int64)]
    /// 用户总数; `nil` where it was not given.
    public let users: Int64?

    public init(_ report: Report) {
        func row(_ zh: String, _ en: String, _ counts: [(ReportCount, Int64)]) -> Row {
            func value(_ figures: ReportFigures) -> Int64 { counts.reduce(0) { $0 + figures[$1.0] * $1.1 } }
            return Row(
                name: MetricName(zh: zh, en: en), current: value(report.current), previous: report.previous.map(value),
                lastYear: report.lastYear.map(value))
        }
        period = report.period
        users = report.users
        total = row("申诉总量", "Appeals received", [(.appeals, 1), (.appealsTurnedAway, 1), (.appealsJoined, 1)])
        duplicates = row("重复单量", "Duplicates", [(.appealsDuplicate, 1)])
        invalid = row("无效单量", "Not accepted", [(.appealsRefused, 1)])
        valid = row(
            "有效单量", "Valid appeals",
            [(.appeals, 1), (.appealsTurnedAway, 1), (.appealsJoined, 1), (.appealsDuplicate, -1), (.appealsRefused, -1)])
        outcomes = [
            row("和解量", "Settled", [(.appealsSettled, 1)]), row("不认可量", "Not recognised", [(.appealsDisputed, 1)]),
            row("知晓量", "Taken note of", [(.appealsNoted, 1)]),
        ]
        classes = [
            row("用户服务", "User service", [(.appealsService, 1)]), row("收费争议", "Charge disputes", [(.appealsCharges, 1)]),
            row("网络质量", "Network quality", [(.appealsNetwork, 1)]), row("其他", "Other", [(.appealsOther, 1)]),
        ]
        refusals = report.refusals.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// 百万用户申诉率 in hundredths: appeals ÷ (users ÷ 1,000,000); `nil` without users.
    public var perMillion: Int64? {
        guard let users, users > 0 else { return nil }
        return (total.current * 200_000_000 + users) / (users * 2)
    }

    /// All rows of the monthly analysis, in the form's order.
    public var rows: [Row] { [total, duplicates, invalid, valid] + outcomes + classes }
}
