/// One grade of a sign that a complaint has reached, or will reach.
struct AbnormalSighting {
    /// From 1.
    let occurrence: Int
    let grade: AbnormalGrade
    let reachedAt: Instant

    /// Tells the grades of one occurrence apart: how often, or after how many minutes.
    var threshold: Int { grade.at ?? Int(clamping: (grade.after?.duration ?? .zero).wholeMilliseconds / 60_000) }
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
        for fact in timeline.facts {
            if fact.moment == moment {
                count += 1
                if let grade = grades.value.first(where: { $0.at == count }) {
                    sightings.append(AbnormalSighting(occurrence: 1, grade: grade, reachedAt: fact.at))
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
        func close(at end: Instant?) {
            guard let from = began else { return }
            began = nil
            for grade in grades.value {
                let reachedAt = from.adding(grade.after?.duration ?? .zero)
                if let end, end < reachedAt { break }
                sightings.append(AbnormalSighting(occurrence: occurrence, grade: grade, reachedAt: reachedAt))
            }
        }
        for fact in timeline.facts {
            if began != nil, fact.moment.isFinal || stretch.until.contains(fact.moment) { close(at: fact.at) }
            if fact.moment.isFinal { break }
            if began == nil, fact.moment == stretch.from {
                began = fact.at
                occurrence += 1
            }
        }
        close(at: nil)
        return sightings
    }
}
