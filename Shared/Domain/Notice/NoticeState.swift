/// What notification remembers of one complaint: how to reach the customer, what was told, and what is on its way.
///
/// There is one for every complaint and it is written with most of its events, so it holds nothing that can be told from the rest.
public struct NoticeState: Hashable, Sendable {
    public let complaint: ComplaintNumber
    /// `nil` until intake's event has come; other topics may be faster.
    public internal(set) var contact: NoticeContact?
    /// The unit the work order is with.
    public internal(set) var responsible: Unit?
    public internal(set) var firstContact: Unit?
    /// How far the complaint has come; `nil` before anybody is at work on it.
    public internal(set) var stage: NoticeStage?
    /// What the customer is to be told that the operator is sorry for.
    public internal(set) var regret = Regret()
    /// Every happening that mattered, each once: nobody is notified of it again.
    var taken: [NoticeIdentity] = []
    /// What customers are to be told once it is known how to reach them.
    public internal(set) var early: [NoticeCause] = []
    public internal(set) var open: [NoticeDelivery] = []
    /// How many messages this complaint has had; numbers the next one.
    public internal(set) var count = 0
    /// How many of them went to the customer on the last day with any that counts.
    var today: DailyCount?
    /// A refusal of money that the customer has not been told yet.
    var denial: NoticeCause?
    /// The asking whether it is really settled, while it is due.
    var followUp: FollowUp?

    /// How many causes may wait for intake's event. Order is lost only between topics, so a few are the rule.
    static let earlyLimit = 32

    init(complaint: ComplaintNumber) {
        self.complaint = complaint
    }

    /// When somebody has to look at this file without any message; `nil` for never.
    public var due: Instant? {
        // A question asked afterwards waits for the customer's address as all else does.
        let following = contact == nil ? nil : followUp?.due
        return (open.map(\.due) + [following].compactMap(\.self)).min()
    }

    /// Whether there is nothing in it that a later input could need.
    var isBlank: Bool { self == NoticeState(complaint: complaint) }

    /// The number of a message, such as `C20260302003000127-N1`.
    func number(_ index: Int) -> NoticeNumber { NoticeNumber(complaint.rawValue + "-N" + String(index)) }

    /// Whether a receipt is about a message that is still on its way; others are ignored, and worth counting.
    public func expects(_ receipt: NotificationReceipt) -> Bool { place(of: receipt) != nil }

    func place(of receipt: NotificationReceipt) -> Int? {
        open.firstIndex { $0.attempts > 0 && number($0.index) == receipt.notification }
    }

    func has(_ trigger: NoticeTrigger) -> Bool { taken.contains { $0.isOf(trigger) } }

    /// Remembers a happening; `false` where it is known.
    mutating func remember(_ identity: NoticeIdentity) -> Bool {
        guard !taken.contains(identity) else { return false }
        taken.append(identity)
        return true
    }
}
