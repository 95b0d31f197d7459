/// How much a line of the log matters; `info` and above speak to the operator, what is below to the author.
public enum LogLevel: String, Sendable, CaseIterable, Comparable {
    case trace, debug, info, warning, error

    /// Orders levels from `trace` up to `error`.
    public static func < (left: LogLevel, right: LogLevel) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .trace: 0
        case .debug: 1
        case .info: 2
        case .warning: 3
        case .error: 4
        }
    }
}
