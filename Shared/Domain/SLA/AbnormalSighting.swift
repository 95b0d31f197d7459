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

/// A work order is abnormal (S139, S189, S203, S205). Its identity is (complaint, sign, occurrence, grade): it is sent once, ever.
public struct AbnormalAlert: Hashable, Sendable {
    /// `C2026…/urged-often/1/3`: the identity in words; also the CloudEvents id.
    public let alert: String
    public let complaint: ComplaintNumber
    /// The sign, a name of the policy.
    public let sign: ClockName
    /// Which stretch it is, of a sign that lasts; from 1.
    public let occurrence: Int
    /// How often it happened, where it is counted.
    public let count: Int?
    /// How long it has lasted, where it must not last.
    public let lasted: PolicyDuration?
    /// The level of the warning: 1 is the most severe, 4 the least.
    public let level: Int
    /// The step of the escalation ladder it calls for; 0 for a mere warning.
    public let step: Int
    /// Who is notified beside the unit responsible, where the policy names them.
    public let to: [Unit]?
    /// When it became so.
    public let reachedAt: Instant
    public let firedAt: Instant
    /// The unit responsible when it was sent, where one is known.
    public let unit: Unit?
    public let province: Province
    public let category: Category
    public let nature: Nature
    /// Where the figure comes from.
    public let rule: String
}

extension AbnormalAlert: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        alert = try fields.required("alert")
        complaint = try fields.required("complaint")
        sign = try fields.required("sign")
        occurrence = try fields.required("occurrence")
        count = try fields.optional("count")
        lasted = try fields.optional("lasted")
        level = try fields.required("level")
        step = try fields.required("step")
        to = try fields.optional("to")
        reachedAt = try fields.required("reachedAt")
        firedAt = try fields.required("firedAt")
        unit = try fields.optional("unit")
        province = try fields.required("province")
        category = try fields.required("category")
        nature = try fields.required("nature")
        rule = try fields.required("rule")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("alert", alert)
        writer.write("complaint", complaint)
        writer.write("sign", sign)
        writer.write("occurrence", occurrence)
        writer.write("count", count)
        writer.write("lasted", lasted)
        writer.write("level", level)
        writer.write("step", step)
        writer.write("to", to)
        writer.write("reachedAt", reachedAt)
        writer.write("firedAt", firedAt)
        writer.write("unit", unit)
        writer.write("province", province)
        writer.write("category", category)
        writer.write("nature", nature)
        writer.write("rule", rule)
    }
}
