import CommandLine
import Domain
import Reporting

/// A report as plain tables.
struct ReportTable {
    private let report: Report
    private let view: ReportView
    private var names: ReportNames { view.names }

    private let terminal: Terminal?

    /// - Parameter terminal: where it is to be read; `nil` for a file, whose lines stay whole.
    init(_ report: Report, _ view: ReportView, on terminal: Terminal?) {
        self.report = report
        self.view = view
        self.terminal = terminal
    }

    var text: String {
        ([heading, metrics] + report.groups.keys.sorted().map(split) + [problems, appeals, gaps, cases] + view.drilled.map(drill))
            .compactMap(\.self).joined(separator: "\n")
    }

    private func laid(_ table: TextTable) -> String { terminal.map { table.shown(on: $0) } ?? table.render() }

    private var heading: String {
        var table = TextTable(["", ""])
        table.add([names[.title], report.period.description])
        table.add([
            names[.covers],
            report.provinces.isEmpty
                ? names[.none] : report.provinces.map { names.part($0.rawValue, of: .province) }.joined(separator: names.separator),
        ])
        table.add([names[.users], report.users.map { "\($0)" } ?? names[.notKnown]])
        table.add([names[.asOf], view.time(report.asOf)])
        table.add([names[.knownFrom], view.time(report.knownFrom)])
        table.add([names[.policy], report.policyVersion.rawValue])
        return laid(table)
    }

    private var metrics: String {
        var table = TextTable(
            [names[.metric], names[.value], names[.before], names[.change], names[.lastYear], names[.changeOnYear], names[.formula]],
            alignments: [.left, .right, .right, .right, .right, .right, .left])
        for rule in view.policy.metrics {
            let now = report.value(rule)
            let (before, lastYear) = (report.previousValue(rule), report.lastYearValue(rule))
            table.add([
                view.name(rule), view.value(now, of: rule), view.value(before, of: rule), ReportView.change(now?.change(against: before)),
                view.value(lastYear, of: rule), ReportView.change(now?.change(against: lastYear)), names.formula(rule),
            ])
        }
        return laid(table)
    }

    private func split(_ dimension: ReportDimension) -> String {
        let columns = view.policy.splitMetrics
        var table = TextTable(
            [names[dimension]] + columns.map(view.name), alignments: [.left] + columns.map { _ in .right })
        for (key, figures) in report.parts(by: dimension) {
            table.add(
                [names.part(key, of: dimension)] + columns.map { view.value(Report.value($0, figures), of: $0) })
        }
        return laid(table)
    }

    private var problems: String? {
        guard !report.problems.isEmpty else { return nil }
        let common = Set(report.commonProblems(by: view.policy))
        var table = TextTable(
            [names[.problems], names[.ground], names[.complaints], names[.common], names[.places]],
            alignments: [.left, .left, .right, .left, .left])
        for point in report.problems.prefix(view.policy.problems.listed.value) {
            let places = point.provinces.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(5)
            table.add([
                names.part(point.category.rawValue, of: .category), names.ground(point.ground), "\(point.complaints)",
                common.contains(point) ? "✓" : "",
                places.map { "\(names.part($0.key.rawValue, of: .province)) \($0.value)" }.joined(separator: ", "),
            ])
        }
        return laid(table)
    }

    private var appeals: String {
        let form = AppealForm(report)
        var table = TextTable(
            [names[.appeals], names[.value], names[.before], names[.change], names[.lastYear], names[.changeOnYear]],
            alignments: [.left, .right, .right, .right, .right, .right])
        for row in form.rows {
            table.add([
                row.name.text(names.language), "\(row.current)", row.previous.map { "\($0)" } ?? "-", ReportView.change(row.change),
                row.lastYear.map { "\($0)" } ?? "-", ReportView.change(row.changeOnYear),
            ])
        }
        for refusal in form.refusals { table.add(["\(names[.refusals]): \(names.refusal(refusal.ground))", "\(refusal.count)"]) }
        table.add([names[.perMillion], form.perMillion.map { MetricValue.text($0) } ?? "-"])
        return laid(table)
    }

    private var gaps: String? {
        guard !report.missing.isEmpty else { return nil }
        var table = TextTable([names[.gaps], names[.records]], alignments: [.left, .right])
        for (field, count) in report.missing.sorted(by: { $0.key < $1.key }) { table.add([names.field(field), "\(count)"]) }
        return laid(table)
    }

    private var cases: String? {
        guard !report.typical.isEmpty else { return nil }
        var table = TextTable([names[.cases], names[.traits], names[.problem]])
        for typical in report.typical {
            table.add([
                typical.complaint.rawValue, typical.traits.map(names.trait).joined(separator: names.separator),
                names.part(typical.category.rawValue, of: .category) + (typical.ground.map { " / \(names.ground($0))" } ?? ""),
            ])
        }
        return laid(table)
    }

    private func drill(_ rule: MetricRule) -> String {
        report.drilledLists(rule).map { name, numbers in
            "\(names[.drill]) \(rule.code), \(name): \(numbers.count)\n" + numbers.map { "  \($0)\n" }.joined()
        }.joined()
    }
}

extension Report {
    /// A metric of one part of a split; shares of the users are left out, since how many users a part has is not known.
    static func value(_ rule: MetricRule, _ figures: ReportFigures) -> MetricValue? { MetricValue(rule, of: figures) }

    /// The parts of a split, those with the most complaints first.
    func parts(by dimension: ReportDimension) -> [(key: String, figures: ReportFigures)] {
        (groups[dimension] ?? [:]).sorted { left, right in
            (right.value[.registered], left.key) < (left.value[.registered], right.key)
        }.map { ($0.key, $0.value) }
    }

    /// The complaints of a metric: those of its numerator, and for a share those that are missing from it.
    func drilledLists(_ rule: MetricRule) -> [(name: String, complaints: [ComplaintNumber])] {
        drilledCounts(rule).map { counts, complaints in (counts.map(\.rawValue).joined(separator: " − "), complaints) }
    }

    /// The same by the counts: one, or the one that another is taken from.
    func drilledCounts(_ rule: MetricRule) -> [(counts: [ReportCount], complaints: [ComplaintNumber])] {
        let counted = Set(drilled[rule.numerator] ?? [])
        var lists = [([rule.numerator], drilled[rule.numerator] ?? [])]
        if case .count(let base)? = rule.denominator {
            lists.append(([base, rule.numerator], (drilled[base] ?? []).filter { !counted.contains($0) }))
        }
        return lists
    }
}

extension ReportPolicy {
    /// The metrics that splits show: those that need no number of users, the first of the policy's list.
    var splitMetrics: [MetricRule] { Array(metrics.filter { $0.denominator != .users }.prefix(6)) }
}
