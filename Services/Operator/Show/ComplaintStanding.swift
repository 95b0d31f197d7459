import Contracts
import Domain

/// How a complaint stands: what the services know of it, in one picture.
struct ComplaintStanding: Encodable {
    /// A claim and how far it has come.
    struct ClaimLine: Encodable {
        let claim: ClaimNumber
        let status: ClaimStatus
        let amount: Money
    }

    /// A clock and how it runs.
    struct ClockLine: Encodable {
        let clock: ClockName
        let cycle: Int
        let status: ClockExplanation.Status
        let dueAt: Instant?
        let usedPercent: Int
    }

    /// The messages about it.
    struct Notices: Encodable {
        var sent = 0
        var delivered = 0
        var abandoned = 0
    }

    let complaint: ComplaintNumber
    var status = "unknown"
    var line: String?
    var channel: Channel?
    var province: Province?
    var category: Domain.Category?
    var nature: Nature?
    var level: ChannelLevel?
    var flags: [Flag] = []
    var receivedAt: Instant?
    var registeredAt: Instant?
    var repeatOf: ComplaintNumber?
    var policyVersion: PolicyVersion?
    var workOrder: WorkOrderNumber?
    var unit: Domain.Unit?
    var firstContact: Domain.Unit?
    var supervisor: Domain.Unit?
    /// 1 is the most urgent, 4 the least.
    var priority: Int?
    var liability: Liability?
    var urges = 0
    var clocks: [ClockLine] = []
    var claims: [ClaimLine] = []
    var notices = Notices()
    var deadLetters: [DeadLetterPlace] = []
    /// Only where it was asked for.
    var personal: PersonalData?
    /// Whether it was asked for and is erased.
    var isErased = false
}
