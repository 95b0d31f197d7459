/// How many there are of something, in words that agree with the number.
public enum CountText {
    /// The number and its noun: `1 fault`, `2 faults`, `0 faults`.
    ///
    /// - Parameters:
    ///   - one: the noun for one of them.
    ///   - many: the noun for any other number, where it is not the first with an `s`: `copies`.
    public static func text(_ count: some BinaryInteger, _ one: String, _ many: String? = nil) -> String {
        "\(count) \(noun(count, one, many))"
    }

    /// The noun alone, where the number is written otherwise: with separators, or before other words.
    public static func noun(_ count: some BinaryInteger, _ one: String, _ many: String? = nil) -> String {
        count == 1 ? one : many ?? one + "s"
    }
}
