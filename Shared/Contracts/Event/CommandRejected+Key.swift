internal import Domain

extension CommandRejected {
    /// The complaint, or who sent the command where no complaint could be read.
    var key: String { complaint.rawValue.isEmpty ? commandSource : complaint.rawValue }
}
