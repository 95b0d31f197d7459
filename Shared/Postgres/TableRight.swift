/// One of the rights to a table's rows that a role can be given.
public enum TableRight: String, Sendable, CaseIterable {
    case select = "SELECT"
    case insert = "INSERT"
    case update = "UPDATE"
    case delete = "DELETE"
}
