/// One day on the way to a deadline: how much of it was counted, and why.
public struct DeadlineStep: Hashable, Codable, Sendable {
    public enum Reason: String, Codable, Sendable, CaseIterable {
        /// The day of the start is not counted (Civil Code art. 201).
        case startDay = "start-day"
        case calendarDay = "calendar-day"
        case workday
        case makeUpWorkday = "make-up-workday"
        case weekend
        case holiday
        /// After the allowed days: the end moves to a workday (Civil Code art. 203).
        case rolled
    }

    public let date: CivilDate
    public let reason: Reason
    /// The holiday the day belongs to, such as `国庆节`.
    public let holiday: String?
    /// What the day added, to the second; a whole counted day is `1d`.
    public let counted: PolicyDuration
    /// What was counted to the end of the day.
    public let total: PolicyDuration
    /// Work rested for a part of the day at least.
    public let rested: Bool
    /// The year's holidays are not published: the week alone was asked.
    public let isProvisional: Bool
}
