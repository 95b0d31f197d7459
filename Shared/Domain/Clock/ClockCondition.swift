/// Which complaints a rule speaks of: all conditions given must hold, each by any of its values.
public struct ClockCondition: Hashable, Codable, Sendable {
    public let channels: [Channel]?
    public let provinces: [Province]?
    public let levels: [ChannelLevel]?
    public let natures: [Nature]?
    public let categories: [Category]?
    public let flags: [Flag]?
    /// Of the work order, 1 the most urgent; for clocks that start with the dispatch or later.
    public let priorities: [Int]?

    public init(
        channels: [Channel]? = nil, provinces: [Province]? = nil, levels: [ChannelLevel]? = nil, natures: [Nature]? = nil,
        categories: [Category]? = nil, flags: [Flag]? = nil, priorities: [Int]? = nil
    ) {
        self.channels = channels
        self.provinces = provinces
        self.levels = levels
        self.natures = natures
        self.categories = categories
        self.flags = flags
        self.priorities = priorities
    }

    func matches(_ subject: ClockSubject) -> Bool {
        (natures?.contains(subject.nature) ?? true)
            && (priorities.map { priorities in subject.priority.map(priorities.contains) ?? false } ?? true)
            && matchesWhateverItsNature(subject)
    }

    /// Whether it could hold: a complaint's nature may change and its priority comes with the work order; all else stays as it was registered.
    func matchesWhateverItsNature(_ subject: ClockSubject) -> Bool {
        (provinces?.contains(subject.province) ?? true) && (levels?.contains(subject.level) ?? true)
            && (categories?.contains(subject.category) ?? true)
            && (channels.map { channels in subject.channel.map(channels.contains) ?? false } ?? true)
            && (flags.map { flags in subject.flags?.contains(where: flags.contains) ?? false } ?? true)
    }

    func faults(at path: String) -> [Fault] {
        let given = [
            ("channels", channels?.isEmpty), ("provinces", provinces?.isEmpty), ("levels", levels?.isEmpty),
            ("natures", natures?.isEmpty), ("categories", categories?.isEmpty), ("flags", flags?.isEmpty),
            ("priorities", priorities?.isEmpty),
        ]
        if given.allSatisfy({ $0.1 == nil }) {
            return [Fault(field: path, problem: "has no condition", expected: "one of " + given.map(\.0).joined(separator: ", "))]
        }
        let unknown = (priorities ?? []).filter { !(1...4).contains($0) }.map {
            Fault(field: path + ".priorities", problem: "has \($0)", expected: "1, the most urgent, to 4")
        }
        return unknown
            + given.filter { $0.1 == true }.map { Fault(field: "\(path).\($0.0)", problem: "is empty", expected: "at least one value") }
    }
}
