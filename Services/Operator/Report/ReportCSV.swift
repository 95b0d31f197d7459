import Domain
import Reporting

/// A report as comma-separated values (RFC 4180): one figure a line, so that any spreadsheet can turn it as it likes.
struct ReportCSV {
    private let report: Report
    private let view: ReportView

    init(_ report: Report, _ view: ReportView) {
        self.report = report
        self.view = view
    }

    var text: String {
        var rows = [["period", "split", "part", "metric", "value", "numerator", "denominator", "previous", "last_year", "source"]]
        for rule in view.policy.metrics {
            rows.append(
                row("all", "", rule, report.value(rule), previous: report.previousValue(rule), lastYear: report.lastYearValue(rule)))
        }
        for dimension in report.groups.keys.sorted() {
            for (key, figures) in report.parts(by: dimension) {
                for rule in view.policy.metrics where rule.denominator != .users {
                    rows.append(row(dimension.rawValue, key, rule, Report.value(rule, figures)))
                }
            }
        }
        for rule in view.drilled {
            for (name, numbers) in report.drilledLists(rule) {
                rows += numbers.map { [report.period.description, "drill", $0.rawValue, rule.code, name, "", "", "", "", ""] }
            }
        }
        return rows.map { $0.map(Self.cell).joined(separator: ",") + "\r\n" }.joined()
    }

    private func row(
        _ split: String, _ part: String, _ rule: MetricRule, _ value: MetricValue?, previous: MetricValue? = nil,
        lastYear: MetricValue? = nil
    ) -> [String] {
        [
            report.period.description, split, part, rule.code, value?.text(rule, in: view.policy.currency.value) ?? "",
            value.map { "\($0.numerator)" } ?? "",
            value?.denominator.map { "\($0)" } ?? "", previous?.text(rule, in: view.policy.currency.value) ?? "",
            lastYear?.text(rule, in: view.policy.currency.value) ?? "", rule.source,
        ]
    }

    static func cell(_ text: String) -> String {
        guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
