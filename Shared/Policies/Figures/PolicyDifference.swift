/// One figure that two packs have otherwise.
public struct PolicyDifference: Hashable, Sendable {
    public enum Change: String, Encodable, Sendable {
        case added, removed, changed
        /// The same value, from another source.
        case resourced
    }

    public let change: Change
    /// `nil` where the pack does not have it.
    public let old: PolicyFigure?
    public let new: PolicyFigure?

    /// The figure's key.
    public var key: String { (new ?? old)?.key ?? "" }
    public var file: String { (new ?? old)?.file ?? "" }

    /// All differences, file by file in the order of the new pack, what is gone last.
    ///
    /// Only the files that both packs have are compared where `sharedOnly` is set: an earlier version keeps its clocks and calendars alone.
    public static func between(_ old: PolicyFigures, _ new: PolicyFigures, sharedOnly: Bool = false) -> [PolicyDifference] {
        let files = Set(old.heads.keys).intersection(new.heads.keys)
        let before = old.figures.filter { !sharedOnly || files.contains($0.file) }
        let after = new.figures.filter { !sharedOnly || files.contains($0.file) }
        let known = Dictionary(before.map { (Key($0), $0) }) { first, _ in first }
        let kept = Set(after.map(Key.init))
        var found: [PolicyDifference] = []
        for figure in after {
            guard let former = known[Key(figure)] else {
                found.append(PolicyDifference(change: .added, old: nil, new: figure))
                continue
            }
            if former.value != figure.value {
                found.append(PolicyDifference(change: .changed, old: former, new: figure))
            } else if former.source != figure.source {
                found.append(PolicyDifference(change: .resourced, old: former, new: figure))
            }
        }
        return found + before.filter { !kept.contains(Key($0)) }.map { PolicyDifference(change: .removed, old: $0, new: nil) }
    }

    private struct Key: Hashable {
        let file: String
        let key: String

        init(_ figure: PolicyFigure) {
            file = figure.file
            key = figure.key
        }
    }
}
