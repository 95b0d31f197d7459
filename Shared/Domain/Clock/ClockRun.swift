/// One cycle of one clock: from a start or a restart to whatever ended it.
struct ClockRun {
    /// From 1.
    let cycle: Int
    let startedOn: ClockMoment
    let startedAt: Instant
    private(set) var endedOn: ClockMoment?
    private(set) var endedAt: Instant?

    /// The cycles of a clock along a timeline, in order; only the last may still run.
    static func all(of clock: PreparedClock, along timeline: ClockTimeline) -> [ClockRun] {
        var runs: [ClockRun] = []
        for fact in timeline.facts {
            let isFinal = fact.moment.isFinal
            if let last = runs.indices.last {
                let restarts = !isFinal && clock.restartsOn.contains(fact.moment)
                if runs[last].endedAt == nil, isFinal || restarts || clock.stopsOn.contains(fact.moment) {
                    runs[last].endedOn = fact.moment
                    runs[last].endedAt = fact.at
                }
                if restarts { runs.append(ClockRun(cycle: runs.count + 1, startedOn: fact.moment, startedAt: fact.at)) }
            } else if fact.moment == clock.rule.startsOn {
                runs.append(ClockRun(cycle: 1, startedOn: fact.moment, startedAt: fact.at))
            }
            if isFinal { break }
        }
        return runs
    }

    private init(cycle: Int, startedOn: ClockMoment, startedAt: Instant) {
        self.cycle = cycle
        self.startedOn = startedOn
        self.startedAt = startedAt
    }

    /// The rests that count for this cycle: for reasons the rule allows, within the cycle, merged, and together no longer than it allows.
    func rests(by rule: ClockRule, along timeline: ClockTimeline) -> [ClockRest] {
        guard let reasons = rule.restsOn?.value, !timeline.rests.isEmpty else { return [] }
        let within = timeline.rests.filter { rest in
            reasons.contains(rest.reason) && (rest.until ?? .distantFuture) > startedAt && rest.from < (endedAt ?? .distantFuture)
        }.sorted { ($0.from, $0.reason) < ($1.from, $1.reason) }
        var left = rule.longestRest.map { $0.value.duration.wholeMilliseconds } ?? .max
        var reached = startedAt
        var merged: [ClockRest] = []
        for rest in within where left > 0 {
            let from = max(rest.from, reached)
            let end = min(rest.until ?? .distantFuture, endedAt ?? .distantFuture)
            guard end > from else { continue }
            let length = min(end.milliseconds - from.milliseconds, left)
            left -= length
            reached = Instant(milliseconds: from.milliseconds + length)
            merged.append(ClockRest(reason: rest.reason, from: from, until: reached >= .distantFuture ? nil : reached))
        }
        return merged
    }
}

extension ClockRun {
    /// What ended the cycle, and whether that began the next; `nil` while it runs.
    func end(of clock: PreparedClock) -> (moment: ClockMoment, at: Instant, restarts: Bool)? {
        guard let endedOn, let endedAt else { return nil }
        return (endedOn, endedAt, clock.restartsOn.contains(endedOn))
    }

    /// The holds within the cycle for reasons that the rule does not let rest it, in order.
    func uncreditedRests(by rule: ClockRule, along timeline: ClockTimeline) -> [ClockRest] {
        let reasons = rule.restsOn?.value ?? []
        return timeline.rests.filter { rest in
            !reasons.contains(rest.reason) && (rest.until ?? .distantFuture) > startedAt && rest.from < (endedAt ?? .distantFuture)
        }.sorted { ($0.from, $0.reason) < ($1.from, $1.reason) }
    }
}

extension Instant {
    /// Later than any deadline: the end of year 9999.
    static let distantFuture = Instant(seconds: 253_402_300_799)
}
