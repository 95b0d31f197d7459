/// Which complaints a rule speaks of: all conditions given must hold, each by any of its values.
public struct ClockCondition: Hashable, Codable, Sendable {
    public let provinces: [Province]?
    public let levels: [ChannelLevel]?
    public let natures: [Nature]?
    public let categories: [Category]?

    public init(
        provinces: [Province]? = nil, levels: [ChannelLevel]? = nil, natures: [Nature]? = nil, categories: [Category]? = nil
    ) {
        self.provinces = provinces
        self.levels = levels
        self.natures = natures
        self.categories = categories
    }

    func matches(_ subject: ClockSubject) -> Bool {
        (provinces?.contains(subject.province) ?? true) && (levels?.contains(subject.level) ?? true)
            && (natures?.contains(subject.nature) ?? true) && (categories?.contains(subject.category) ?? true)
    }

    func faults(at path: String) -> [Fault] {
        let isEmpty = provinces == nil && levels == nil && natures == nil && categories == nil
        if isEmpty { return [Fault(field: path, problem: "has no condition", expected: "provinces, levels, natures or categories")] }
        return [
            ("provinces", provinces?.isEmpty), ("levels", levels?.isEmpty), ("natures", natures?.isEmpty),
            ("categories", categories?.isEmpty),
        ].filter { $0.1 == true }.map { Fault(field: "\(path).\($0.0)", problem: "is empty", expected: "at least one value") }
    }
}
