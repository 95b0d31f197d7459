import Domain

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
                    names.part(point.category.rawValue, of: .category), point.ground ?? "-", "\(point.complaints)",
                    common.contains(point) ? "✓" : "",
                    places.map { "\(names.part($0.key.rawValue, of: .province)) \($0.value)" }.joined(separator: ", "),
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
        rows += form.refusals.map { ["\(names[.refusals]): \($0.ground)", "\($0.count)", "", "", "", ""] }
        rows.append([names[.perMillion], form.perMillion.map { MetricValue.text($0) } ?? "-", "", "", "", ""])
        return HTMLText.table(
            names[.appeals],
            [names[.appeals], names[.value], names[.before], names[.change], names[.lastYear], names[.changeOnYear]], rows)
    }

    var gaps: String {
        guard !report.missing.isEmpty else { return "" }
        return HTMLText.table(
            names[.gaps], [names[.field], names[.records]],
            report.missing.sorted { $0.key < $1.key }.map { [$0.key.rawValue, "\($0.value)"] })
    }

    var cases: String {
        guard !report.typical.isEmpty else { return "" }
        return HTMLText.table(
            names[.cases], [names[.number], names[.traits], names[.problem], names[.ground]],
            report.typical.map { typical in
                [
                    typical.complaint.rawValue, typical.traits.map(\.rawValue).joined(separator: ", "),
                    names.part(typical.category.rawValue, of: .category), typical.ground ?? "-",
                ]
            }, textColumns: [0, 1, 2, 3])
    }

    var drills: String {
        view.drilled.map { rule in
            report.drilledLists(rule).map { name, numbers in
                let list = numbers.map { "<li>\(HTMLText.escaped($0.rawValue))</li>" }.joined()
                let title = HTMLText.escaped("\(names[.drill]) \(view.name(rule)): \(name) (\(numbers.count))")
                return "<details><summary>\(title)</summary><ul>\(list)</ul></details>\n"
            }.joined()
        }.joined()
    }

    static let style = """
        :root{color-scheme:light;--ink:#1b1f24;--soft:#57606a;--line:#d0d7de;--bar:#1f6feb;--bar1:#8a9ab0;--bar2:#c29b3f;--good:#116329;--bad:#a40e26}
        *{box-sizing:border-box}body{margin:0 auto;max-width:68rem;padding:1.5rem;color:var(--ink);background:#fff;\
        font:15px/1.55 system-ui,"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif}
        h1{font-size:1.6rem;margin:0 0 .5rem}h2{font-size:1.15rem;margin:2rem 0 .5rem}
        dl{display:flex;flex-wrap:wrap;gap:.3rem 1.6rem;margin:0 0 1.2rem}dl div{display:flex;gap:.4rem}dt{color:var(--soft)}dd{margin:0}
        .cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(12.5rem,1fr));gap:.8rem}
        article{border:1px solid var(--line);border-radius:6px;padding:.7rem .9rem}article h3{margin:0;font-size:.88rem;font-weight:600;color:var(--soft)}
        article p{margin:0;font-size:.82rem}.big{font-size:1.7rem!important;font-variant-numeric:tabular-nums}
        .good{color:var(--good)}.bad{color:var(--bad)}.even{color:var(--soft)}article span{display:block}
        .scroll{overflow-x:auto;margin:1.2rem 0}table{border-collapse:collapse;width:100%;font-size:.88rem}
        caption{text-align:left;font-weight:600;padding:.3rem 0;font-size:1rem}th,td{border-bottom:1px solid var(--line);padding:.32rem .55rem;\
        text-align:left;vertical-align:top}tbody th{font-weight:400}.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
        figure{margin:1rem 0}figcaption{font-weight:600;margin-bottom:.3rem}svg{width:100%;max-width:44rem;height:auto;font-size:13px}
        svg text{fill:var(--ink)}.t0{fill:var(--bar)}.t1{fill:var(--bar1)}.t2{fill:var(--bar2)}
        details{margin:.6rem 0}summary{cursor:pointer}details ul{columns:4 11rem;font-size:.85rem}
        @media print{body{padding:0;max-width:none}article,tr,figure{break-inside:avoid}}
        """
}
