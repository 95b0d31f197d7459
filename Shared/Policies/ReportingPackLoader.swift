public import Domain
public import Foundation
public import Reporting

/// The files of a pack that only people's reports are drawn by: no service reads them, so a fault in them stops none.
public struct ReportingPack: Sendable {
    public let reports: ReportPolicy
    public let retention: RetentionPolicy
    public let quality: QualityPolicy
}

/// Reads them, and checks that they are of the pack's version.
public enum ReportingPackLoader {
    /// Reads and checks them.
    ///
    /// - Throws: a `PolicyError` with every fault found, each with its file and, where there is one, its line.
    public static func load(directory: URL) throws(PolicyError) -> ReportingPack {
        try PolicyFolder.check(directory)
        var reader = PolicyReader(directory: directory)
        // The first file read sets the version that the others must have.
        let intake = reader.read(IntakePolicy.self, "intake.yaml")
        let reports = reader.read(ReportPolicy.self, "reports.yaml")
        let retention = reader.read(RetentionPolicy.self, "retention.yaml")
        let quality = reader.read(QualityPolicy.self, "quality.yaml")
        reader.place(reports?.policy.faults() ?? [], in: [reports?.tree])
        reader.place(retention?.policy.faults() ?? [], in: [retention?.tree])
        reader.place(quality?.policy.faults() ?? [], in: [quality?.tree])
        if let reports, let intake {
            reader.place(faults(of: reports.policy, categories: Set(intake.policy.categories.map(\.code))), in: [reports.tree])
        }
        if let retention, let intake {
            reader.place(retention.policy.faults(repeatWindow: intake.policy.repeatWindow.value), in: [retention.tree])
        }
        guard reader.faults.isEmpty, let reports, let retention, let quality else { throw PolicyError(reader.faults) }
        return ReportingPack(reports: reports.policy, retention: retention.policy, quality: quality.policy)
    }

    private static func faults(of policy: ReportPolicy, categories: Set<Domain.Category>) -> [Fault] {
        policy.appealClasses.enumerated().compactMap { index, rule in
            categories.contains(rule.category)
                ? nil
                : Fault(
                    field: "appealClasses[\(index)].category", problem: "is not a category of intake.yaml", expected: "one of its codes")
        }
    }
}
