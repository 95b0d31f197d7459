import Domain
import Reporting

/// A report in JSON: its counts, from which it can be put together with others, and beside them what people read off them.
struct ReportDocument: Encodable {
    /// One metric with its formula and where that comes from.
    private struct Metric: Encodable {
        let code: String
        let name: MetricName
        let formula: String
        let source: String
        let value: String?
        let numerator: Int64?
        let denominator: Int64?
        let previous: String?
        /// In per cent of the period before 环比.
        let change: String?
        let lastYear: String?
        /// In per cent of last year 同比.
        let changeOnYear: String?
        let target: Double?
    }

    /// One row of the regulator's form.
    private struct AppealRow: Encodable {
        let name: MetricName
        let current: Int64
        let previous: Int64?
        let change: String?
        let lastYear: Int64?
        let changeOnYear: String?
    }

    private let report: Report
    private let metrics: [Metric]
    private let appeals: [AppealRow]
    private let appealsPerMillion: String?
    private let commonProblems: [ProblemPoint]

    init(_ report: Report, _ view: ReportView) {
        self.report = report
        metrics = view.policy.metrics.map { rule in
            let now = report.value(rule)
            let (before, lastYear) = (report.previousValue(rule), report.lastYearValue(rule))
            return Metric(
                code: rule.code, name: rule.name, formula: rule.formula, source: rule.source,
                value: now?.text, numerator: now?.numerator,
                denominator: now?.denominator, previous: before?.text,
                change: now?.change(against: before).map(MetricValue.text),
                lastYear: lastYear?.text,
                changeOnYear: now?.change(against: lastYear).map(MetricValue.text), target: rule.target?.value)
        }
        let form = AppealForm(report)
        appeals = form.rows.map { row in
            AppealRow(
                name: row.name, current: row.current, previous: row.previous, change: row.change.map(MetricValue.text),
                lastYear: row.lastYear, changeOnYear: row.changeOnYear.map(MetricValue.text))
        }
        appealsPerMillion = form.perMillion.map(MetricValue.text)
        commonProblems = report.commonProblems(by: view.policy)
    }
}

/// The part of a report's JSON from which it can be drawn again; what people read off it is calculated again.
struct UploadedReport: Decodable {
    let report: Report
}
