import Domain
import Foundation
import Reporting
import Testing

@testable import Policies

struct ReportingPackTests {
    private func faults(of folder: PackFolder) -> [String] {
        do {
            _ = try ReportingPackLoader.load(directory: folder.url)
            return []
        } catch {
            return error.faults.map(\.description)
        }
    }

    @Test func theShippedReportsAreWhole() throws {
        let pack = try ReportingPackLoader.load(directory: PackFolder.china)
        #expect(pack.reports.version == "2019.1")
        #expect(pack.reports.metrics.contains { $0.code == "timeliness" && $0.formula == "answers-in-time ÷ answers-due × 100" }, "S045")
    }

    /// The source names metrics and gives no formula: each says so, or names a form or law.
    @Test func everyMetricSaysWhereItsFormulaComesFrom() throws {
        for metric in try ReportingPackLoader.load(directory: PackFolder.china).reports.metrics where metric.denominator != nil {
            #expect(metric.source.contains("unconfirmed") || metric.source.contains("form"), "S206: \(metric.code): \(metric.source)")
        }
    }

    @Test func aMetricOfAnUnknownCountIsToldWithItsLine() throws {
        let folder = try PackFolder()
        let line = try folder.replace("numerator: answers-in-time", by: "numerator: answers-at-once", in: "reports.yaml")
        #expect(faults(of: folder).contains { $0.hasPrefix("reports.yaml:\(line): metrics[2].numerator") })
    }

    @Test func allFaultsAreToldAtOnce() throws {
        let folder = try PackFolder()
        let per = try folder.replace(
            "    per: 1000000\n    better: lower\n    source: \"S095", by: "    better: lower\n    source: \"S095", in: "reports.yaml")
        try folder.replace("- code: satisfaction", by: "- code: timeliness", in: "reports.yaml")
        try folder.replace("{category: network, class: network", by: "{category: networks, class: network", in: "reports.yaml")
        try folder.replace("listed: {value: 10", by: "listed: {value: 0", in: "reports.yaml")
        let found = faults(of: folder)
        #expect(per > 0)
        #expect(found.count == 4, "\(found)")
        #expect(found.allSatisfy { $0.hasPrefix("reports.yaml:") })
    }
}
