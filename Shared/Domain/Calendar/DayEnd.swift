/// When a counted day ends (Civil Code art. 203).
public enum DayEnd: String, Codable, Sendable, CaseIterable {
    /// At 24:00.
    case midnight
    /// When business closes; at 24:00 on a day without business.
    case closing
}
