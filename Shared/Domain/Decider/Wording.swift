/// How refusals word things, so that all of them do it in one way.
enum Wording {
    /// `archive`, `archive or accept`, `archive, accept or hold`.
    static func either(_ words: [String]) -> String {
        guard words.count > 1, let last = words.last else { return words.first ?? "nothing" }
        return words.dropLast().joined(separator: ", ") + " or " + last
    }
}
