/// One value a policy file sets, with where it comes from.
public struct PolicyFigure: Hashable, Sendable {
    /// The file's name, such as `clocks.yaml`.
    public let file: String
    /// From 1.
    public let line: Int
    /// The way to it, elements of lists by their names: `clocks.answer.allowance`, `intake.repeatWindow`.
    public let key: String
    /// As the file writes it, in one line.
    public let value: String
    /// Its own source, or that of the entry it stands in; `nil` where the file gives none.
    public let source: String?
    /// For which complaints alone it holds, such as `provinces: [CN-HA]`; `nil` for all.
    public let condition: PolicyFigureCondition?
    /// The keys of the elements of lists that it stands in, the outermost first.
    let entries: [String]

    /// The key of the figure it overrides; its own where it overrides none.
    public var overridden: String { condition?.overridden ?? key }

    /// The names in a figure's source: `S014`, `Order 35`, `Civil Code`.
    public var citations: [Citation] { source.map(Citation.all) ?? [] }
}

/// For which complaints an override holds, and what it overrides.
public struct PolicyFigureCondition: Hashable, Sendable {
    /// By the condition's names, such as `provinces`.
    public let values: [String: [String]]
    /// The key of the figure it replaces.
    public let overridden: String

    /// `provinces: CN-HA`.
    public var text: String {
        values.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.joined(separator: ", "))" }.joined(separator: "; ")
    }

    /// Whether it speaks of a province alone.
    public func isFor(province: String) -> Bool { values.count == 1 && values["provinces"]?.contains(province) == true }
}
