/// What has to happen for somebody to be notified.
public enum NoticeTrigger: String, DocumentWord, Codable, Sendable, CaseIterable {
    case registered
    /// Registered and closed in the same breath (S049).
    case settledOnSpot = "settled-on-spot"
    case informationRequired = "information-required"
    /// The customer urged (S058).
    case complaintUrged = "complaint-urged"
    case withdrawn
    /// The customer added to a complaint that a unit has (S070).
    case supplemented
    /// The customer said how the handling of a complaint was that a unit has (S109).
    case feedbackGiven = "feedback-given"
    /// The customer asks how it stands (S089, S200).
    case progressRequested = "progress-requested"
    case dispatched
    case accepted
    case transferred
    case held
    case resumed
    case answered
    case answerReturned = "answer-returned"
    case customerTold = "customer-told"
    /// The customer said that they are content with what they were told (S099).
    case customerContent = "customer-content"
    /// The customer said that they are not (S040).
    case customerDiscontent = "customer-discontent"
    /// The handler is to be reminded (S058).
    case workOrderUrged = "work-order-urged"
    /// A complaint that is being handled goes over somebody's head, or threatens to: the handler is told (S050).
    case workOrderFlagged = "work-order-flagged"
    /// The customer is told what a second look came to (S076).
    case reviewAnswered = "review-answered"
    case reviewRequested = "review-requested"
    /// An appeal came in and was held against Order 35 (S015–S021).
    case appealAssessed = "appeal-assessed"
    /// An appeal body or a mediation took a step (S012).
    case appealStep = "appeal-step"
    case majorDeclared = "major-declared"
    case majorRevoked = "major-revoked"
    /// A major complaint is reported to the next level (S056).
    case reported
    case planFiled = "plan-filed"
    case scriptFiled = "script-filed"
    case maliciousDeclared = "malicious-declared"
    case maliciousRevoked = "malicious-revoked"
    case merged
    case unmerged
    case supervised
    case coordinationRequested = "coordination-requested"
    case contributed
    /// A work order is abnormal (S139).
    case abnormal
    /// Many complain of the same (S132–S134).
    case riskAlert = "risk-alert"
    /// The complaint goes over somebody's head, or threatens to (S050).
    case flagged
    /// The media or the internet have shown it (S131, S135).
    case exposed
    case escalated
    /// Archived after an answer; a complaint that was withdrawn or settled on the spot asks for no follow-up.
    case archived
    case warned
    case breached
    /// A claim waits for a second person.
    case approvalNeeded = "approval-needed"
    case claimSettled = "claim-settled"
    /// Nothing is owed, or a person declined; told once the complaint is answered (S108, S198).
    case claimDenied = "claim-denied"
    /// A finding of liability cannot be calculated from and has to be mended.
    case findingUnusable = "finding-unusable"
    /// Billing failed for good.
    case settlementFailed = "settlement-failed"
    /// A message to the customer was given up: every attempt on every medium failed.
    case unreached
    /// The customer was told some time ago and is to be asked whether it is really settled (S109, S199).
    case followUpDue = "follow-up-due"
    /// Nobody was reached, or nobody said so: the call is asked for again.
    case followUpAgain = "follow-up-again"
    /// No call reached the customer: the question goes out in writing.
    case followUpInWriting = "follow-up-in-writing"

    /// The placeholders any template may use.
    static let everyonesValues: Set<String> = ["complaint"]

    /// The placeholders any template for customers may use besides; they are filled when the message goes out, with what holds then.
    static let customersValues: Set<String> = ["line", "stage", "apology", "province"]

    /// The placeholders a template for this trigger may use, besides `everyonesValues` and, for customers, `customersValues`.
    public var values: Set<String> {
        switch self {
        case .registered, .settledOnSpot: ["receivedOn", "category", "province"]
        case .informationRequired: ["missing"]
        case .complaintUrged: ["count"]
        case .withdrawn, .supplemented, .feedbackGiven, .progressRequested: []
        case .dispatched: ["workOrder", "unit", "priority", "category", "province"]
        case .accepted: ["workOrder", "unit"]
        case .transferred: ["workOrder", "unit", "from"]
        case .held, .resumed, .answered, .answerReturned, .customerTold, .reviewAnswered, .customerContent, .archived: ["workOrder"]
        case .customerDiscontent: ["workOrder", "continuedBy"]
        case .workOrderUrged: ["workOrder", "unit", "count"]
        case .workOrderFlagged: ["workOrder", "unit", "priority"]
        case .escalated: ["workOrder", "unit", "step", "priority"]
        case .warned, .breached: ["clock", "dueAt", "threshold", "grade", "category", "province", "rule"]
        case .approvalNeeded: ["claim", "amount", "band"]
        case .claimSettled: ["claim", "amount", "reasons"]
        case .claimDenied, .findingUnusable: ["claim", "reason"]
        case .settlementFailed: ["claim", "attempt"]
        case .reviewRequested: ["round", "unit"]
        case .appealAssessed: ["outcome", "reasons", "body", "from", "lastDay", "case"]
        case .appealStep: ["step", "document", "reason"]
        case .majorDeclared: ["ground", "evidence"]
        case .majorRevoked, .maliciousRevoked, .unmerged: []
        case .reported: ["step", "unit"]
        case .planFiled, .scriptFiled: ["reference"]
        case .maliciousDeclared: ["evidence"]
        case .merged: ["into"]
        case .supervised: ["supervisor"]
        case .coordinationRequested: ["unit"]
        case .contributed: ["from"]
        case .riskAlert: ["province", "category", "count", "period", "level", "rule", "alert", "members"]
        case .flagged: ["unit"]
        case .exposed: []
        case .abnormal: ["sign", "level", "category", "province", "rule"]
        case .unreached: ["notification", "attempts"]
        case .followUpDue, .followUpAgain, .followUpInWriting: ["attempt", "attempts"]
        }
    }
}

extension NoticeTrigger {
    /// One or two letters that stand for it in stored files; never given to another.
    var code: String {
        switch self {
        case .registered: "r"
        case .settledOnSpot: "s"
        case .informationRequired: "i"
        case .complaintUrged: "u"
        case .withdrawn: "w"
        case .supplemented: "su"
        case .feedbackGiven: "fg"
        case .progressRequested: "p"
        case .dispatched: "d"
        case .accepted: "a"
        case .transferred: "t"
        case .held: "h"
        case .resumed: "hr"
        case .answered: "an"
        case .answerReturned: "ar"
        case .customerTold: "c"
        case .customerContent: "cc"
        case .customerDiscontent: "cd"
        case .workOrderUrged: "wu"
        case .workOrderFlagged: "wf"
        case .escalated: "e"
        case .reviewAnswered: "cr"
        case .reviewRequested: "rr"
        case .appealStep: "as"
        case .majorDeclared: "m"
        case .majorRevoked: "mr"
        case .reported: "rp"
        case .planFiled: "pf"
        case .scriptFiled: "sf"
        case .maliciousDeclared: "l"
        case .maliciousRevoked: "lr"
        case .merged: "g"
        case .unmerged: "gr"
        case .supervised: "sv"
        case .coordinationRequested: "co"
        case .contributed: "cn"
        case .abnormal: "aa"
        case .riskAlert: "k"
        case .flagged: "fl"
        case .exposed: "ex"
        case .archived: "z"
        case .warned: "aw"
        case .breached: "ab"
        case .approvalNeeded: "ca"
        case .claimSettled: "cs"
        case .settlementFailed: "cf"
        case .claimDenied: "cz"
        case .findingUnusable: "fu"
        case .appealAssessed: "aq"
        case .unreached: "x"
        case .followUpDue: "f"
        case .followUpAgain: "fa"
        case .followUpInWriting: "fw"
        }
    }

    private static let byCode = Dictionary(allCases.map { ($0.code, $0) }) { first, _ in first }

    /// - Throws: where a file names a trigger that this release does not know.
    init(code: Substring) throws(Fault) {
        guard let trigger = Self.byCode[String(code)] else { throw Fault.meaningless }
        self = trigger
    }
}
