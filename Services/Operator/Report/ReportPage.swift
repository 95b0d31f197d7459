import Domain
import Reporting

/// A report as one page that needs nothing else: no scripts, no pictures, no fonts from anywhere.
struct ReportPage {
    let report: Report
    let view: ReportView
    var names: ReportNames { view.names }

    init(_ report: Report, _ view: ReportView) {
        self.report = report
        self.view = view
    }

    var text: String {
        let title = HTMLText.escaped("\(names[.title]) \(report.period)")
        return """
            <!DOCTYPE html>
            <html lang="\(names.language == .chinese ? "zh-CN" : "en")">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>\(title)</title>
            <style>\(Self.style)</style>
            </head>
            <body>
            <header><h1>\(title)</h1>\(heading)</header>
            <main>
            \(cards)\(metrics)\(comparison)\(splits)\(problems)\(appeals)\(gaps)\(cases)\(drills)\(definitions)</main>
            </body>
            </html>

            """
    }

    private var heading: String {
        let facts = [
            (
                names[.covers],
                report.provinces.isEmpty
                    ? names[.none] : report.provinces.map { names.part($0.rawValue, of: .province) }.joined(separator: names.separator)
            ),
            (names[.users], report.users.map { "\($0)" } ?? names[.notKnown]),
            (names[.asOf], view.time(report.asOf)), (names[.knownFrom], view.time(report.knownFrom)),
            (names[.policy], report.policyVersion.rawValue),
        ]
        let rows = facts.enumerated().map { index, fact in
            "<div\(index == 0 ? " class=\"wide\"" : "")><dt>\(HTMLText.escaped(fact.0))</dt><dd>\(HTMLText.escaped(fact.1))</dd></div>"
        }
        return "<dl>" + rows.joined() + "</dl>"
    }

    /// How many were registered, then the shares, each with how it has changed; an arrow says the direction and a word of colour whether that is good.
    private var cards: String {
        let registered = view.policy.metrics.filter { $0.numerator == .registered && $0.denominator == nil }.prefix(1)
        let shown = registered + view.policy.metrics.filter { $0.denominator != nil && report.value($0)?.text != nil }.prefix(7)
        return "<section class=\"cards\">"
            + shown.map { rule in
                let now = report.value(rule)
                let changes = [(names[.change], report.previousValue(rule)), (names[.changeOnYear], report.lastYearValue(rule))].map {
                    word, before in
                    let change = now?.change(against: before)
                    return
                        "<span class=\"\(Self.mood(change, rule.better))\">\(HTMLText.escaped(word)) \(Self.arrow(change))\(ReportView.change(change))</span>"
                }
                return """
                    <article><h3>\(HTMLText.escaped(view.name(rule)))</h3><p class="big">\(view.value(now, of: rule))</p>\
                    <p>\(changes.joined(separator: " "))</p></article>

                    """
            }.joined() + "</section>\n"
    }

    private static func arrow(_ change: Int64?) -> String {
        guard let change, change != 0 else { return "" }
        return change > 0 ? "▲ " : "▼ "
    }

    private static func mood(_ change: Int64?, _ better: MetricRule.Direction?) -> String {
        guard let change, change != 0, let better else { return "even" }
        return (change > 0) == (better == .higher) ? "good" : "bad"
    }

    private var metrics: String {
        HTMLText.table(
            names[.metric],
            [
                names[.metric], names[.value], names[.before], names[.change], names[.lastYear], names[.changeOnYear],
            ],
            view.policy.metrics.map { rule in
                let now = report.value(rule)
                let (before, lastYear) = (report.previousValue(rule), report.lastYearValue(rule))
                return [
                    view.name(rule), view.value(now, of: rule), view.value(before, of: rule),
                    ReportView.change(now?.change(against: before)),
                    view.value(lastYear, of: rule), ReportView.change(now?.change(against: lastYear)),
                ]
            })
    }

    private var comparison: String {
        let counts = view.policy.metrics.filter { $0.numerator == .registered && $0.denominator == nil }
        return counts.map { rule in
            let bars = [
                (report.period.description, report.value(rule), 0), (report.period.previous.description, report.previousValue(rule), 1),
                (report.period.sameLastYear.description, report.lastYearValue(rule), 2),
            ].compactMap { label, value, tone in
                value.map { BarChart.Bar(label: label, value: $0.numerator, text: view.value($0, of: rule), tone: tone) }
            }
            return figure(view.name(rule), bars)
        }.joined()
    }

    private var splits: String {
        report.groups.keys.sorted().map { dimension in
            let parts = report.parts(by: dimension)
            guard !parts.isEmpty else { return "" }
            let bars = parts.prefix(12).map { key, figures in
                BarChart.Bar(
                    label: names.part(key, of: dimension), value: figures[.registered], text: "\(figures[.registered])", tone: 0)
            }
            let columns = view.policy.splitMetrics
            let table = HTMLText.table(
                names[dimension], [names[.part]] + columns.map(view.name),
                parts.map { key, figures in
                    [names.part(key, of: dimension)] + columns.map { view.value(Report.value($0, figures), of: $0) }
                })
            return
                "<section><h2>\(HTMLText.escaped(names[dimension]))</h2>\(figure(names[dimension] + " · " + names[.complaints], bars))\(table)</section>\n"
        }.joined()
    }

    private func figure(_ title: String, _ bars: [BarChart.Bar]) -> String {
        "<figure><figcaption>\(HTMLText.escaped(title))</figcaption>\n\(BarChart(title: title, bars: bars).svg)</figure>\n"
    }
}
