import Contracts
import Domain

/// The courses that differ in how the complaint comes in, in what customers and gateways do, and in what is paid.
extension Course {
    /// An appeal, each step of which is put on record.
    static let appealed = Course(
        name: "appealed",
        deeds: [.dispatched, .accept, .evidence("customer-contact"), .evidence("verification")] + AppealStep.allCases.map { Deed.step($0) }
            + [.find(), .answer(), .approve, .tellCustomer(inWriting: true)],
        fate: Fate.handled.with([
            FactName.workOrder("evidence-recorded"): 2, FactName.workOrder("appeal-step-recorded"): AppealStep.allCases.count,
            FactName.workOrder("supervised"): 1, FactName.message("staff-supervised"): 1,
            FactName.message("staff-appeal-step"): AppealStep.allCases.count, FactName.message("appeal-received"): 1,
            FactName.message("appeal-step"): 2, FactName.message("mediation"): 2, FactName.message("mediation-failed"): 1,
            FactName.message("appeal-refused"): 1, FactName.message("appeal-closed"): 1, FactName.complaint("flagged"): 1,
            FactName.message("staff-flagged"): 1, FactName.message("staff-dispatched"): 1,
        ]),
        type: .appealed,
        shape: { submission in
            let day = (submission.receivedAt ?? Instant(seconds: 0)).adding(.hours(-24)).day(at: .utc)
            submission.channel = "communications-administration"
            submission.demand = "That the charge is taken back."
            submission.address = "A street in Nanjing"
            submission.postcode = "210000"
            submission.respondentAddress = "Another street in Nanjing"
            var appeal = Appeal()
            appeal.body = "CN-JS"
            appeal.caseNumber = "JS-2026-\(submission.line)"
            appeal.date = day
            appeal.respondent = "The operator"
            appeal.respondentProvince = "CN-JS"
            appeal.interest = .own
            appeal.complainedFirst = true
            appeal.complainedOn = day.adding(days: -30)
            submission.appeal = appeal
        })

    /// A claim that a person approves; billing cannot pay at first, and the payment is taken back at the second attempt.
    static let disputed = Course(
        name: "disputed",
        deeds: [
            .dispatched, .accept, .find(minorUnits: 10_000), .wait(FactName.claim("proposed")),
            .claim(.approve, "approved", by: "supervisor-1") { $0.claim = $1.claim },
            .wait(FactName.claim("settlement-requested")),
            .claim(.failSettlement, "settlement-failed", by: Deed.billing) { command, known in
                command.paymentKey = known.paymentKey
                command.attempt = known.attempt
                command.code = "account-closed"
                command.reason = "The account is closed."
            },
            .claim(.retrySettlement, "settlement-requested", by: "supervisor-1") { command, known in
                command.claim = known.claim
                command.attempt = known.attempt
            },
            .pay, reverse(attempt: 1),
            .claim(.failReversal, "reversal-failed", by: Deed.billing) { command, known in
                command.paymentKey = known.paymentKey
                command.attempt = 1
                command.reason = "The account is closed."
            },
            reverse(attempt: 2),
            .claim(.confirmReversal, "reversed", by: Deed.billing) { command, known in
                command.paymentKey = known.paymentKey
                command.reference = "R-1"
            },
            .answer(), .approve, .tellCustomer(),
        ],
        fate: Fate.handled.with([
            FactName.claim("settlement-requested"): 1, FactName.claim("settlement-failed"): 1, FactName.claim("reversal-requested"): 2,
            FactName.claim("reversal-failed"): 1, FactName.claim("reversed"): 1, FactName.message("staff-approval"): 1,
            FactName.message("staff-settlement-failed"): 1,
        ]),
        isPaidAtOnce: false)

    private static func reverse(attempt: Int) -> Deed {
        .claim(.reverseSettlement, "reversal-requested", by: "supervisor-1") { command, known in
            command.claim = known.claim
            command.attempt = attempt
            command.reason = "It was paid to another."
        }
    }

    /// Something is given for goodwill, once granted and once declined.
    static let generous = Course(
        name: "generous",
        deeds: [.dispatched] + Deed.handling + [
            .wait(FactName.claim("proposed")), .wait(FactName.claim("approved")), .wait(FactName.claim("settled")), grant("late-handling"),
            .claim(.approve, "approved", by: "supervisor-1") { $0.claim = $1.claim },
            .wait(FactName.claim("settled")), grant("courtesy"),
            .claim(.decline, "declined", by: "supervisor-1") { command, known in
                command.claim = known.claim
                command.reason = "Once is enough."
            },
        ],
        fate: Fate.handled.with([
            FactName.claim("proposed"): 2, FactName.claim("approved"): 1, FactName.claim("settlement-requested"): 1,
            FactName.claim("settled"): 1, FactName.claim("declined"): 1, FactName.message("staff-approval"): 2,
            FactName.message("compensation-settled"): 1,
        ]))

    private static func grant(_ ground: String) -> Deed {
        .claim(.grantGoodwill, "proposed", by: "handler-9") { command, _ in
            command.ground = ground
            command.amount = Money(minorUnits: 500)
            command.reason = "It took long."
        }
    }

    /// The customer urges, and adds something.
    static let urged = Course(
        name: "urged",
        deeds: [
            .dispatched, .intake(.urged, "urged"), .wait(FactName.workOrder("urged")),
            .intake(.supplemented, "supplemented") { $0.description = "It is on the bill of April, too." },
        ] + Deed.handling,
        fate: Fate.handled.with([
            FactName.complaint("urged"): 1, FactName.workOrder("urged"): 1, FactName.complaint("supplemented"): 1,
            FactName.message("staff-urged"): 1,
        ]).allowing([FactName.message("urged"): 1, FactName.message("staff-supplemented"): 1]))

    /// Something is missing at first.
    static let incomplete = Course(
        name: "incomplete",
        deeds: [
            .wait(FactName.complaint("information-required")),
            .intake(.supplemented, "registered") { $0.description = "Charged twice for March." }, .dispatched,
        ] + Deed.handling,
        fate: Fate.handled.with([FactName.complaint("information-required"): 1]).allowing([FactName.message("information-required"): 1]),
        shape: { $0.description = nil })

    /// Taken back by the customer once its breach was told.
    static let withdrawn = Course(
        name: "withdrawn",
        deeds: [.dispatched] + Deed.escalated + [.intake(.withdrawn, "withdrawn"), .wait(FactName.workOrder("archived"))],
        fate: Fate([
            FactName.registered: 1, FactName.dispatched: 1, FactName.workOrder("escalated"): 1, FactName.alert("warned"): 1,
            FactName.alert("breached"): 1, FactName.message("acknowledgement"): 1, FactName.message("staff-breach"): 1,
            FactName.message("staff-escalation"): 1, FactName.complaint("withdrawn"): 1, FactName.workOrder("archived"): 1,
            FactName.message("withdrawn"): 1,
        ]).allowing([FactName.alert("cleared"): 1]))

    /// The first attempt to say that the complaint is there fails.
    static let unreached = Course(
        name: "unreached", deeds: [.dispatched] + Deed.handling, fate: Fate.handled.with([FactName.message("acknowledgement"): 1]),
        isHardToReach: true)

    static let settledOnSpot = Course(
        name: "settled-on-spot", deeds: [.wait(FactName.workOrder("archived"))],
        fate: Fate(
            [FactName.registered: 1, FactName.workOrder("archived"): 1, FactName.message("settled-on-spot"): 1],
            // Where the news of the archiving comes late, its clock has run meanwhile.
            mays: [
                FactName.alert("warned"): 1, FactName.alert("breached"): 1, FactName.alert("cleared"): 1,
                FactName.message("staff-breach"): 1,
            ]),
        shape: { submission in
            submission.settledOnSpot = true
            submission.settlement = "Paid back; the customer agrees."
        })
}
