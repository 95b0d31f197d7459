/// One figure with what overrides it, and what holds in a province.
public struct FigureExplanation: Sendable {
    /// The figure for all complaints; `nil` where only overrides have it.
    public let base: PolicyFigure?
    public let overrides: [PolicyFigure]
    /// What holds for the province asked about, and for all where none was.
    public let holds: PolicyFigure?

    /// Brings each figure together with its overrides, in the figures' order.
    ///
    /// - Parameter province: the province whose value is asked for, such as `CN-HA`.
    public static func all(of figures: [PolicyFigure], province: String?) -> [FigureExplanation] {
        var keys: [String] = []
        var known: Set<String> = []
        for figure in figures where known.insert(figure.overridden).inserted { keys.append(figure.overridden) }
        let groups = Dictionary(grouping: figures, by: \.overridden)
        return keys.map { key in
            let group = groups[key] ?? []
            let base = group.first { $0.condition == nil }
            let overrides = group.filter { $0.condition != nil }
            let own = province.flatMap { province in overrides.last { $0.condition?.isFor(province: province) == true } }
            return FigureExplanation(base: base, overrides: overrides, holds: own ?? base)
        }
    }
}
