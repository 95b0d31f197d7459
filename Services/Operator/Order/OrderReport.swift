import CommandLine
import Domain

/// What a person is told of a command that was sent.
struct OrderReport: Encodable {
    let command: String
    let complaint: ComplaintNumber
    let id: String
    let outcome: OrderOutcome?

    private enum Key: String, CodingKey {
        case command, complaint, id, outcome, type, what, details, state, field, problem, expected
    }

    /// 0 sent or done, 1 refused, 75 no outcome in time.
    var exitCode: ExitCode {
        switch outcome {
        case nil, .done: .ok
        case .refused: .negative
        case .unknown: .temporaryFailure
        }
    }

    var text: String {
        let sent = "\(command) \(complaint): "
        return switch outcome {
        case nil: sent + "sent, id \(id)\n"
        case .done(_, let account):
            sent + account.what + account.details.map { ", \($0.name) \($0.value)" }.joined() + "\n"
        case .refused(let fault, let state): sent + "refused while \(state): \(fault)\n"
        case .unknown: sent + "sent, and no outcome yet; id \(id)\n"
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
        case .unknown: try container.encode("unknown", forKey: .outcome)
        }
    }
}
