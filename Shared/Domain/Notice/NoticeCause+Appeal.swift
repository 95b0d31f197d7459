/// What the customer who appealed is told of it (Order 35 art. 8–13; S015–S021).
extension NoticeCause {
    /// How an appeal was read when it came in, whether it became a complaint of its own or went to an open one; `nil` where there was none,
    /// or it came from a body that Order 35 does not speak of.
    static func appeal(_ event: ComplaintEvent) -> NoticeCause? {
        switch event {
        case .registered(let payload): payload.appeal.flatMap { appeal($0, "1") }
        case .urged(let payload): payload.appeal.flatMap { appeal($0, "u" + String(payload.count)) }
        case .informationRequired, .supplemented, .withdrawn, .exposed, .flagged, .feedbackGiven, .rejected: nil
        }
    }

    private static func appeal(_ record: AppealRecord, _ key: String) -> NoticeCause? {
        guard let assessment = record.assessment else { return nil }
        // What the body has decided is not the operator's to judge any more.
        let outcome = record.acceptedOn == nil ? assessment.outcome.rawValue : AppealStep.accepted.rawValue
        let asks = assessment.outcome == .inquire
        let points = assessment.open.filter { asks || $0.verdict == .failed }.map {
            $0.verdict == .unknown ? asked + $0.point.rawValue : $0.point.rawValue
        }
        return NoticeCause(
            .appealAssessed, key,
            [
                "outcome": .words(.outcome, [outcome]), "reasons": .words(.point, points), "body": .word(assessment.venue),
                "from": .text(assessment.mayAppealFrom?.description ?? ""), "lastDay": .text(assessment.lastDay?.description ?? ""),
                "case": .text(record.caseNumber ?? ""),
            ], scopes: [outcome])
    }

    /// What stands before a point's code where it has to be asked about.
    private static let asked = "ask-"

    /// The code of the words for a refusal whose reason the desk was not told.
    static let unstated = "unstated"
}
