import Synchronization

/// The metrics of one process, in the names and base units of Prometheus.
///
/// Asking for a metric makes it, or finds the one of the same name and labels; ask once and keep it, as raising it is cheap and asking is not.
/// A name that Prometheus does not allow, and one name for two kinds or with two sets of label names, are mistakes of the program and stop it.
public final class Metrics: Sendable {
    enum Kind: String {
        case counter, gauge, histogram
    }

    enum Series {
        case counter(Counter)
        case gauge(Gauge)
        case histogram(Histogram)
        /// A value that is looked up when the metrics are read; nil leaves it out.
        case reading(@Sendable () -> Double?)
    }

    struct Family {
        let kind: Kind
        let help: String
        var series: [MetricLabels: Series] = [:]
    }

    private let families = Mutex<[String: Family]>([:])

    /// Begins with no metrics.
    public init() {}

    /// A counter; its name ends in `_total`.
    public func counter(_ name: String, help: String, labels: [String: String] = [:]) -> Counter {
        precondition(name.hasSuffix("_total"), "the name of a counter ends in _total: \(name)")
        guard case .counter(let counter) = find(name, .counter, help, labels, make: { .counter(Counter()) }) else {
            preconditionFailure("\(name) is read from elsewhere")
        }
        return counter
    }

    /// A gauge.
    public func gauge(_ name: String, help: String, labels: [String: String] = [:]) -> Gauge {
        guard case .gauge(let gauge) = find(name, .gauge, help, labels, make: { .gauge(Gauge()) }) else {
            preconditionFailure("\(name) is read from elsewhere")
        }
        return gauge
    }

    /// A histogram.
    ///
    /// - Parameters:
    ///   - buckets: the upper bounds of the ranges, rising, in the unit of the name.
    public func histogram(
        _ name: String, help: String, labels: [String: String] = [:], buckets: [Double] = Histogram.secondsBuckets
    ) -> Histogram {
        guard case .histogram(let histogram) = find(name, .histogram, help, labels, make: { .histogram(Histogram(bounds: buckets)) }) else {
            preconditionFailure("\(name) is not a histogram")
        }
        return histogram
    }

    /// A gauge, or a counter when its name ends in `_total`, whose value is looked up whenever the metrics are read.
    ///
    /// - Parameters:
    ///   - reading: gives the value, or nil to leave the series out this time; may be called from any thread.
    public func read(_ name: String, help: String, labels: [String: String] = [:], _ reading: @escaping @Sendable () -> Double?) {
        let kind: Kind = name.hasSuffix("_total") ? .counter : .gauge
        _ = find(name, kind, help, labels, replaces: true, make: { .reading(reading) })
    }

    /// Takes one series out, such as that of a lane that another worker has now; raising it further shows nowhere.
    public func remove(_ name: String, labels: [String: String] = [:]) {
        families.withLock { _ = $0[name]?.series.removeValue(forKey: MetricLabels(labels)) }
    }

    /// All metrics in the text format of Prometheus, version 0.0.4 (`text/plain; version=0.0.4`), by name.
    public func render() -> String {
        let all = families.withLock { $0 }
        return all.sorted { $0.key < $1.key }.map { name, family in MetricText(name: name, family: family).text }.joined()
    }

    private func find(
        _ name: String, _ kind: Kind, _ help: String, _ labels: [String: String], replaces: Bool = false, make: () -> Series
    ) -> Series {
        precondition(MetricName.isMetric(name), "\(name) is not a name of a metric")
        let labels = MetricLabels(labels)
        return families.withLock { families in
            var family = families[name] ?? Family(kind: kind, help: help)
            precondition(family.kind == kind, "\(name) is a \(family.kind) already")
            precondition(family.series.keys.first.map { $0.names == labels.names } ?? true, "\(name) has other labels already")
            if !replaces, let series = family.series[labels] { return series }
            let series = make()
            family.series[labels] = series
            families[name] = family
            return series
        }
    }
}
