/// A day of the week; `rawValue` is how a policy writes it.
public enum Weekday: String, Codable, Sendable, CaseIterable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday

    /// 1 for Monday to 7 for Sunday, as `CivilDate.weekday` counts.
    public var number: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }
}
