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
        }
    }
}
