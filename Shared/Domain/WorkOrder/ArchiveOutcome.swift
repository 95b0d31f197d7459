/// How a complaint came to its end.
public enum ArchiveOutcome: String, DocumentWord, Sendable, CaseIterable {
    case answered
    case withdrawn
    case settledOnSpot = "settled-on-spot"
}
