import Domain
import Reporting

/// The sections after the splits.
extension ReportPage {
    var problems: String {
        guard !report.problems.isEmpty else { return "" }
        let common = Set(report.commonProblems(by: view.policy))
        return HTMLText.table(
            names[.problems], [names[.problem], names[.ground], names[.complaints], names[.common], names[.places]],
            report.problems.prefix(view.policy.problems.listed.value).map { point in
                let places = point.provinces.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(5)
                return [
                    names.part(point.category.rawValue, of: .category), names.ground(point.ground), "\(point.complaints)",
                    common.contains(point) ? "✓" : "",
                    places.map { "\(names.part($0.key.rawValue, of: .province)) \($0.value)" }.joined(separator: names.separator),
                ]
            }, textColumns: [0, 1, 3, 4])
    }

    var appeals: String {
        let form = AppealForm(report)
        var rows = form.rows.map { row in
            [
                row.name.text(names.language), "\(row.current)", row.previous.map { "\($0)" } ?? "-", ReportView.change(row.change),
                row.lastYear.map { "\($0)" } ?? "-", ReportView.change(row.changeOnYear),
            ]
        }
        rows += form.refusals.map { ["\(names[.refusals]): \(names.refusal($0.ground))", "\($0.count)", "", "", "", ""] }
        rows.append([names[.perMillion], form.perMillion.map { MetricValue.text($0) } ?? "-", "", "", "", ""])
        return HTMLText.table(
            names[.appeals],
            [names[.appeals], names[.value], names[.before], names[.change], names[.lastYear], names[.changeOnYear]], rows)
    }

    var gaps: String {
        guard !report.missing.isEmpty else { return "" }
        return HTMLText.table(
            names[.gaps], [names[.field], names[.records]],
            report.missing.sorted { $0.key < $1.key }.map { [names.field($0.key), "\($0.value)"] })
    }

    var cases: String {
        guard !report.typical.isEmpty else { return "" }
        return HTMLText.table(
            names[.cases], [names[.number], names[.traits], names[.problem], names[.ground]],
            report.typical.map { typical in
                [
                    typical.complaint.rawValue, typical.traits.map(names.trait).joined(separator: names.separator),
                    names.part(typical.category.rawValue, of: .category), names.ground(typical.ground),
                ]
            }, textColumns: [0, 1, 2, 3])
    }

    var drills: String {
        view.drilled.map { rule in
            report.drilledCounts(rule).map { counts, numbers in
                let name = counts.map(names.count).joined(separator: " − ")
                let list = numbers.map { "<li>\(HTMLText.escaped($0.rawValue))</li>" }.joined()
                let title = HTMLText.escaped("\(names[.drill]) \(view.name(rule)): \(name) (\(numbers.count))")
                return "<details><summary>\(title)</summary><ul>\(list)</ul></details>\n"
            }.joined()
        }.joined()
    }

    /// How each figure is calculated, and by which law where there is one: apart from the figures, so that these have their room.
    var definitions: String {
        let rows = view.policy.metrics.map { rule in
            [view.name(rule), names.formula(rule), names.laws.basis(of: rule.source, in: names.language)]
        }
        let hasBasis = rows.contains { !$0[2].isEmpty }
        return HTMLText.table(
            names[.definitions], [names[.metric], names[.formula]] + (hasBasis ? [names[.source]] : []),
            rows.map { hasBasis ? $0 : Array($0.prefix(2)) }, textColumns: [0, 1, 2])
    }
}
