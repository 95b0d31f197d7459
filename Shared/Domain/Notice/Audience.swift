/// Who a message is for.
public enum Audience: String, Codable, Sendable, CaseIterable {
    case customer
    case staff
}
