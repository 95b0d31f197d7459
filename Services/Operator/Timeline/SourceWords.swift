/// Where a rule or a figure comes from, as people read it: the policy's word for a figure that no source has confirmed is no sentence.
enum SourceWords {
    private static let word = "unconfirmed"

    /// `rule S106; the figure is not confirmed by the source yet` for `S106; the figure is unconfirmed`.
    static func text(_ source: String) -> String {
        if source == word { return "no rule of the source; the operator's own figure, to be confirmed" }
        return source.replacing("is \(word)", with: "is not confirmed by the source yet")
            .replacing(word, with: "not confirmed by the source yet")
    }
}
