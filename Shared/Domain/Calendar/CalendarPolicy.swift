/// The working calendars that clocks count by (`calendar.yaml`).
public struct CalendarPolicy: Decodable, Equatable, Sendable {
    public let version: PolicyVersion
    public let effective: EffectivePeriod
    public let calendars: [CalendarDefinition]

    public init(version: PolicyVersion, effective: EffectivePeriod, calendars: [CalendarDefinition]) {
        self.version = version
        self.effective = effective
        self.calendars = calendars
    }

    /// All that is wrong with the calendars, and names given twice.
    public func faults() -> [Fault] {
        var faults = effective.faults()
        if calendars.isEmpty { faults.append(Fault(field: "calendars", problem: "is empty", expected: "one calendar or more")) }
        var names: Set<String> = []
        for (index, calendar) in calendars.enumerated() {
            let path = "calendars[\(index)]"
            if !names.insert(calendar.name).inserted {
                faults.append(Fault(field: path + ".name", problem: "is given twice", expected: "each calendar once"))
            }
            faults += calendar.faults().map { Fault(field: "\(path).\($0.field)", problem: $0.problem, expected: $0.expected) }
        }
        return faults
    }
}
