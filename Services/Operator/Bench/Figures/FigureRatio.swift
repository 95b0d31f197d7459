/// One figure of two releases that were measured in turn.
struct FigureRatio: Equatable {
    let name: String
    let unit: BenchFigure.Unit
    /// The middle of what this release gave, and of what the other gave.
    let this: Double
    let other: Double
    /// This release's figure divided by the other's, turn by turn: the middle, the least and the most.
    let ratio: Double
    let minimum: Double
    let maximum: Double

    /// - Parameter pairs: the figure of this release and of the other, one pair a turn.
    /// - Returns: `nil` where no turn has a ratio, since the other's figure was 0 each time.
    init?(_ name: String, _ unit: BenchFigure.Unit, pairs: [(this: Double, other: Double)]) {
        let ratios = pairs.filter { $0.other != 0 }.map { $0.this / $0.other }
        guard let minimum = ratios.min(), let maximum = ratios.max() else { return nil }
        self.name = name
        self.unit = unit
        this = Middle.of(pairs.map(\.this))
        other = Middle.of(pairs.map(\.other))
        ratio = Middle.of(ratios)
        self.minimum = minimum
        self.maximum = maximum
    }

    /// The ratio of each figure that both releases have, in the order of this one's.
    static func all(_ turns: [(this: [BenchFigure], other: [BenchFigure])]) -> [FigureRatio] {
        var order: [BenchFigure] = []
        var pairs: [String: [(this: Double, other: Double)]] = [:]
        for turn in turns {
            let others = Dictionary(turn.other.map { ($0.name, $0.value) }) { first, _ in first }
            for figure in turn.this {
                guard let other = others[figure.name] else { continue }
                if pairs[figure.name] == nil { order.append(figure) }
                pairs[figure.name, default: []].append((figure.value, other))
            }
        }
        return order.compactMap { FigureRatio($0.name, $0.unit, pairs: pairs[$0.name] ?? []) }
    }
}
