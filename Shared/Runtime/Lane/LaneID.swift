/// One partition number of a service's inputs that share a key: every row of state, timer and journal belongs to one lane.
public struct LaneID: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The lane group: the inputs that share a key, such as `line` or `complaint`.
    public let group: String
    /// The partition number; 0 to 999.
    public let number: Int32

    public init(group: String, number: Int32) {
        self.group = group
        self.number = number
    }

    public var description: String { "\(group)/\(number)" }

    public static func < (left: LaneID, right: LaneID) -> Bool {
        (left.group, left.number) < (right.group, right.number)
    }
}
