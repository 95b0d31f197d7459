/// What an event has to do with others, as CloudEvents' extension of that name says it.
public struct Correlation: Hashable, Sendable {
    /// The flow it belongs to: the id of the event that began it, or what that one's sender gave.
    public let id: String?
    /// The id of the event that directly caused it; `nil` where time did.
    public let cause: String?

    public static let none = Correlation(id: nil, cause: nil)

    public init(id: String?, cause: String?) {
        self.id = id
        self.cause = cause
    }
}
