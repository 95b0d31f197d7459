import CommandLine
import Domain
import Files
import Foundation
import Reporting

/// How a report is shown: by which policy, in which language and form, and where to.
struct ReportView {
    let policy: ReportPolicy
    let names: ReportNames
    let format: ReportOptions.Format
    /// The metrics whose complaints are listed.
    let drilled: [MetricRule]
    private let file: String?

    init(_ arguments: Arguments, _ policy: ReportPolicy, names: ReportNames, drilled: [MetricRule]) throws {
        self.init(
            policy: policy, names: names, format: try ReportOptions.format(arguments),
            drilled: drilled, file: arguments.string("out"))
    }

    init(policy: ReportPolicy, names: ReportNames, format: ReportOptions.Format, drilled: [MetricRule] = [], file: String? = nil) {
        self.policy = policy
        self.names = names
        self.format = format
        self.drilled = drilled
        self.file = file
    }

    /// The report in the form that was asked for.
    ///
    /// - Parameter terminal: where its tables are to be read; `nil` for a file, whose lines stay whole.
    func text(_ report: Report, on terminal: Terminal? = nil) throws -> String {
        switch format {
        case .table: ReportTable(report, self, on: terminal).text
        case .csv: ReportCSV(report, self).text
        case .json: try JSONOutput.text(ReportDocument(report, self)) + "\n"
        case .html: ReportPage(report, self).text
        }
    }

    /// Writes the report where it was asked to.
    func write(_ report: Report) throws {
        guard let file else { return StandardStream.output.write(try text(report, on: Terminal(.output))) }
        try LocalFile.write(try text(report), to: file)
    }

    /// A time as the clocks of the report's place show it.
    func time(_ instant: Instant?) -> String { TimeText(offset: policy.timeZone.value).text(instant) }

    func name(_ rule: MetricRule) -> String { rule.name.text(names.language) }

    /// `97.50`, money in its main unit, or a dash where there is nothing to take a share of.
    func value(_ value: MetricValue?, of rule: MetricRule) -> String { value?.text(rule, in: policy.currency.value) ?? "-" }

    /// `+12.50 %`, or a dash where there is nothing to compare with.
    static func change(_ hundredths: Int64?) -> String {
        hundredths.map { ($0 > 0 ? "+" : "") + MetricValue.text($0) + " %" } ?? "-"
    }
}
