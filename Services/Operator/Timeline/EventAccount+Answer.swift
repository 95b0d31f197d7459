import Contracts
import Domain

extension EventAccount {
    /// The account with the line it is about, masked, and the id of the outsider's event that it answers.
    func answering(_ event: ComplaintEvent) -> EventAccount {
        adding(Detail.some("line", event.line.map(\.masked)) + Detail.some("answers", event.eventID))
    }

    /// The account with the id of the command that it refuses.
    func answering(_ event: some WireEvent) -> EventAccount { adding(Detail.some("answers", event.answeredID)) }

    /// The account with the id of the outsider's event that led to it; one of the services' own is no answer.
    ///
    /// A message names the event that led to it by its id alone, without its source, so it is the id that tells whose it is.
    func answering(_ causationID: String?, of key: String) -> EventAccount {
        guard let causationID, !OwnEventID.isOne(causationID, of: key), !details.contains(where: { $0.name == "answers" }) else {
            return self
        }
        return adding([Detail("answers", causationID)])
    }

    private func adding(_ more: [Detail]) -> EventAccount {
        more.isEmpty ? self : EventAccount(what, by: by, details + more, answer: answer, note: note, message: message)
    }
}

extension ComplaintEvent {
    /// The line, where the event names it and it could be read.
    fileprivate var line: LineReference? {
        switch self {
        case .registered(let event): event.line
        case .informationRequired(let event): event.line
        case .rejected(let event): event.line == .unreadable ? nil : event.line
        case .supplemented, .urged, .withdrawn, .exposed, .flagged, .feedbackGiven, .contested: nil
        }
    }
}
