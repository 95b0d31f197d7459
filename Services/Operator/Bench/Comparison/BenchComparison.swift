import CommandLine
import JSON

/// The figures of two releases that were measured in turn, and their ratios.
struct BenchComparison {
    let plan: BenchPlan
    let broker: DeployedBroker.Kind
    /// The folder of the other release's executables.
    let against: String
    var turns: [(this: [BenchFigure], other: [BenchFigure])] = []

    var ratios: [FigureRatio] { FigureRatio.all(turns) }

    /// Of each figure of this release the middle of the turns.
    var figures: [BenchFigure] {
        (turns.first?.this ?? []).map { figure in
            let all = turns.compactMap { turn in turn.this.first { $0.name == figure.name }?.value }
            return BenchFigure(figure.name, Middle.of(all), figure.unit)
        }
    }
}

extension BenchComparison {
    /// The report for a person.
    var text: String {
        var table = TextTable(
            ["figure", "this", "other", "", "this / other", "least", "most"],
            alignments: [.left, .right, .right, .left, .right, .right, .right])
        for ratio in ratios {
            table.add(
                [ratio.name, BenchFigure.shown(ratio.this), BenchFigure.shown(ratio.other), ratio.unit.rawValue]
                    + [ratio.ratio, ratio.minimum, ratio.maximum].map { FixedText.of($0, 3) })
        }
        return BenchReport.heading(plan, broker)
            + "\nThis release and that of \(against) in turn, \(turns.count) time(s); of each the middle.\n\n" + table.render()
    }

    /// The report as one JSON object.
    var json: String {
        var writer = JSONWriter()
        writer.beginObject()
        BenchReport.writeHeading(plan, broker, &writer)
        writer.member("against", against)
        writer.member("turns", turns.count)
        writer.name("ratios")
        writer.beginObject()
        for ratio in ratios {
            writer.name(ratio.name)
            writer.beginObject()
            writer.member("unit", ratio.unit.rawValue)
            for (name, value) in [
                ("this", ratio.this), ("other", ratio.other), ("ratio", ratio.ratio), ("minimum", ratio.minimum),
                ("maximum", ratio.maximum),
            ] {
                writer.name(name)
                writer.value(BenchReport.rounded(value))
            }
            writer.endObject()
        }
        writer.endObject()
        writer.endObject()
        return String(decoding: writer.data, as: UTF8.self)
    }
}
