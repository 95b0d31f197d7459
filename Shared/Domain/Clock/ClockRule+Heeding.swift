extension ClockRule {
    /// The same rule, with overrides that come before its own: the first that matches a complaint holds.
    public func heeding(_ first: [ClockOverride]) -> ClockRule {
        guard !first.isEmpty else { return self }
        return ClockRule(
            name: name, appliesTo: appliesTo, calendar: calendar, startsOn: startsOn, stopsOn: stopsOn, restartsOn: restartsOn,
            restsOn: restsOn, longestRest: longestRest, allowance: allowance, dayEnd: dayEnd, rollsToWorkday: rollsToWorkday,
            thresholds: thresholds, overrides: first + (overrides ?? []))
    }
}
