extension NoticeCause {
    /// What a work order's event tells besides itself: whether the customer is content with what they were told (S040, S099).
    static func contentment(_ event: WorkOrderEvent) -> NoticeCause? {
        switch event {
        case .customerTold(let payload):
            payload.satisfied.map { contentment($0, key(payload.answer), payload.workOrder) }
        default: nil
        }
    }

    private static func contentment(_ isContent: Bool, _ key: String, _ workOrder: WorkOrderNumber) -> NoticeCause {
        NoticeCause(isContent ? .customerContent : .customerDiscontent, key, ["workOrder": .text(workOrder.rawValue)])
    }

    /// A customer asks how the complaint stands (S058, S089, S200).
    static func progressRequested(by identity: CommandIdentity) -> NoticeCause {
        NoticeCause(.progressRequested, NoticeShorthand.digest(identity.source + "#" + identity.id))
    }
}
