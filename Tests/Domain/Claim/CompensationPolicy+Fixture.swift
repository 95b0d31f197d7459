import Foundation
import Testing

@testable import Domain
@testable import Policies

extension CompensationPolicy {
    /// Two plain grounds, the bands and the settlement of the China pack.
    static func fixture(
        tariffs: [Tariff] = [.wrongCharge, .late], unclear: UnclearRule = .nothing, goodwill: Int64? = nil,
        authority: [AuthorityBand] = AuthorityBand.fixture, settlement: SettlementPolicy = .fixture(), currency: String = "CNY"
    ) -> CompensationPolicy {
        CompensationPolicy(
            version: "test-1", effective: .always, currency: Sourced(currency), tariffs: tariffs, unclear: Sourced(unclear),
            goodwill: goodwill.map { Sourced($0, source: "the operator's own rule") }, authority: authority, settlement: settlement)
    }

    /// The policy of the China pack, as it is shipped.
    static func china() throws -> CompensationPolicy {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardizedFileURL
        return try PolicyFile(CompensationPolicy.self, named: "compensation.yaml", in: root.appending(path: "Ops/policies/china")).policy
    }
}

extension Tariff {
    /// What was charged too much, once.
    static let wrongCharge = Tariff(ground: "wrong-charge", name: "收费差错", parts: [.part("wrong-charge", Rate(1))])
    /// One per cent of the amount for each day.
    static let late = Tariff(ground: "late-installation", name: "装移机逾期", parts: [.part("late-installation", Rate(1, over: 100), per: .day)])
}

extension TariffPart {
    static func part(_ name: String, _ rate: Rate?, per: Span? = nil, floor: Int64? = nil, cap: Int64? = nil) -> TariffPart {
        guard let rate else { preconditionFailure("a rate of a test is below 1") }
        return TariffPart(
            name: name, rate: Sourced(rate, source: "the rate's rule"), per: per,
            floor: floor.map { Sourced($0, source: "the floor's rule") }, cap: cap.map { Sourced($0, source: "the cap's rule") })
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
    static func fixture(attempts: Int = 3, backoff: [String] = ["15m", "2h"], answerTimeout: String = "24h") -> SettlementPolicy {
        SettlementPolicy(
            attempts: Sourced(attempts), backoff: Sourced(backoff.map(lasting)), answerTimeout: Sourced(lasting(answerTimeout)))
    }
}
