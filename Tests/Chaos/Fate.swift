/// What each complaint must lead to, once each, and what else it may lead to, once at most.
enum Fate {
    /// By type, and for messages by template, too.
    static let musts = [
        "redress.complaint.registered.v1",
        "redress.work-order.dispatched.v1",
        "redress.work-order.accepted.v1",
        "redress.work-order.liability-found.v1",
        "redress.work-order.answered.v1",
        "redress.work-order.answer-approved.v1",
        "redress.work-order.customer-told.v1",
        "redress.work-order.escalated.v1",
        "redress.alert.warned.v1",
        "redress.alert.breached.v1",
        "redress.compensation.proposed.v1",
        "redress.compensation.approved.v1",
        "redress.compensation.settlement-requested.v1",
        "redress.compensation.settled.v1",
        request("acknowledgement"),
        request("staff-answer-review"),
        request("answer"),
        request("compensation-settled"),
        request("confirmation"),
        request("staff-breach"),
        request("staff-escalation"),
    ]

    /// What is dropped where something else has overtaken it.
    static let mays = [request("progress")]

    /// How a message's request is counted.
    static func request(_ template: String) -> String { "\(request) \(template)" }

    static let request = "redress.notification.requested.v1"

    /// The bits of all musts.
    static let whole = musts.reduce(UInt64(0)) { $0 | (bits[$1] ?? 0) }

    /// The bit of each in a complaint's record; the musts come first.
    static let bits = Dictionary(uniqueKeysWithValues: (musts + mays).enumerated().map { ($1, UInt64(1) << UInt64($0)) })
}
