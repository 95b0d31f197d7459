import Foundation
import Testing

@testable import Domain
@testable import Policies

/// Past complaints, decided once more by another pack.
struct PolicyTrialTests {
    private static let line = LineReference(token: "line", masked: "138****8000")
    private let china: PolicyPack
    private let now: Instant

    init() throws {
        china = try PolicyPackLoader.load(directory: PackFolder.china)
        now = try #require(Instant("2026-06-01T00:00:00+08:00"))
    }

    private func time(_ text: String) throws -> Instant { try #require(Instant(text + "+08:00")) }

    private func registered(_ number: ComplaintNumber, _ at: String, province: Province = "CN-SC") throws -> PastFact {
        let time = try time(at)
        let event = ComplaintRegistered(
            complaint: number, line: Self.line, channel: "hotline", level: .provincial, province: province, category: "billing",
            nature: .ordinary, flags: [], language: .chinese, personal: SealedText(ciphertext: "sealed"), receivedAt: time,
            registeredAt: time, repeatOf: nil,
            disputedAmount: nil, settledOnSpot: false, policyVersion: "2019.1")
        return PastFact(complaint: number, at: time, content: .complaint(.registered(event)))
    }

    private func archived(_ number: ComplaintNumber, _ at: String) throws -> PastFact {
        let time = try time(at)
        let event = WorkOrderArchived(complaint: number, workOrder: "W1", line: Self.line, outcome: .answered, at: time)
        return PastFact(complaint: number, at: time, content: .workOrder(.archived(event)))
    }

    private func found(_ number: ComplaintNumber, _ at: String) throws -> PastFact {
        let event = WorkOrderLiabilityFound(
            complaint: number, workOrder: "W1", liability: .operatorAtFault, ground: "wrong-charge",
            amount: Money(minorUnits: 1000, currency: "CNY"), quantity: nil, by: "10086", at: try time(at))
        return PastFact(complaint: number, at: event.at, content: .workOrder(.liabilityFound(event)))
    }

    /// Two complaints of one line, the second 17 days after the first was archived.
    private func facts() throws -> [PastFact] {
        [
            try registered("C1", "2026-04-01T09:00:00"), try found("C1", "2026-04-02T09:00:00"),
            try archived("C1", "2026-04-03T09:00:00"), try registered("C2", "2026-04-20T09:00:00"),
        ]
    }

    private func differences(_ facts: [PastFact], _ change: (PackFolder) throws -> Void) throws -> [String] {
        let folder = try PackFolder()
        try change(folder)
        let pack = try PolicyPackLoader.load(directory: folder.url)
        let outcomes = [china, pack].map { PolicyTrial($0, now: now).outcomes(of: facts) }
        return TrialDifference.between(outcomes[0], outcomes[1]).map {
            "\($0.complaint) \($0.name): \($0.old?.text ?? "-") -> \($0.new?.text ?? "-")"
        }
    }

    @Test func theSamePackChangesNothing() throws {
        #expect(try differences(facts()) { _ in } == [])
    }

    @Test func aComplaintGetsWhatThePackInForceMakesOfIt() throws {
        let outcomes = PolicyTrial(china, now: now).outcomes(of: try facts())
        #expect(outcomes.map(\.complaint) == ["C1", "C2"])
        #expect(outcomes[0]["nature"]?.text == "ordinary")
        #expect(outcomes[1]["nature"]?.text == "repeat", "S130: 17 days after the first was archived")
        #expect(outcomes[0]["unit"]?.text == "marketing", "S160: a matter of charges")
        #expect(try outcomes[0]["due answer"]?.at == time("2026-04-17T00:00:00"), "S014: fifteen days after 1 April")
        #expect(outcomes[0]["amount"] != nil, "S198: the finding is worth an amount")
    }

    @Test func aShorterWindowMakesTheRepeatAnOrdinaryComplaint() throws {
        let changes = try differences(facts()) {
            try $0.replace("repeatWindow: {value: 30d", by: "repeatWindow: {value: 10d", in: "intake.yaml")
        }
        #expect(changes.contains("C2 nature: repeat -> ordinary"), "S137: what a figure would have changed is seen before it takes effect")
        #expect(changes.contains("C2 priority: 2 -> 3"))
        #expect(changes.allSatisfy { $0.hasPrefix("C2") })
    }

    @Test func aShorterLimitMovesTheDeadline() throws {
        let changes = try differences(facts()) {
            try $0.replace(
                "allowance: {value: {calendarDays: 15}, source: Order 35 art. 8}",
                by: "allowance: {value: {calendarDays: 1}, source: unconfirmed}", in: "clocks.yaml")
        }
        #expect(changes.contains("C1 due answer: 2026-04-16T16:00:00Z -> 2026-04-02T16:00:00Z"), "\(changes)")
        #expect(changes.contains("C1 state answer: met -> breached"), "\(changes)")
    }

    @Test func anotherRouteMovesTheUnit() throws {
        let changes = try differences(facts()) {
            try $0.replace(
                "unit: {value: marketing, source: S160}", by: "unit: {value: network-operations, source: S160}", in: "routing.yaml")
        }
        #expect(changes == ["C1 unit: marketing -> network-operations", "C2 unit: marketing -> network-operations"])
    }

    @Test func aNarrowerListOfProvincesRefuses() throws {
        let elsewhere = try registered("C3", "2026-04-01T09:00:00", province: "CN-ZZ")
        let changes = try differences([elsewhere]) {
            try $0.replace("accept: {value: \"any ISO 3166-2\"", by: "accept: {value: listed", in: "intake.yaml")
        }
        #expect(changes.contains { $0.hasPrefix("C3 intake: registers -> refuses: data.province is not a known province") })
    }
}
