import Moments
import Testing

@testable import Domain
@testable import Reporting

struct QualitySampleTests {
    private func ledger() -> ReportLedger {
        var year = ReportYear()
        for index in 0..<60 {
            let complaint = year.register("2026-10-01T09:00:00+08:00", category: index % 10 == 0 ? "network" : "billing")
            year.archive(complaint, "2026-10-20T09:00:00+08:00", outcome: .answered)
        }
        let open = year.register("2026-10-01T09:00:00+08:00")
        year.tellCustomer(open, "2026-10-02T09:00:00+08:00")
        return year.ledger
    }

    private func sample(_ size: Int, seed: UInt64 = 1) throws -> QualitySample {
        let span = try #require(ReportPeriod("2026-10")).bounds(at: .utc)
        return QualitySample(of: ledger(), in: span, size: size, seed: seed, strata: [.category])
    }

    @Test func everyStratumHasItsShare() throws {
        let sample = try sample(20)
        #expect(sample.population == 60)
        #expect(sample.picks.count { $0.stratum == "network" } == 2, "S178: supervised across lines, none left out")
        #expect(sample.picks.count { $0.stratum == "billing" } == 18)
        #expect(Set(sample.picks.map(\.complaint)).count == 20)
    }

    @Test func theSeedDecidesTheDraw() throws {
        #expect(try sample(10, seed: 7) == sample(10, seed: 7), "S153: a draw that can be shown again")
        #expect(try sample(10, seed: 7) != sample(10, seed: 8))
    }

    @Test(
        arguments: [
            ([54, 6], 20, [18, 2]), ([98, 1, 1], 10, [8, 1, 1]), ([5, 5], 1, [1, 0]), ([3, 0], 3, [3, 0]), ([], 0, []),
            ([2, 2], 4, [2, 2]),
        ] as [([Int], Int, [Int])])
    func quotasAddUp(counts: [Int], size: Int, expected: [Int]) { #expect(QualitySample.quotas(counts, size: size) == expected) }

    @Test func moreThanThereAreDrawsAll() throws { #expect(try sample(500).picks.count == 60) }
}

struct QualityResultTests {
    private let policy = QualityPolicy(
        version: "test", effective: .always, size: Sourced(10), strata: Sourced([.unit]),
        checks: [Self.check("record", 10), Self.check("cause", 30), Self.check("confidential", 1, isDecisive: true)], passFrom: Sourced(75))

    private static func check(_ code: String, _ points: Int, isDecisive: Bool? = nil) -> QualityCheck {
        QualityCheck(code: code, name: MetricName(zh: code, en: code), points: Sourced(points), isDecisive: isDecisive, source: "test")
    }

    private func marked(_ number: ComplaintNumber, _ marks: [String: Bool]) -> QualityResult.Marked {
        QualityResult.Marked(complaint: number, stratum: "marketing", marks: marks)
    }

    @Test func aComplaintPassesByItsPointsUnlessADecisiveCheckFails() {
        let result = QualityResult(
            [
                marked("C1", ["record": true, "cause": true, "confidential": true]), marked("C2", ["record": false, "cause": true]),
                marked("C3", ["record": true, "cause": false]), marked("C4", ["record": true, "cause": true, "confidential": false]),
                marked("C5", [:]),
            ], by: policy)
        #expect(result.failed == ["C3", "C4"], "S153: process, effect and quality are assessed")
        #expect(result.strata["marketing"]?.rate == 5_000)
        #expect(result.checks["cause"].map { [$0.passed, $0.total] } == [3, 4], "S172: what to bring forward is seen by check")
    }
}
