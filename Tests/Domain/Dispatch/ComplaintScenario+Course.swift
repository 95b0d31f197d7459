import Moments

@testable import Domain

extension ComplaintScenario {
    /// All that any process can ask for before an answer.
    static let papers: [WorkOrderCommand] = [
        .filePlan(.preHandling, reference: "PLAN-0", .sample("sealed")), .filePlan(.handling, reference: "PLAN-9", .sample("sealed")),
        .fileScript(reference: "SCRIPT-9", .sample("sealed")),
        .recordMeeting(minutes: "MIN-9", conclusion: .sample("sealed"), plan: .sample("sealed")),
        .recordEvidence(kind: "customer-contact", reference: "REC-8", note: nil),
        .recordEvidence(kind: "verification", reference: "REC-9", note: nil),
        .contribute("network-operations", province: nil, .sample("sealed")),
        .findLiability(.unclear, ground: nil, amount: nil, quantity: nil),
    ]

    /// Takes the plain course from wherever the work order stands, with all that is asked for on the way.
    mutating func goesToTheArchive() throws(Fault) {
        for _ in 0..<10 {
            switch status {
            case .dispatched: try orders(.accept)
            case .accepted:
                for command in Self.papers { try orders(command, by: "staff-3002") }
                try orders(.answer(.sample("sealed answer"), parts: AnswerPart.allCases), by: "staff-3002")
            case .held: try orders(.resume)
            case .merged: try orders(.unmerge(reason: "another cause"))
            case .answered:
                for command in Self.papers { try orders(command, by: "staff-3002") }
                try orders(.approveAnswer, by: "staff-3001")
            case .answerApproved:
                for command in Self.papers { try orders(command, by: "staff-3002") }
                try orders(.tellCustomer(satisfied: nil, medium: "letter", reference: "L-1"))
            case .customerTold: try orders(.archive)
            case .archived, .unregistered, nil: break
            }
        }
    }
}
