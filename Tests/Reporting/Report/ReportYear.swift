import Moments
import Testing

@testable import Domain
@testable import Reporting

/// A ledger that a test fills with the facts of complaints, as the services would tell them.
struct ReportYear {
    var ledger = ReportLedger()
    private var number = 0

    /// Registers a complaint and opens its work order.
    @discardableResult
    mutating func register(
        _ time: String, province: Province = "CN-JS", category: Domain.Category = "billing", level: ChannelLevel = .provincial,
        nature: Nature = .ordinary, flags: [Flag] = [], line: LineToken = "line-1", repeatOf: ComplaintNumber? = nil,
        settledOnSpot: Bool = false, unmet: [AppealPoint]? = nil
    ) -> ComplaintNumber {
        number += 1
        let complaint = ComplaintNumber("C\(number)")
        var registered = ComplaintRegistered(
            complaint: complaint, line: LineReference(token: line, masked: "138****8000"), channel: "hotline", level: level,
            province: province, category: category, nature: nature, flags: flags, language: .chinese,
            personal: SealedText(ciphertext: "sealed"),
            receivedAt: at(time), registeredAt: at(time), repeatOf: repeatOf, disputedAmount: nil, settledOnSpot: settledOnSpot,
            policyVersion: "test")
        registered.appeal = unmet.map { points in
            AppealRecord(
                body: "miit", caseNumber: nil, appealedOn: CivilDate(daysSinceEpoch: 20_000), acceptedOn: nil, complaint: nil,
                assessment: AppealAssessment(
                    outcome: .refused, findings: points.map { AppealFinding(point: $0, verdict: .failed) }, venue: "miit",
                    mayAppealFrom: nil, lastDay: nil), statement: nil)
        }
        ledger.note(.registered(registered))
        guard !settledOnSpot else { return complaint }
        work(
            complaint,
            .dispatched(
                WorkOrderDispatched(
                    complaint: complaint, workOrder: "W", unit: "marketing", firstContact: "hotline-centre", priority: 3,
                    line: LineReference(token: line, masked: "138****8000"), channel: "hotline", level: level, province: province,
                    category: category, nature: nature, at: at(time), policyVersion: "test")))
        return complaint
    }

    mutating func work(_ complaint: ComplaintNumber, _ event: WorkOrderEvent, sequence: Int64? = nil) {
        ledger.note(event, of: complaint, sequence: sequence)
    }

    mutating func tellCustomer(_ complaint: ComplaintNumber, _ time: String, satisfied: Bool? = nil) {
        work(
            complaint,
            .customerTold(
                WorkOrderCustomerTold(
                    complaint: complaint, workOrder: "W", answer: SealedText(ciphertext: "sealed"), satisfied: satisfied, by: "staff-1",
                    at: at(time))))
    }

    mutating func findLiability(_ complaint: ComplaintNumber, _ time: String, ground: String? = "wrong-charge") {
        work(
            complaint,
            .liabilityFound(
                WorkOrderLiabilityFound(
                    complaint: complaint, workOrder: "W", liability: .operatorAtFault, ground: ground, amount: nil, quantity: nil,
                    by: "staff-1", at: at(time))))
    }

    mutating func archive(_ complaint: ComplaintNumber, _ time: String, outcome: ArchiveOutcome = .answered) {
        work(
            complaint,
            .archived(
                WorkOrderArchived(
                    complaint: complaint, workOrder: "W", line: LineReference(token: "line-1", masked: "138****8000"), outcome: outcome,
                    at: at(time))))
    }

    mutating func breach(_ complaint: ComplaintNumber, due: String, threshold: Int = 100) {
        ledger.note(
            Alert(
                alert: "\(complaint)/answer/1/\(threshold)", complaint: complaint, clock: "answer", cycle: 1, threshold: threshold,
                dueAt: at(due), firedAt: at(due), unit: nil, province: "CN-JS", category: "billing", nature: .ordinary, step: 2,
                rule: "Order 35 art. 8"), isBreach: threshold >= 100)
    }

    mutating func pay(_ complaint: ComplaintNumber, _ fen: Int64, _ time: String, currency: String = "CNY") {
        ledger.note(
            ClaimEvent.settled(
                ClaimSettled(
                    complaint: complaint, claim: "K1", amount: Money(minorUnits: fen, currency: currency), paymentKey: "p", reference: nil,
                    at: at(time))), of: complaint)
    }

    mutating func takeBack(_ complaint: ComplaintNumber, _ fen: Int64, _ time: String) {
        ledger.note(
            ClaimEvent.reversed(
                ClaimReversed(
                    complaint: complaint, claim: "K1", amount: Money(minorUnits: fen, currency: "CNY"), paymentKey: "p", reference: nil,
                    at: at(time))), of: complaint)
    }

    func report(
        _ period: String = "2026-10", provinces: Set<Province> = [], users: Int64? = nil, drilled: Set<ReportCount> = [],
        by policy: ReportPolicy = .fixture()
    ) throws -> Report {
        let period = try #require(ReportPeriod(period))
        return ledger.report(
            ReportLedger.Request(
                period: period, provinces: provinces, users: users, drilled: drilled, asOf: at("2026-12-01T00:00:00+08:00")), by: policy)
    }
}
