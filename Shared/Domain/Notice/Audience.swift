/// Who a message is for.
public enum Audience: String, DocumentWord, Sendable, CaseIterable {
    case customer
    case staff
}
