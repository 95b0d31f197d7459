import Contracts

extension CommandVerb {
    /// What it does, in one line.
    var summary: String {
        switch self {
        case .workOrder(let type):
            switch type {
            case .accept: "The unit takes the work order on."
            case .transfer: "Send the work order to another unit."
            case .hold: "Put the work order on hold."
            case .resume: "Resume work on the work order."
            case .findLiability: "Say whose fault it was."
            case .answer: "Send the answer back, to be reviewed."
            case .approveAnswer: "Approve the answer; not by who gave it."
            case .returnAnswer: "Send the answer back to the unit."
            case .tellCustomer: "Say that the customer was told."
            case .archive: "Close and file the complaint."
            case .coordinate: "Ask another unit, or that of another province, to contribute."
            case .contribute: "Send back what was asked for."
            case .recordEvidence: "Put a piece of evidence on file."
            case .recordMeeting: "Put a special meeting's conclusion and plan on file."
            case .redistribute: "Give the work order to another desk of the unit."
            case .reportLoad: "Say that the desk is full, so that it goes on to the next."
            case .supervise: "Have a superior unit supervise, with or without an instruction."
            case .requestReview: "Have the answer looked at again for a customer who is not content."
            case .declareMajor: "Say that the complaint is a major one."
            case .revokeMajor: "Say that it is not a major one after all."
            case .filePlan: "File a plan of a major complaint's handling."
            case .fileScript: "File the emergency answer script of a major complaint."
            case .declareMalicious: "Say, after the finding, that it is malicious or false."
            case .revokeMalicious: "Take that finding back."
            case .merge: "Merge the complaint into another of the same cause."
            case .unmerge: "Separate it from the complaint it was merged into."
            case .recordFollowUp: "Record what the customer said afterwards."
            case .recordAppealStep: "Record what the appeal body did."
            }
        case .claim(let type):
            switch type {
            case .approve: "Approve the claim; not by who found the liability."
            case .decline: "Decline the claim."
            case .confirmSettlement: "Billing has paid."
            case .failSettlement: "Billing could not pay."
            case .retrySettlement: "Have billing asked once more."
            case .grantGoodwill: "Give the customer what is not owed; another person approves."
            case .reverseSettlement: "Have billing take a payment back; not by who found the liability."
            case .confirmReversal: "Billing has taken the payment back."
            case .failReversal: "Billing could not take the payment back."
            }
        }
    }

    /// The options of an example.
    var example: String {
        switch self {
        case .workOrder(.transfer): " --to network-operations --reason \"a fault of the mast\""
        case .workOrder(.hold): " --reason waiting-for-customer --evidence REC-118"
        case .workOrder(.findLiability): " --liability operator-at-fault --ground wrong-charge --amount 12.50"
        case .workOrder(.answer):
            " --answer \"The charge will be refunded.\" --reasons \"It was charged twice.\" --measures \"The fault is repaired.\""
        case .workOrder(.returnAnswer): " --reason \"the amount is missing\""
        case .claim(.approve): " --claim R20260401000001-1"
        case .claim(.decline): " --claim R20260401000001-1 --reason \"the amount is missing\""
        case .claim(.grantGoodwill): " --ground late-handling --amount 20 --reason \"the answer came three days late\""
        case .claim(.reverseSettlement): " --claim R20260401000001-1 --reason \"paid to the wrong account\""
        case .workOrder(.tellCustomer): " --satisfied yes"
        case .workOrder(.coordinate): " --to network-operations --request \"Was there an outage?\""
        case .workOrder(.recordEvidence): " --kind verification --reference REC-118"
        case .workOrder(.recordFollowUp): " --reached yes --satisfaction 4 --resolved yes"
        case .workOrder(.merge): " --into C20260401000002 --reason \"one outage\""
        case .claim(.confirmSettlement), .claim(.confirmReversal): " --payment-key R20260401000001-1"
        case .claim(.failSettlement), .claim(.failReversal): " --payment-key R20260401000001-1 --attempt 1 --reason \"account closed\""
        case .workOrder(.contribute): " --unit network-operations --contribution \"There was an outage.\""
        case .workOrder(.recordMeeting): " --minutes M-7 --conclusion \"The mast failed.\" --plan \"It is replaced.\""
        case .workOrder(.redistribute): " --to charges --reason \"the desk is full\""
        case .workOrder(.reportLoad): " --desk charges --load 60"
        case .workOrder(.supervise): " --unit provincial-customer-service --reason \"urged three times\""
        case .workOrder(.requestReview): " --reason \"the customer is not content\""
        case .workOrder(.declareMajor): " --ground group-complaint --evidence REC-118"
        case .workOrder(.filePlan): " --kind handling --reference P-3 --plan \"All are called today.\""
        case .workOrder(.fileScript): " --reference S-3 --script \"The fault is known and is being repaired.\""
        case .workOrder(.declareMalicious): " --kind malicious --finding \"the same call forty times\" --evidence REC-118 --measure explain"
        case .workOrder(.revokeMajor), .workOrder(.revokeMalicious), .workOrder(.unmerge): " --reason \"it turned out otherwise\""
        case .workOrder(.recordAppealStep): " --step accepted --at 2026-04-02T09:00:00+08:00"
        case .workOrder(.accept), .workOrder(.resume), .workOrder(.approveAnswer), .workOrder(.archive): ""
        case .claim(.retrySettlement): " --claim R20260401000001-1"
        }
    }
}
