/// One metric in the text format of Prometheus.
struct MetricText {
    let name: String
    let family: Metrics.Family

    /// The metric's lines; nothing when no series has a value.
    var text: String {
        let samples = family.series.sorted { $0.key < $1.key }.map(lines).joined()
        guard !samples.isEmpty else { return "" }
        let help = family.help.split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "\\\\")
            .split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\\n")
        return "# HELP \(name) \(help)\n# TYPE \(name) \(family.kind.rawValue)\n" + samples
    }

    private func lines(_ labels: MetricLabels, _ series: Metrics.Series) -> String {
        switch series {
        case .counter(let counter): "\(name)\(labels.text()) \(Self.number(counter.value))\n"
        case .gauge(let gauge): "\(name)\(labels.text()) \(Self.number(gauge.value))\n"
        case .reading(let reading): reading().map { "\(name)\(labels.text()) \(Self.number($0))\n" } ?? ""
        case .histogram(let histogram): lines(labels, histogram)
        }
    }

    private func lines(_ labels: MetricLabels, _ histogram: Histogram) -> String {
        let snapshot = histogram.snapshot
        var total: UInt64 = 0
        var text = ""
        for (bound, count) in zip(histogram.bounds + [.infinity], snapshot.counts) {
            total += count
            text += "\(name)_bucket\(labels.text(and: ("le", Self.number(bound)))) \(total)\n"
        }
        return text + "\(name)_sum\(labels.text()) \(Self.number(snapshot.sum))\n\(name)_count\(labels.text()) \(total)\n"
    }

    private static func number(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
        return Int64(exactly: value).map { "\($0)" } ?? "\(value)"
    }
}
