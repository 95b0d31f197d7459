/// The codes that a finding of liability may name: those of the policy in force and of the versions that complaints are still held to.
///
/// Who gives a code that nobody knows is told so at once, and not by compensation that nothing can be calculated.
public struct FindingVocabulary: Sendable, Equatable {
    /// In the policies' order, each once.
    public let grounds: [String]
    public let figures: [String]
    public let circumstances: [String]

    public init(_ policies: [CompensationPolicy]) {
        let tariffs = policies.flatMap(\.tariffs)
        grounds = Self.unique(tariffs.map(\.ground))
        figures = Set(tariffs.flatMap(\.figures)).union(policies.flatMap { $0.offsets?.value ?? [] })
            .union(policies.flatMap { ($0.figures ?? []).map(\.name) }).sorted()
        circumstances = Set(tariffs.flatMap(\.circumstances)).sorted()
    }

    /// What is wrong with what a finding names; `nil` where all of it is known.
    public func fault(ground: String?, particulars: Particulars?) -> Fault? {
        if let ground, !grounds.contains(ground) {
            return Fault(
                field: "data.ground", problem: "is not a ground of the compensation policy", expected: "one of \(Self.list(grounds))")
        }
        for figure in particulars?.figures ?? [] where !figures.contains(figure.name) {
            return Fault(
                field: "data.figures", problem: "names a figure that the compensation policy does not know",
                expected: "one of \(Self.list(figures))")
        }
        for circumstance in particulars?.circumstances ?? [] where !circumstances.contains(circumstance) {
            return Fault(
                field: "data.circumstances", problem: "names a circumstance that the compensation policy does not know",
                expected: "one of \(Self.list(circumstances))")
        }
        return nil
    }

    private static func list(_ words: [String]) -> String { words.joined(separator: ", ") }

    private static func unique(_ words: [String]) -> [String] {
        var seen: Set<String> = []
        return words.filter { seen.insert($0).inserted }
    }
}
