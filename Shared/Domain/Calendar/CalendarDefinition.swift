/// A working calendar as a policy file writes it; `WorkCalendar` is the same, checked and calculated.
public struct CalendarDefinition: Equatable, Decodable, Sendable {
    /// What to do with a day whose year no notice has been published for.
    public enum Unpublished: String, Codable, Sendable, CaseIterable {
        /// Take the week as it stands and mark the result.
        case provisional
        /// Refuse the result.
        case refused
    }

    /// What clocks call it by.
    public let name: String
    /// `+08:00`, `Z` or an IANA name.
    public let timeZone: String
    public let unpublishedYears: Unpublished
    public let workingHours: Sourced<WorkingHours>
    /// Every year that has been announced, one after the other.
    public let years: [PublishedYear]

    public init(
        name: String, timeZone: String, unpublishedYears: Unpublished, workingHours: Sourced<WorkingHours>, years: [PublishedYear]
    ) {
        self.name = name
        self.timeZone = timeZone
        self.unpublishedYears = unpublishedYears
        self.workingHours = workingHours
        self.years = years
    }
}
