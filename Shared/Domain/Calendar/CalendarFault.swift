/// A calendar cannot answer for a day.
public struct CalendarFault: Error, Hashable, Sendable {
    public let calendar: String
    /// The year no notice has been published for.
    public let year: Int
    /// The last year that has been published.
    public let lastPublished: Int

    /// As a decider reports it.
    public var fault: Fault {
        Fault(
            field: "calendar.\(calendar)", problem: "does not know the year \(year)",
            expected: "a day of a published year; the last one is \(lastPublished)")
    }
}
