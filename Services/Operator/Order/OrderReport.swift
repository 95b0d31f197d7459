import CommandLine
import Domain

/// What a person is shown of a command that was sent.
struct OrderReport: Encodable {
    let command: String
    let complaint: ComplaintNumber
    let id: String
    let outcome: OrderOutcome?

    private enum Key: String, CodingKey {
        case command, complaint, id, outcome, type, what, details, state, field, problem, expected, until
    }

    /// 0 sent or done, 1 refused, 65 no such complaint, 75 no outcome in time.
    var exitCode: ExitCode {
        switch outcome {
        case nil, .done: .ok
        case let outcome? where outcome.isOfUnknownComplaint: .dataError
        case .refused, .waiting: .negative
        case .unknown: .temporaryFailure
        }
    }

    /// - Parameter times: how the time is written until which a command waits.
    func text(_ times: TimeText) -> String {
        let sent = "\(command) \(complaint): "
        return switch outcome {
        case nil: sent + "sent, id \(id)\n"
        case .done(_, let account):
            // What the person has just written is not said back to them, and what others wrote is hidden.
            sent + account.what + account.details.filter { $0.sealed == nil }.map { ", \($0.name) \($0.value)" }.joined() + "\n"
        case .waiting(let until):
            sent + "no such complaint: \(complaint) is not registered; the command is kept for it until \(times.text(until) as String)\n"
        case let .refused(fault, _)? where outcome?.isOfUnknownComplaint == true:
            sent + "no such complaint: \(complaint) \(fault.problem)\n"
        case .refused(let fault, _): sent + "refused: \(RefusalText.sentence(fault))\n"
        case .unknown: sent + "sent, no outcome yet; id \(id)\n"
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(command, forKey: .command)
        try container.encode(complaint, forKey: .complaint)
        try container.encode(id, forKey: .id)
        switch outcome {
        case nil: try container.encode("sent", forKey: .outcome)
        case .done(let type, let account):
            try container.encode("done", forKey: .outcome)
            try container.encode(type, forKey: .type)
            try container.encode(account.what, forKey: .what)
            try container.encode(Dictionary(account.details.map { ($0.name, $0.value) }) { first, _ in first }, forKey: .details)
        case .refused(let fault, let state):
            try container.encode("refused", forKey: .outcome)
            try container.encode(state, forKey: .state)
            try container.encode(fault.field, forKey: .field)
            try container.encode(fault.problem, forKey: .problem)
            try container.encode(fault.expected, forKey: .expected)
        case .waiting(let until):
            try container.encode("no-such-complaint", forKey: .outcome)
            try container.encode(until, forKey: .until)
        case .unknown: try container.encode("unknown", forKey: .outcome)
        }
    }
}
