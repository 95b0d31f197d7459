import Foundation
import Testing
import YAML

/// The monitoring files are right by Prometheus' own checker, and speak of metrics and runbooks that there are.
@Suite struct MonitoringTests {
    let tree: SourceTree

    init() throws {
        tree = try SourceTree.here.get()
    }

    @Test(arguments: [
        ["check", "rules", "Ops/monitoring/alerts.yaml"], ["check", "config", "Ops/monitoring/prometheus.yaml"],
        ["test", "rules", "Ops/monitoring/alerts-test.yaml"],
    ])
    func prometheusFindsNoFault(arguments: [String]) throws {
        let promtool = try #require(Tool.find("promtool"), "promtool is missing: run Ops/install")
        let outcome = try Tool.run(promtool, arguments, in: SourceTree.root)
        #expect(outcome.status == 0, "\(outcome.output)")
    }

    @Test func everyAlertNamesARunbookThatIsThere() throws {
        let alerts = try rules()
        #expect(alerts.count >= 8)
        for alert in alerts {
            let runbook = try #require(alert["annotations"]?["runbook"]?.text)
            let isThere = tree.contains(runbook)
            #expect(isThere, "\(runbook) is missing")
        }
    }

    @Test func everyAlertHasARunbookThatNamesItAndTestsThatRehearseIt() throws {
        let tests = tree.files.filter { $0.isSwift && $0.lies(in: ["Tests"]) }.map(\.text).joined()
        let rows = try #require(tree["Ops/monitoring/README.md"]).text.split(separator: "\n").filter { $0.hasPrefix("| `Redress") }
            .map { $0.split(separator: "|") }
        var named: [String: YAMLNode] = [:]
        for alert in try rules() { named[try #require(alert["alert"]?.text)] = alert }
        #expect(rows.count == named.count)
        for row in rows {
            let name = try #require(row[0].firstMatch(of: #/`(\w+)`/#)).output.1
            let alert = try #require(named[String(name)], "\(name) is no alert")
            let runbooks = row[1].matches(of: #/\(\.\.(/runbooks/[\w-]+\.md)\)/#).map { "Ops\($0.output.1)" }
            let own = try #require(alert["annotations"]?["runbook"]?.text)
            #expect(runbooks.contains(own), "the row of \(name) does not name \(own)")
            for runbook in runbooks {
                let saysIt = tree[runbook]?.text.contains("`\(name)`") == true
                #expect(saysIt, "\(runbook) does not say that it is for \(name)")
            }
            let rehearsals = row[2].matches(of: #/`(\w+)`/#).map(\.output.1)
            #expect(!rehearsals.isEmpty, "nothing rehearses \(name)")
            for rehearsal in rehearsals { #expect(tests.contains("func \(rehearsal)("), "\(rehearsal) is not a test") }
        }
    }

    @Test func everyAlertIsMadeToFireByPrometheusOwnTests() throws {
        let tests = try #require(tree["Ops/monitoring/alerts-test.yaml"]).text
        for alert in try rules() {
            let name = try #require(alert["alert"]?.text)
            let fires = tests.contains("alertname: \(name)\n        exp_alerts:\n          - exp_labels")
            #expect(fires, "\(name) fires in no test of alerts-test.yaml")
        }
    }

    @Test func everyMetricOfAnAlertIsTheCodesOwn() throws {
        for alert in try rules() {
            let expression = try #require(alert["expr"]?.text)
            for match in expression.matches(of: #/redress_[a-z_]+/#) {
                let name = String(match.output).replacing(#/_(bucket|sum|count)$/#, with: "")
                let isMeasured = tree.spells(name)
                #expect(isMeasured, "\(name) is measured nowhere")
            }
        }
    }

    private func rules() throws -> [YAMLNode] {
        let file = try #require(tree["Ops/monitoring/alerts.yaml"])
        let groups = try YAMLNode.parse(file.text, file: file.path)["groups"]?.elements ?? []
        return groups.flatMap { $0["rules"]?.elements ?? [] }
    }
}
