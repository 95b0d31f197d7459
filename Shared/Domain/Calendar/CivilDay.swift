/// A day's length as civil time has it; a day on which clocks change counts as a whole one.
enum CivilDay {
    static let milliseconds: Int64 = 86_400_000
}
