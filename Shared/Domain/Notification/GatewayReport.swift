/// What a channel gateway says of a complaint beside complaints themselves.
///
/// This file is the description of what it may say: the case, its name, what is said of it, and its fields.
public enum GatewayReport: DescribedCommand {
    /// What became of a message.
    case receipt(NotificationReceipt)
    /// The customer asks how the complaint stands; the answer goes to the address the complaint was registered with (S089, S200).
    case progressRequested

    /// What is said, without what it carries.
    public enum Name: String, CommandName {
        case receipt
        case progressRequested = "progress-requested"

        public typealias Command = GatewayReport
        public static let subject = "notification"
    }

    public var name: Name {
        switch self {
        case .receipt: .receipt
        case .progressRequested: .progressRequested
        }
    }
}

extension GatewayReport.Name {
    public var about: CommandDescription {
        switch self {
        case .receipt: .init("What became of a message", "A gateway says whether an attempt arrived.", from: .gateway)
        case .progressRequested:
            .init(
                "A customer asks how the complaint stands",
                "The answer goes to the address the complaint was registered with, whoever asked.", rules: "S089, S200", from: .gateway)
        }
    }
}

extension GatewayReport {
    public static func read(_ name: Name, from fields: inout some CommandFields) throws(Fault) -> GatewayReport {
        switch name {
        case .receipt: .receipt(try receipt(&fields))
        case .progressRequested: .progressRequested
        }
    }

    private static func receipt(_ fields: inout some CommandFields) throws(Fault) -> NotificationReceipt {
        NotificationReceipt(
            notification: NoticeNumber(
                try fields.code(
                    "notification", "The number of the message: the complaint number, `-N` and a count.", "C20260302003000127-N1")),
            outcome: try fields.word("outcome", "How the attempt ended.", NotificationReceipt.Outcome.delivered),
            attempt: try fields.optionalNumber(
                "attempt", in: 1...100_000, "Which attempt it is about; the latest where it is left out.", "1"),
            reason: try fields.optionalReason("reason", "Why it failed; no personal data.", "unreachable"),
            at: try fields.time("at", "When the attempt ended. RFC 3339 with offset.", "2026-03-02T01:16:00Z"))
    }
}
