import CommandLine

/// What one part of a run has found beside throughput and latency: figures under a title.
struct BenchFinding: Equatable {
    let title: String
    let figures: [BenchFigure]
    /// What a reader has to know to understand the figures, in whole sentences.
    var notes: [String] = []

    /// The table for a person.
    var text: String {
        var table = TextTable([title, "", ""], alignments: [.left, .right, .left])
        for figure in figures { table.add([figure.name, figure.shown, figure.unit.rawValue]) }
        return table.render() + notes.map { $0 + "\n" }.joined()
    }
}
