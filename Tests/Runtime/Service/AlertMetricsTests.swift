import Foundation
import Telemetry
import Testing
import YAML

@testable import Runtime

/// What the alerts and their tests ask Prometheus for is what a service writes: names, labels and buckets; and no alert asks for more than a
/// histogram can say.
@Suite struct AlertMetricsTests {
    /// The series of one family: the labels of each, without their values but for the bounds of buckets.
    private struct Family {
        var labels: Set<String> = []
        var bounds: Set<String> = []
    }

    private static let monitoring = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Ops/monitoring")
        .standardizedFileURL
    /// What Prometheus adds itself.
    private static let added: Set<String> = ["job", "instance"]

    @Test func everySeriesOfAnAlertTestIsOneThatAServiceWrites() throws {
        let written = Self.written()
        let text = try String(contentsOf: Self.monitoring.appending(path: "alerts-test.yaml"), encoding: .utf8)
        var count = 0
        for match in text.matches(of: #/series: '(redress_\w+)\{([^}]*)\}'/#) {
            count += 1
            let name = String(match.output.1)
            let family = try #require(written[name], "no service writes \(name)")
            for pair in match.output.2.split(separator: ",") {
                let parts = pair.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
                let (label, value) = (parts[0], parts[1].trimmingCharacters(in: ["\""]))
                #expect(Self.added.contains(label) || family.labels.contains(label), "\(name) has no label \(label)")
                if label == "le" { #expect(family.bounds.contains(value), "\(name) has no bucket \(value)") }
            }
        }
        #expect(count > 10)
    }

    @Test func everyMetricAndLabelOfAnAlertIsOneThatAServiceWrites() throws {
        let written = Self.written()
        for (alert, expression) in try Self.expressions() {
            for match in expression.matches(of: #/redress_\w+/#) {
                #expect(written[String(match.output)] != nil, "\(alert): no service writes \(match.output)")
            }
            let names = expression.matches(of: #/redress_\w+/#).map { String($0.output) }
            let labels = names.reduce(into: Self.added) { $0.formUnion(written[$1]?.labels ?? []) }
            for match in expression.matches(of: #/(?:by|without|on|ignoring) \(([^)]*)\)/#) where !names.isEmpty {
                for label in match.output.1.split(separator: ",").map({ $0.trimmingCharacters(in: .whitespaces) }) {
                    #expect(labels.contains(label), "\(alert): nothing has the label \(label)")
                }
            }
        }
    }

    /// A quantile beyond the last finite bucket is that bucket's bound, so a comparison with it, or with more, never holds.
    @Test func noAlertAsksForMoreThanAHistogramCanSay() throws {
        let written = Self.written()
        var quantiles = 0
        for (alert, expression) in try Self.expressions() where expression.contains("histogram_quantile") {
            quantiles += 1
            let name = try #require(expression.firstMatch(of: #/(redress_\w+_bucket)/#), "\(alert)").output.1
            let bound = try #require(expression.firstMatch(of: #/>=? *([0-9.]+)\s*$/#), "\(alert) compares with no number").output.1
            let top = try #require(written[String(name)]?.bounds.compactMap { Double($0) }.filter(\.isFinite).max())
            let asked = try #require(Double(bound))
            #expect(asked < top, "\(alert) asks for more than \(asked); the last bucket of \(name) ends at \(top)")
        }
        #expect(quantiles > 0)
    }

    private static func expressions() throws -> [(alert: String, expression: String)] {
        let root = try YAMLNode.parse(contentsOf: monitoring.appending(path: "alerts.yaml"))
        let rules = (root["groups"]?.elements ?? []).flatMap { $0["rules"]?.elements ?? [] }
        return try rules.map {
            (try #require($0["alert"]?.text), try #require($0["expr"]?.text).trimmingCharacters(in: .whitespacesAndNewlines))
        }
    }

    /// What `/metrics` of a service shows once its worker has worked.
    private static func written() -> [String: Family] {
        let bench = MeteredBench()
        bench.run()
        var families: [String: Family] = [:]
        for line in bench.rendered.split(separator: "\n") where !line.hasPrefix("#") {
            guard let match = line.firstMatch(of: #/^(\w+)(?:\{(.*)\})? /#) else { continue }
            let name = String(match.output.1)
            for label in (match.output.2 ?? "").matches(of: #/(\w+)="([^"]*)"/#) {
                families[name, default: Family()].labels.insert(String(label.output.1))
                if label.output.1 == "le" { families[name, default: Family()].bounds.insert(String(label.output.2)) }
            }
            families[name] = families[name] ?? Family()
        }
        return families
    }
}
