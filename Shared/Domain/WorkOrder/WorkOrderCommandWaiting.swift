/// A command came for a complaint that is not registered: it waits, as topics have no order among them, and its sender is told so.
public struct WorkOrderCommandWaiting: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    /// The CloudEvents type, source and id of the command.
    public let commandType: String
    public let commandSource: String
    public let commandID: String
    /// When it is refused, unless the complaint is registered before.
    public let until: Instant
    public let at: Instant
}
