/// How a complaint came to its end.
public enum ArchiveOutcome: String, Codable, Sendable, CaseIterable {
    case answered
    case withdrawn
    case settledOnSpot = "settled-on-spot"
}
