/// By what a report's figures are split (S091, S111).
public enum ReportDimension: String, Codable, CodingKeyRepresentable, Sendable, CaseIterable, Comparable {
    /// Ordinary, repeat, major, within provincial, group-level and appeal (S121, S122).
    case `class`
    /// The unit that had it last.
    case unit
    case channel
    case province
    case category

    public static func < (left: ReportDimension, right: ReportDimension) -> Bool { left.rawValue < right.rawValue }
}
