extension CivilDate {
    /// The corresponding day some months later; the month's last day where there is none (Civil Code art. 202).
    public func adding(months: Int) -> CivilDate {
        let index = year * 12 + month - 1 + months
        let year = index >= 0 ? index / 12 : (index - 11) / 12
        let month = index - year * 12 + 1
        let day = min(day, Self.days(in: month, of: year))
        return CivilDate(year: year, month: month, day: day) ?? self
    }
}
