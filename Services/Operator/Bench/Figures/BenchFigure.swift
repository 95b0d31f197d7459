import Foundation

/// One figure that was measured, by the name that comparisons and thresholds know it by, such as `all.cpu.broker`.
struct BenchFigure: Equatable {
    /// What it is measured in.
    enum Unit: String {
        case perSecond = "/s"
        case microseconds = "µs"
        case milliseconds = "ms"
        case seconds = "s"
        case mebibytes = "MiB"
        case percent = "%"
        /// One figure divided by another.
        case times = "×"
    }

    let name: String
    let value: Double
    let unit: Unit

    init(_ name: String, _ value: Double, _ unit: Unit) {
        self.name = name
        self.value = value
        self.unit = unit
    }
}

extension BenchFigure {
    /// The value as a person reads it: as many digits as it is good for.
    var shown: String { Self.shown(value) }

    /// Three digits that count, and all those before the point.
    static func shown(_ value: Double) -> String {
        let digits =
            switch abs(value) {
            case ..<0.1: 4
            case ..<10: 3
            case ..<100: 1
            default: 0
            }
        return FixedText.of(value, digits)
    }
}

/// A number with so many digits after the point.
enum FixedText {
    static func of(_ number: Double, _ digits: Int) -> String { String(format: "%.\(digits)f", number) }
}
