/// How what need not be told at once is gathered for a unit's desk.
public struct DigestPolicy: Decodable, Hashable, Sendable {
    /// How long the first notice waits for others.
    public let every: Sourced<PolicyDuration>
    /// The hours in which no digest goes out; all of them, where not given.
    public let quietHours: Sourced<QuietHours>?
    /// How many complaints a digest names of each kind; the others it counts.
    public let listed: Sourced<Int>
    /// The words around it, with `{{unit}}`, `{{total}}` and `{{items}}`.
    public let template: TemplateName

    /// The placeholders its template may use.
    static let values: Set<String> = ["unit", "total", "items"]

    func faults() -> [Fault] {
        var faults: [Fault] = []
        if every.value.duration <= .zero {
            faults.append(Fault(field: "digest.every.value", problem: "leaves no time", expected: "more than 0s"))
        }
        if !(1...100).contains(listed.value) {
            faults.append(Fault(field: "digest.listed.value", problem: "is out of range", expected: "1 to 100"))
        }
        return faults
    }

    /// When a digest goes out whose first notice comes now.
    func due(from now: Instant, offset: UTCOffset) -> Instant {
        let time = now.adding(every.value.duration)
        return quietHours?.value.earliest(at: time, offset: offset) ?? time
    }
}
