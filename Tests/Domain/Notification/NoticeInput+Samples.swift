import Moments

@testable import Domain

/// What the other services say of Wang Fang's complaint.
extension NoticeInput {
    private static let complaint = NoticeScenario.complaint
    private static let workOrder = NoticeScenario.workOrder
    private static let line = LineReference(token: "t1", masked: "138****8000")

    static func registered(
        channel: Channel = "hotline", language: Language = .chinese, settledOnSpot: Bool = false,
        personal: SealedText = .sample("sealed-1"),
        disputed: Money? = nil, appeal: AppealRecord? = nil
    ) -> NoticeInput {
        .complaint(
            .registered(
                ComplaintRegistered(
                    complaint: complaint, line: line, channel: channel, level: .provincial, province: "CN-JS", category: "billing",
                    nature: .ordinary, flags: [], language: language, personal: personal, receivedAt: NoticeScenario.time("09:15"),
                    registeredAt: NoticeScenario.time("09:16"), repeatOf: nil, disputedAmount: disputed, settledOnSpot: settledOnSpot,
                    policyVersion: "2019.1", appeal: appeal)))
    }

    static func informationRequired(missing: [String] = ["contact", "description"]) -> NoticeInput {
        .complaint(
            .informationRequired(
                ComplaintInformationRequired(
                    complaint: complaint, line: line, channel: "hotline", province: "CN-JS", language: .chinese,
                    personal: .sample("sealed-1"),
                    missing: missing, askedAt: NoticeScenario.time("09:16"))))
    }

    static func supplemented(stillMissing: [String] = [], at time: String = "11:00") -> NoticeInput {
        .complaint(
            .supplemented(
                ComplaintSupplemented(
                    complaint: complaint, personal: .sample("sealed-2"), stillMissing: stillMissing, at: NoticeScenario.time(time))))
    }

    static func urged(_ count: Int = 1) -> NoticeInput {
        .complaint(.urged(ComplaintUrged(complaint: complaint, channel: "hotline", count: count, at: NoticeScenario.time("12:00"))))
    }

    static let withdrawn = complaint(
        .withdrawn(ComplaintWithdrawn(complaint: NoticeScenario.complaint, at: NoticeScenario.time("13:00"))))

    static let dispatched = dispatched(priority: 3)

    static func dispatched(priority: Int) -> NoticeInput {
        .workOrder(
            .dispatched(
                WorkOrderDispatched(
                    complaint: complaint, workOrder: workOrder, unit: "marketing", firstContact: "hotline-centre", priority: priority,
                    line: line, channel: "hotline", level: .provincial, province: "CN-JS", category: "billing", nature: .ordinary,
                    at: NoticeScenario.time("09:16"), policyVersion: "2019.1")))
    }

    static func accepted(at time: String = "10:00", by unit: Domain.Unit = "marketing") -> NoticeInput {
        .workOrder(
            .accepted(
                WorkOrderAccepted(
                    complaint: complaint, workOrder: workOrder, unit: unit, by: "staff-0417", at: NoticeScenario.time(time))))
    }

    static let transferred = workOrder(
        .transferred(
            WorkOrderTransferred(
                complaint: NoticeScenario.complaint, workOrder: NoticeScenario.workOrder, from: "marketing", to: "network-operations",
                by: "staff-0417", reason: "基站故障", at: NoticeScenario.time("10:30"))))

    static func entrusted(to unit: Domain.Unit, at time: String) -> NoticeInput {
        .workOrder(
            .entrusted(WorkOrderEntrusted(complaint: complaint, workOrder: workOrder, unit: unit, at: NoticeScenario.time(time))))
    }

    static let workOrderUrged = workOrder(
        .urged(
            WorkOrderUrged(
                complaint: NoticeScenario.complaint, workOrder: NoticeScenario.workOrder, unit: "marketing", count: 1,
                at: NoticeScenario.time("12:00"))))

    static let answered = workOrder(
        .answered(
            WorkOrderAnswered(
                complaint: NoticeScenario.complaint, workOrder: NoticeScenario.workOrder, answer: .sample("sealed-answer"),
                by: "staff-0417",
                at: NoticeScenario.time("15:00"))))

    static let answerReturned = workOrder(
        .answerReturned(
            WorkOrderAnswerReturned(
                complaint: NoticeScenario.complaint, workOrder: NoticeScenario.workOrder, reason: "no reasons given", by: "staff-0500",
                at: NoticeScenario.time("15:30"))))

    static func customerTold(answer: SealedText = .sample("sealed-answer"), satisfied: Bool? = nil, day: Int = 2) -> NoticeInput {
        .workOrder(
            .customerTold(
                WorkOrderCustomerTold(
                    complaint: complaint, workOrder: workOrder, answer: answer, satisfied: satisfied, by: "staff-0417",
                    at: NoticeScenario.time("16:00", day: day))))
    }

    static let escalated = workOrder(
        .escalated(
            WorkOrderEscalated(
                complaint: NoticeScenario.complaint, workOrder: NoticeScenario.workOrder, to: "provincial-customer-service", step: 2,
                alert: "C20260302003000127/answer/1/100", priority: 1, at: NoticeScenario.time("17:00"))))

    static func archived(_ outcome: ArchiveOutcome = .answered) -> NoticeInput {
        .workOrder(
            .archived(
                WorkOrderArchived(
                    complaint: complaint, workOrder: workOrder, line: line, outcome: outcome, at: NoticeScenario.time("18:00"))))
    }

    static func alert(_ threshold: Int, unit: Unit? = "marketing") -> NoticeInput {
        let alert = Alert(
            alert: "C20260302003000127/answer/1/\(threshold)", complaint: complaint, clock: "answer", cycle: 1, threshold: threshold,
            dueAt: NoticeScenario.time("23:59", day: 17), firedAt: NoticeScenario.time("23:59", day: 14), unit: unit, province: "CN-JS",
            category: "billing", nature: .ordinary, step: threshold >= 100 ? 1 : 0, rule: "Order 35 art. 8")
        return .alert(threshold >= 100 ? .breached(alert) : .warned(alert))
    }

    static func proposed(approvalRequired: Bool = true) -> NoticeInput {
        .claim(
            .proposed(
                ClaimProposed(
                    complaint: complaint, claim: "R1", liability: .operatorAtFault, amount: Money(minorUnits: 5000), lines: [],
                    band: "manager", approvalRequired: approvalRequired, by: "staff-0417", at: NoticeScenario.time("14:00"))))
    }

    static let settled = claim(
        .settled(
            ClaimSettled(
                complaint: NoticeScenario.complaint, claim: "R1", amount: Money(minorUnits: 5000), paymentKey: "R1-1", reference: nil,
                at: NoticeScenario.time("16:30"))))

    static func settlementFailed(willRetry: Bool) -> NoticeInput {
        .claim(
            .settlementFailed(
                SettlementFailed(
                    complaint: complaint, claim: "R1", paymentKey: "R1-1", attempt: 3, reason: "account closed", willRetry: willRetry,
                    at: NoticeScenario.time("16:30"))))
    }

    static func liabilityFound(_ liability: Liability) -> NoticeInput {
        .workOrder(
            .liabilityFound(
                WorkOrderLiabilityFound(
                    complaint: complaint, workOrder: workOrder, liability: liability, ground: nil, amount: nil, quantity: nil,
                    by: "staff-0417", at: NoticeScenario.time("14:00"))))
    }

    static let held = workOrder(
        .held(
            WorkOrderHeld(
                complaint: NoticeScenario.complaint, workOrder: NoticeScenario.workOrder, reason: "waiting-for-customer", by: "staff-0417",
                at: NoticeScenario.time("11:00"))))

    static func progressRequested(_ id: String = "ask-1") -> NoticeInput {
        .progressRequested(
            complaint,
            CommandIdentity(type: "redress.notification.progress-requested.v1", source: "/gateway/app", id: id, actor: "app"))
    }

    static func receipt(
        _ number: Int, _ outcome: NotificationReceipt.Outcome, attempt: Int? = nil, reason: Reason? = nil, id: String? = nil
    ) -> NoticeInput {
        .receipt(
            NotificationReceipt(
                notification: NoticeNumber("C20260302003000127-N\(number)"), outcome: outcome, attempt: attempt, reason: reason,
                at: NoticeScenario.time("10:01")),
            id.map { CommandIdentity(type: "redress.notification.receipt.v1", source: "/gateway/sms", id: $0, actor: "sms") })
    }
}
