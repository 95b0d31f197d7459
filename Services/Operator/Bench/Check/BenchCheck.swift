/// A run's figures held to thresholds.
struct BenchCheck {
    enum Verdict: Equatable {
        case kept(Double)
        case missed(Double)
        /// The run has not measured it.
        case notMeasured
    }

    /// What was found of one threshold.
    struct Answer: Equatable {
        let name: String
        let bound: BenchThresholds.Bound
        let verdict: Verdict
    }

    let answers: [Answer]

    /// - Parameters:
    ///   - ratios: those to another release; empty where none was measured.
    ///   - figures: those of this release.
    init(_ thresholds: BenchThresholds, ratios: [FigureRatio], figures: [BenchFigure]) {
        let ratioValues = Dictionary(ratios.map { ($0.name, $0.ratio) }) { first, _ in first }
        let figureValues = Dictionary(figures.map { ($0.name, $0.value) }) { first, _ in first }
        answers =
            (thresholds.ratios ?? []).map { Self.answer($0, "\($0.figure), this / other", ratioValues[$0.figure]) }
            + (thresholds.figures ?? []).map { Self.answer($0, $0.figure, figureValues[$0.figure]) }
    }

    /// Whether all that was measured is within its bounds, and something was measured.
    var isKept: Bool {
        answers.allSatisfy { answer in
            switch answer.verdict {
            case .kept, .notMeasured: true
            case .missed: false
            }
        } && answers.contains { $0.verdict != .notMeasured }
    }

    /// One line a threshold.
    var text: String { answers.map { $0.text + "\n" }.joined() }

    private static func answer(_ bound: BenchThresholds.Bound, _ name: String, _ value: Double?) -> Answer {
        guard let value else { return Answer(name: name, bound: bound, verdict: .notMeasured) }
        let isWithin = value >= bound.atLeast ?? -.infinity && value <= bound.atMost ?? .infinity
        return Answer(name: name, bound: bound, verdict: isWithin ? .kept(value) : .missed(value))
    }
}

extension BenchCheck.Answer {
    /// Such as `missed   all.cpu.broker, this / other: 0.712, expected at most 0.6`.
    var text: String {
        let bounds = [bound.atLeast.map { "at least \(Self.number($0))" }, bound.atMost.map { "at most \(Self.number($0))" }]
        let expected = "expected " + bounds.compactMap(\.self).joined(separator: " and ")
        return switch verdict {
        case .kept(let value): "kept          \(name): \(BenchFigure.shown(value)), \(expected)"
        case .missed(let value): "missed        \(name): \(BenchFigure.shown(value)), \(expected)"
        case .notMeasured: "not measured  \(name): \(expected)"
        }
    }

    /// As it stands in the file.
    private static func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? FixedText.of(value, 0) : "\(value)"
    }
}
