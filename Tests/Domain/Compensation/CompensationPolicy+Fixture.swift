import Foundation
import Moments
import Testing

@testable import Domain
@testable import Policies

extension CompensationPolicy {
    /// Two plain grounds, the bands and the settlement of the China pack.
    static func fixture(
        version: PolicyVersion = "test-1", tariffs: [Tariff] = [.wrongCharge, .late], figures: [FigureDefault]? = nil,
        offsets: [String]? = nil, unclear: WithoutFault = .nothing, notAtFault: WithoutFault? = nil, goodwill: GoodwillPolicy? = nil,
        authority: [AuthorityBand] = AuthorityBand.fixture, delegations: [Delegation]? = nil, settlement: SettlementPolicy = .fixture(),
        currency: String = "CNY", timeout: String? = nil
    ) -> CompensationPolicy {
        CompensationPolicy(
            version: version, effective: .always, currency: Sourced(currency), tariffs: tariffs, figures: figures,
            offsets: offsets.map { Sourced($0) }, unclear: Sourced(unclear), notAtFault: notAtFault.map { Sourced($0) },
            goodwill: goodwill, authority: authority, delegations: delegations, settlement: settlement,
            unknownComplaintTimeout: timeout.map { Sourced(lasting($0)) })
    }

    /// The policy of the China pack, as it is shipped.
    static func china() throws -> CompensationPolicy {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardizedFileURL
        return try PolicyFile(CompensationPolicy.self, named: "compensation.yaml", in: root.appending(path: "Ops/policies/china")).policy
    }
}

extension Tariff {
    /// What was charged too much, once.
    static let wrongCharge = Tariff.of("wrong-charge", [.part("wrong-charge", Rate(1))])
    /// One per cent of the amount for each day.
    static let late = Tariff.of("late-installation", [.part("late-installation", Rate(1, over: 100), per: .day)])
}

extension Tariff {
    static func of(
        _ ground: String, cause: String? = nil, refundFirst: Bool? = nil, excludedBy: [String]? = nil, checks: [TariffCheck]? = nil,
        _ parts: [TariffPart]
    ) -> Tariff {
        Tariff(
            ground: ground, name: ground, cause: cause, refundFirst: refundFirst.map { Sourced($0) },
            excludedBy: excludedBy.map { Sourced($0) }, checks: checks, parts: parts)
    }
}

extension GoodwillPolicy {
    /// A sum of 20 yuan without fault; persons give for one ground within caps, and a missed answer is worth 10 yuan, twice at most.
    static func fixture(
        sum: Int64? = 2_000, counts: Bool? = nil, perGrant: Int64? = 10_000, perComplaint: Int64? = 15_000, perLine: Int64? = 20_000,
        late: Int64? = 1_000, lateCap: Int64? = 1_500, authority: [AuthorityBand]? = nil
    ) -> GoodwillPolicy {
        GoodwillPolicy(
            sum: sum.map { Sourced($0, source: "the operator's own rule") }, countsAgainstLiability: counts.map { Sourced($0) },
            grounds: [Ground(code: "late-handling", name: "处理延误", source: "S090")], perGrant: perGrant.map { Sourced($0) },
            perComplaint: perComplaint.map { Sourced($0) }, perLine: perLine.map { Sourced($0) },
            lateHandling: late.map {
                LateHandling(
                    clocks: Sourced(["answer"], source: "S014"), sum: Sourced($0, source: "S090"),
                    perComplaint: lateCap.map { Sourced($0, source: "the cap's rule") })
            }, authority: authority)
    }
}

extension PolicyVersions<CompensationRules> {
    /// One version and no earlier ones.
    static func only(_ policy: CompensationPolicy, earlier: [CompensationPolicy] = []) -> PolicyVersions<CompensationRules> {
        PolicyVersions(
            version: policy.version, current: CompensationRules(policy: policy),
            earlier: Dictionary(uniqueKeysWithValues: earlier.map { ($0.version, CompensationRules(policy: $0)) }))
    }
}

extension TariffPart {
    static func part(_ name: String, _ rate: Rate?, per: Span? = nil, floor: Int64? = nil, cap: Int64? = nil) -> TariffPart {
        guard let rate else { preconditionFailure("a rate of a test is below 1") }
        return TariffPart(
            name: name, rate: Sourced(rate, source: "the rate's rule"), of: nil, per: per, times: nil, when: nil, unless: nil,
            afterVerification: nil, floor: floor.map { Sourced($0, source: "the floor's rule") },
            cap: cap.map { Sourced($0, source: "the cap's rule") })
    }
}

extension AuthorityBand {
    static let fixture = [
        AuthorityBand(band: "policy", upTo: Sourced(5_000), approvers: nil),
        AuthorityBand(band: "supervisor", upTo: Sourced(50_000), approvers: Sourced(["supervisor-*", "manager-1"])),
        AuthorityBand(band: "manager", upTo: nil, approvers: Sourced(["manager-1"])),
    ]
}

extension SettlementPolicy {
    static func fixture(
        attempts: Int = 3, backoff: [String] = ["15m", "2h"], answerTimeout: String = "24h", failures: [Failure]? = nil
    ) -> SettlementPolicy {
        SettlementPolicy(
            attempts: Sourced(attempts), backoff: Sourced(backoff.map(lasting)), answerTimeout: Sourced(lasting(answerTimeout)),
            failures: failures)
    }
}
