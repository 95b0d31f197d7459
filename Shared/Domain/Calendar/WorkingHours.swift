/// When work is done on a day: any number of intervals, so that a lunch break or a split shift is simply two.
public struct WorkingHours: Hashable, Codable, Sendable {
    /// The days of the week that share their hours.
    public struct Days: Hashable, Codable, Sendable {
        public let days: [Weekday]
        /// In order, without overlap.
        public let open: [DayInterval]

        public init(days: [Weekday], open: [DayInterval]) {
            self.days = days
            self.open = open
        }
    }

    /// A weekday that is not named here is a day of rest.
    public let week: [Days]
    /// The hours of a make-up workday 调休上班, which falls on a day of rest and so has none of its own.
    public let makeUpWorkday: [DayInterval]

    public init(week: [Days], makeUpWorkday: [DayInterval]) {
        self.week = week
        self.makeUpWorkday = makeUpWorkday
    }
}
