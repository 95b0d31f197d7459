extension WorkOrderCommand.Name {
    /// The statuses of a work order at which the command can be given; at any other it is refused.
    ///
    /// Before the complaint is registered every command waits. This table is what the diagram of the contracts is made from.
    public var statuses: [WorkOrderStatus] {
        switch self {
        case .accept: [.dispatched]
        case .transfer, .merge: [.dispatched, .accepted]
        case .hold, .findLiability, .answer: [.accepted]
        case .resume: [.held]
        case .approveAnswer: [.answered]
        case .returnAnswer: [.answered, .customerTold]
        case .tellCustomer: [.answerApproved, .customerTold]
        case .archive, .requestReview: [.customerTold]
        case .coordinate: [.accepted, .held]
        case .recordEvidence, .recordMeeting: [.dispatched, .accepted, .held, .answered]
        case .redistribute, .reportLoad: [.dispatched, .accepted, .held]
        case .contribute, .supervise, .declareMajor, .revokeMajor, .filePlan, .fileScript: Self.open
        case .declareMalicious: [.accepted, .held, .answered, .answerApproved, .customerTold]
        case .unmerge: [.merged]
        // What may still be found out, and what others may still do, when the complaint is filed.
        case .revokeMalicious, .recordAppealStep: Self.open + [.archived]
        case .recordFollowUp: [.customerTold, .archived]
        }
    }

    private static let open: [WorkOrderStatus] = [
        .dispatched, .accepted, .held, .merged, .answered, .answerApproved, .customerTold,
    ]

    /// The commands that can be given at a status, in the order of the cases.
    public static func permitted(at status: WorkOrderStatus) -> [WorkOrderCommand.Name] {
        allCases.filter { $0.statuses.contains(status) }
    }
}
