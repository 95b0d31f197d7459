/// Finds the name somebody meant, for "did you mean" in faults about options and keys.
public enum NearestName {
    /// The candidate nearest to a misspelt name, or nil when none is near: at most a third of its letters differ.
    ///
    /// A letter put in, left out, changed, or swapped with its neighbour counts as one difference.
    public static func suggestion(for name: String, among candidates: some Sequence<String>) -> String? {
        let given = Array(name.lowercased())
        let limit = max(1, given.count / 3)
        let ranked = candidates.map { ($0, distance(given, Array($0.lowercased()))) }
        guard let best = ranked.min(by: { $0.1 < $1.1 }), best.1 <= limit else { return nil }
        return best.0
    }

    /// The optimal string alignment distance of two words.
    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for (row, letter) in left.enumerated() {
            var current = [row + 1]
            for (column, other) in right.enumerated() {
                var best = min(last[column + 1] + 1, current[column] + 1, last[column] + (letter == other ? 0 : 1))
                if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
                    best = min(best, beforeLast[column - 1] + 1)
                }
                current.append(best)
            }
            (beforeLast, last) = (last, current)
        }
        return last[right.count]
    }
}
