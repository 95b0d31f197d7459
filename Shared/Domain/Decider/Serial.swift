/// A number that its lane gives out once and never again: what numbers of complaints, work orders and claims are made from.
public struct Serial: Hashable, Sendable {
    /// The lane, 0 to 999.
    public let lane: Int
    /// Rises with each decided input of the lane; from 1.
    public let number: Int64

    public init(lane: Int, number: Int64) {
        self.lane = lane
        self.number = number
    }

    /// `003000127`: three digits of the lane, then at least six of the number.
    public var digits: String {
        Self.padded(String(lane), to: 3) + Self.padded(String(number), to: 6)
    }

    private static func padded(_ text: String, to width: Int) -> String {
        String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }
}
