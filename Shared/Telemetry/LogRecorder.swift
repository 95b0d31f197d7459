import Synchronization

/// Keeps the lines of a log in memory, for tests.
public final class LogRecorder: Sendable {
    private let kept = Mutex<[String]>([])

    /// Begins with no lines.
    public init() {}

    /// The lines so far, without their line breaks.
    public var lines: [String] { kept.withLock { $0 } }

    /// The sink to give to a ``Logger``.
    public var sink: LogSink {
        LogSink { line in self.kept.withLock { $0.append(String(line.dropLast())) } }
    }
}
