package import Domain

/// The event by which what an outsider writes takes effect, by its CloudEvents type. A new type of command does not compile without one.
package enum CommandEffect {
    package static func type(of command: WorkOrderCommand.Name) -> String {
        switch command {
        case .accept: "redress.work-order.accepted.v1"
        case .transfer: "redress.work-order.transferred.v1"
        case .hold: "redress.work-order.held.v1"
        case .resume: "redress.work-order.resumed.v1"
        case .findLiability: "redress.work-order.liability-found.v1"
        case .answer: "redress.work-order.answered.v1"
        case .approveAnswer: "redress.work-order.answer-approved.v1"
        case .returnAnswer: "redress.work-order.answer-returned.v1"
        case .tellCustomer: "redress.work-order.customer-told.v1"
        case .archive: "redress.work-order.archived.v1"
        case .coordinate: "redress.work-order.coordination-requested.v1"
        case .contribute: "redress.work-order.contributed.v1"
        case .recordEvidence: "redress.work-order.evidence-recorded.v1"
        case .recordMeeting: "redress.work-order.meeting-recorded.v1"
        case .redistribute, .reportLoad: "redress.work-order.redistributed.v1"
        case .supervise: "redress.work-order.supervised.v1"
        case .requestReview: "redress.work-order.review-requested.v1"
        case .declareMajor: "redress.work-order.major-declared.v1"
        case .revokeMajor: "redress.work-order.major-revoked.v1"
        case .filePlan: "redress.work-order.plan-filed.v1"
        case .fileScript: "redress.work-order.script-filed.v1"
        case .declareMalicious: "redress.work-order.malicious-declared.v1"
        case .revokeMalicious: "redress.work-order.malicious-revoked.v1"
        case .merge: "redress.work-order.merged.v1"
        case .unmerge: "redress.work-order.unmerged.v1"
        case .recordFollowUp: "redress.work-order.followed-up.v1"
        case .recordAppealStep: "redress.work-order.appeal-step-recorded.v1"
        }
    }

    package static func type(of command: ClaimCommand.Name) -> String {
        switch command {
        case .approve: "redress.compensation.approved.v1"
        case .decline: "redress.compensation.declined.v1"
        case .grantGoodwill: "redress.compensation.proposed.v1"
        case .confirmSettlement: "redress.compensation.settled.v1"
        case .failSettlement: "redress.compensation.settlement-failed.v1"
        case .retrySettlement: "redress.compensation.settlement-requested.v1"
        case .reverseSettlement: "redress.compensation.reversal-requested.v1"
        case .confirmReversal: "redress.compensation.reversed.v1"
        case .failReversal: "redress.compensation.reversal-failed.v1"
        }
    }

    package static func type(of event: IntakeType) -> String {
        switch event {
        case .submitted, .appealed: "redress.complaint.registered.v1"
        case .supplemented: "redress.complaint.supplemented.v1"
        case .urged: "redress.complaint.urged.v1"
        case .withdrawn: "redress.complaint.withdrawn.v1"
        case .exposed: "redress.complaint.exposed.v1"
        case .feedbackGiven: "redress.complaint.feedback-given.v1"
        }
    }
}
