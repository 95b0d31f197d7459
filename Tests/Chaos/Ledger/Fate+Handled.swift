/// The fates that several courses have in common.
extension Fate {
    /// Of a complaint that is handled, paid for, and told of when its clock ran out.
    static let handled = Fate(
        [
            FactName.registered: 1, FactName.dispatched: 1, FactName.workOrder("accepted"): 1, FactName.workOrder("liability-found"): 1,
            FactName.workOrder("answered"): 1, FactName.workOrder("answer-approved"): 1, FactName.workOrder("customer-told"): 1,
            FactName.workOrder("escalated"): 1, FactName.alert("warned"): 1, FactName.alert("breached"): 1, FactName.claim("proposed"): 1,
            FactName.claim("approved"): 1, FactName.claim("settlement-requested"): 1, FactName.claim("settled"): 1,
            FactName.message("acknowledgement"): 1, FactName.message("staff-answer-review"): 1, FactName.message("answer"): 1,
            FactName.message("compensation-settled"): 1, FactName.message("confirmation"): 1, FactName.message("staff-breach"): 1,
            FactName.message("staff-escalation"): 1,
        ], mays: [FactName.message("progress"): 1])

    /// What comes of a claim.
    static let paid = [
        FactName.claim("proposed"), FactName.claim("approved"), FactName.claim("settlement-requested"), FactName.claim("settled"),
        FactName.message("compensation-settled"),
    ]

    /// What comes of a complaint that is a major one.
    static let major = [
        FactName.workOrder("major-declared"): 1, FactName.workOrder("supervised"): 1, FactName.workOrder("reported"): 3,
        FactName.message("staff-major"): 1, FactName.message("staff-report"): 3, FactName.message("staff-supervised"): 1,
    ]
}
