/// One figure that two packs have otherwise, or one element of a list that only one of them has.
public struct PolicyDifference: Hashable, Sendable {
    public enum Change: String, Encodable, Sendable {
        case added, removed, changed
        /// The same value, from another source.
        case resourced
    }

    public let change: Change
    /// `nil` where the pack does not have it; an element of a list as a whole.
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
        var added = OneSided(new, missingIn: old)
        for figure in after {
            guard let former = known[Key(figure)] else {
                if let whole = added.whole(of: figure) { found.append(PolicyDifference(change: .added, old: nil, new: whole)) }
                continue
            }
            if former.value != figure.value {
                found.append(PolicyDifference(change: .changed, old: former, new: figure))
            } else if former.source != figure.source {
                found.append(PolicyDifference(change: .resourced, old: former, new: figure))
            }
        }
        var removed = OneSided(old, missingIn: new)
        for figure in before where !kept.contains(Key(figure)) {
            if let whole = removed.whole(of: figure) { found.append(PolicyDifference(change: .removed, old: whole, new: nil)) }
        }
        return found
    }

    /// The elements of lists that one pack has and the other does not: each is one difference, however many figures it has.
    private struct OneSided {
        private let own: [Key: PolicyFigure]
        private var seen: Set<Key> = []

        init(_ figures: PolicyFigures, missingIn other: PolicyFigures) {
            let others = Set(other.entries.map(Key.init))
            own = Dictionary(figures.entries.map { (Key($0), $0) }.filter { !others.contains($0.0) }) { first, _ in first }
        }

        /// The outermost element that a figure stands in and the other pack lacks; the figure itself where there is none, and `nil` where the
        /// element was given before.
        mutating func whole(of figure: PolicyFigure) -> PolicyFigure? {
            let entry = figure.entries.compactMap { own[Key(file: figure.file, key: $0)] }.first
            guard let entry else { return figure }
            return seen.insert(Key(entry)).inserted ? entry : nil
        }
    }

    private struct Key: Hashable {
        let file: String
        let key: String

        init(_ figure: PolicyFigure) { self.init(file: figure.file, key: figure.key) }

        init(file: String, key: String) {
            self.file = file
            self.key = key
        }
    }
}
