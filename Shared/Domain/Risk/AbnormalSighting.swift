/// One grade of a sign that a complaint has reached, or will reach.
struct AbnormalSighting {
    /// From 1.
    let occurrence: Int
    let grade: AbnormalGrade
    let reachedAt: Instant
    /// What ended what the sign sees; `nil` while it goes on.
    let end: (moment: ClockMoment, at: Instant, restarts: Bool)?

    /// Whether the grade is reached at all: what ends before, as became known late, never came so far.
    var isReached: Bool { end.map { reachedAt <= $0.at } ?? true }

    /// Tells the grades of one occurrence apart: how often, or after how many minutes.
    var threshold: Int { grade.at ?? Int(clamping: (grade.after?.duration ?? .zero).wholeMilliseconds / 60_000) }

    func alarm(of sign: ClockName) -> Alarm { Alarm(clock: sign, cycle: occurrence, threshold: threshold) }
}

extension AbnormalSign {
    /// What a complaint's facts come to, in order.
    func sightings(along timeline: ClockTimeline) -> [AbnormalSighting] {
        if let counts { return countings(of: counts, along: timeline) }
        return lasts.map { stretches($0, along: timeline) } ?? []
    }

    private func countings(of moment: ClockMoment, along timeline: ClockTimeline) -> [AbnormalSighting] {
        var sightings: [AbnormalSighting] = []
        var count = 0
        let end = timeline.facts.first(where: \.moment.isFinal).map { ($0.moment, $0.at, false) }
        for fact in timeline.facts {
            if fact.moment == moment {
                count += 1
                if let grade = grades.value.first(where: { $0.at == count }) {
                    sightings.append(AbnormalSighting(occurrence: 1, grade: grade, reachedAt: fact.at, end: end))
                }
            }
            if fact.moment.isFinal { break }
        }
        return sightings
    }

    private func stretches(_ stretch: Stretch, along timeline: ClockTimeline) -> [AbnormalSighting] {
        var sightings: [AbnormalSighting] = []
        var occurrence = 0
        var began: Instant?
        func close(by end: ClockFact?) {
            guard let from = began else { return }
            began = nil
            for grade in grades.value {
                let reachedAt = from.adding(grade.after?.duration ?? .zero)
                sightings.append(
                    AbnormalSighting(
                        occurrence: occurrence, grade: grade, reachedAt: reachedAt, end: end.map { ($0.moment, $0.at, false) }))
            }
        }
        for fact in timeline.facts {
            if began != nil, fact.moment.isFinal || stretch.until.contains(fact.moment) { close(by: fact) }
            if fact.moment.isFinal { break }
            if began == nil, fact.moment == stretch.from {
                began = fact.at
                occurrence += 1
            }
        }
        close(by: nil)
        return sightings
    }
}
