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
