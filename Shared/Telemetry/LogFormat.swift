/// How a line of the log is written.
public enum LogFormat: String, Sendable, CaseIterable {
    /// One JSON object a line, for machines: `time`, `level`, `message`, then the metadata by name.
    case json
    /// Words, for people: time, level, message, then `name=value`.
    case text
}
