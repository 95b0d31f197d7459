/// One year's notice of holidays 部分节假日安排的通知.
///
/// The year is that of the notice, not of the dates: the last days of December may stand in the next year's notice.
public struct PublishedYear: Hashable, Codable, Sendable {
    /// A holiday with the days off and the days of rest that are worked instead.
    public struct Holiday: Hashable, Codable, Sendable {
        /// `国庆节`.
        public let name: String
        public let off: [DateRange]
        /// Dates written as 上班 in the notice.
        public let makeUpWorkdays: [CivilDate]?

        public init(name: String, off: [DateRange], makeUpWorkdays: [CivilDate]? = nil) {
            self.name = name
            self.off = off
            self.makeUpWorkdays = makeUpWorkdays
        }
    }

    public let year: Int
    /// The notice's number or title.
    public let notice: String
    public let publishedOn: CivilDate?
    /// Where the notice stands.
    public let source: String
    public let holidays: [Holiday]

    public init(year: Int, notice: String, publishedOn: CivilDate?, source: String, holidays: [Holiday]) {
        self.year = year
        self.notice = notice
        self.publishedOn = publishedOn
        self.source = source
        self.holidays = holidays
    }
}
