public import Domain
public import Foundation
public import Reporting

/// A period's report was published, on `redress.reports` (S013, S113, S138).
public struct ReportPublished: Hashable, Sendable {
    public static let wireType = "redress.report.published.v1"

    /// Its counts, from which reports can be put together.
    public let report: Report
    /// The metrics calculated from them, each with its formula.
    public let metrics: [Metric]
    public let publishedAt: Instant
    /// Who published it; `nil` where a schedule did.
    public let by: ActorID?

    /// One metric, so that a reader needs no formula.
    public struct Metric: Hashable, Sendable {
        public let code: String
        public let formula: String
        /// With two digits after the point; `nil` where there is nothing to take a share of.
        public let value: String?

        public init(code: String, formula: String, value: String?) {
            self.code = code
            self.formula = formula
            self.value = value
        }
    }

    public init(report: Report, metrics: [Metric], publishedAt: Instant, by: ActorID?) {
        self.report = report
        self.metrics = metrics
        self.publishedAt = publishedAt
        self.by = by
    }

    /// The report's period and provinces, such as `2026-10/CN-JS`: a later report of the same key replaces an earlier one.
    public var key: String { report.period.description + "/" + report.provinces.map(\.rawValue).joined(separator: "+") }

    /// The event's data.
    public func encodeData(with coder: WireCoder) -> Data { coder.encode(self) }

    /// Reads the event's data; `nil` for another type.
    ///
    /// - Throws: a `Fault` with the path of what is missing or wrong.
    public static func decode(type: String, data: Data, with coder: WireCoder) throws(Fault) -> ReportPublished? {
        type == wireType ? try coder.decode(ReportPublished.self, from: data) : nil
    }
}

extension ReportPublished: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        report = try fields.required("report")
        metrics = try fields.required("metrics")
        publishedAt = try fields.required("publishedAt")
        by = try fields.optional("by")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("report", report)
        writer.write("metrics", metrics)
        writer.write("publishedAt", publishedAt)
        writer.write("by", by)
    }
}

extension ReportPublished.Metric: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        code = try fields.required("code")
        formula = try fields.required("formula")
        value = try fields.optional("value")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("code", code)
        writer.write("formula", formula)
        writer.write("value", value)
    }
}
