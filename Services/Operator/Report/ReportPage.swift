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

extension ReportPage {
    /// On a screen tables that are too wide for it scroll by themselves; on paper nothing scrolls, so words wrap and nothing is cut.
    static let style = """
        :root{color-scheme:light;--ink:#1b1f24;--soft:#57606a;--line:#d0d7de;--bar:#1f6feb;--bar1:#8a9ab0;--bar2:#c29b3f;--good:#116329;--bad:#a40e26}
        *{box-sizing:border-box}body{margin:0 auto;max-width:72rem;padding:1.5rem;color:var(--ink);background:#fff;\
        font:15px/1.55 system-ui,"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif}
        h1{font-size:1.6rem;margin:0 0 .5rem}h2{font-size:1.15rem;margin:2rem 0 .5rem}
        dl{display:flex;flex-wrap:wrap;gap:.3rem 1.6rem;margin:0 0 1.2rem}dl div{display:flex;gap:.4rem;max-width:100%}\
        dt{color:var(--soft);flex:none;white-space:nowrap}dd{margin:0;min-width:0;overflow-wrap:anywhere}dl .wide{flex-basis:100%}
        .cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(12.5rem,1fr));gap:.8rem}
        article{border:1px solid var(--line);border-radius:6px;padding:.7rem .9rem}article h3{margin:0;font-size:.88rem;font-weight:600;color:var(--soft)}
        article p{margin:0;font-size:.82rem}.big{font-size:1.7rem!important;font-variant-numeric:tabular-nums}
        .good{color:var(--good)}.bad{color:var(--bad)}.even{color:var(--soft)}article span{display:block}
        .scroll{overflow-x:auto;margin:1.2rem 0}table{border-collapse:collapse;width:100%;font-size:.88rem}
        caption{text-align:left;font-weight:600;padding:.3rem 0;font-size:1rem}th,td{border-bottom:1px solid var(--line);padding:.32rem .55rem;\
        text-align:left;vertical-align:top}tbody th{font-weight:400;min-width:7em}.n{text-align:right;font-variant-numeric:tabular-nums}\
        td.n{white-space:nowrap}
        figure{margin:1rem 0;overflow-x:auto}figcaption{font-weight:600;margin-bottom:.3rem}\
        svg{width:100%;min-width:24rem;max-width:44rem;height:auto;font-size:13px}
        svg text{fill:var(--ink)}.t0{fill:var(--bar)}.t1{fill:var(--bar1)}.t2{fill:var(--bar2)}
        details{margin:.6rem 0}summary{cursor:pointer}details ul{columns:4 11rem;font-size:.85rem}
        @media (max-width:40rem){body{padding:.8rem}.cards{grid-template-columns:repeat(2,minmax(0,1fr))}\
        table{font-size:.74rem}th,td{padding:.25rem .28rem}tbody th{min-width:0}}
        @page{size:A4;margin:14mm 12mm}
        @media print{body{padding:0 .3mm;max-width:none;font-size:10pt}article,tr,figure{break-inside:avoid}caption,h2{break-after:avoid}\
        .cards{grid-template-columns:repeat(4,minmax(0,1fr))}.big{font-size:15pt!important}\
        .scroll,figure{overflow:visible}svg{min-width:0;max-width:150mm}table{font-size:8pt}th,td{padding:1.2mm 1.5mm;overflow-wrap:break-word}\
        tbody th{min-width:0}*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
        """
}
