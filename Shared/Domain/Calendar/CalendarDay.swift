/// What a calendar says of one day.
public struct CalendarDay: Hashable, Codable, Sendable {
    public enum Kind: String, Codable, Sendable, CaseIterable {
        case workday
        /// 调休上班: a day of rest that is worked.
        case makeUpWorkday = "make-up-workday"
        /// A day of rest of the week.
        case weekend
        case holiday
    }

    public let date: CivilDate
    public let kind: Kind
    /// The holiday it belongs to, a make-up workday included.
    public let holiday: String?
    /// No notice has been published for its year: the week alone was asked.
    public let isProvisional: Bool

    public var isWorkday: Bool { kind.isWorkday }
}

extension CalendarDay.Kind {
    /// Make-up workdays are workdays.
    public var isWorkday: Bool {
        switch self {
        case .workday, .makeUpWorkday: true
        case .weekend, .holiday: false
        }
    }
}
