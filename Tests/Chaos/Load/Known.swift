import Domain

/// What the topics have told of a complaint so far, as whoever commands needs it.
struct Known: Sendable {
    /// The complaint that others of its cycle go with.
    var leader: ComplaintNumber?
    /// The claim told of last, its payment's key and its attempt.
    private(set) var claim: ClaimNumber?
    private(set) var paymentKey: String?
    private(set) var attempt: Int?
    /// The desk of its unit that has the work order.
    private(set) var desk: String?
    /// The time of the latest fact.
    private(set) var at = Instant(seconds: 0)

    /// Notes what a fact's data says.
    mutating func note(_ name: String, _ fields: [String: Any], at time: Instant?) {
        at = time ?? at
        if let claim = fields["claim"] as? String {
            self.claim = ClaimNumber(claim)
            attempt = fields["attempt"] as? Int ?? attempt
        }
        paymentKey = fields["paymentKey"] as? String ?? paymentKey
        desk = fields[name == FactName.workOrder("redistributed") ? "to" : "desk"] as? String ?? desk
    }
}
