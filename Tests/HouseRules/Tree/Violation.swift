/// One breach of a house rule: where it stands, and what to do instead.
struct Violation: Equatable, CustomStringConvertible {
    let path: String
    /// The line, counted from 1; nil when the breach is the file's as a whole.
    let line: Int?
    let message: String

    var description: String {
        guard let line else { return "\(path): \(message)" }
        return "\(path):\(line): \(message)"
    }
}
