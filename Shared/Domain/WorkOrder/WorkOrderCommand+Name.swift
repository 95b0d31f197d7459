extension WorkOrderCommand {
    /// A command without what it carries: for lists of what may be asked now.
    public enum Name: String, Codable, Sendable, CaseIterable {
        case accept
        case transfer
        case hold
        case resume
        case findLiability = "find-liability"
        case answer
        case approveAnswer = "approve-answer"
        case returnAnswer = "return-answer"
        case tellCustomer = "tell-customer"
        case archive
        case coordinate
        case contribute
        case recordEvidence = "record-evidence"
        case recordMeeting = "record-meeting"
        case redistribute
        case reportLoad = "report-load"
        case supervise
        case requestReview = "request-review"
        case declareMajor = "declare-major"
        case revokeMajor = "revoke-major"
        case filePlan = "file-plan"
        case fileScript = "file-script"
        case declareMalicious = "declare-malicious"
        case revokeMalicious = "revoke-malicious"
        case merge
        case unmerge
        case recordFollowUp = "record-follow-up"
        case recordAppealStep = "record-appeal-step"
    }

    public var name: Name {
        switch self {
        case .accept: .accept
        case .transfer: .transfer
        case .hold: .hold
        case .resume: .resume
        case .findLiability: .findLiability
        case .answer: .answer
        case .approveAnswer: .approveAnswer
        case .returnAnswer: .returnAnswer
        case .tellCustomer: .tellCustomer
        case .archive: .archive
        case .coordinate: .coordinate
        case .contribute: .contribute
        case .recordEvidence: .recordEvidence
        case .recordMeeting: .recordMeeting
        case .redistribute: .redistribute
        case .reportLoad: .reportLoad
        case .supervise: .supervise
        case .requestReview: .requestReview
        case .declareMajor: .declareMajor
        case .revokeMajor: .revokeMajor
        case .filePlan: .filePlan
        case .fileScript: .fileScript
        case .declareMalicious: .declareMalicious
        case .revokeMalicious: .revokeMalicious
        case .merge: .merge
        case .unmerge: .unmerge
        case .recordFollowUp: .recordFollowUp
        case .recordAppealStep: .recordAppealStep
        }
    }
}
