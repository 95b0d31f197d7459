import Foundation
import Synchronization

/// Where the lines of the log go.
public struct LogSink: Sendable {
    /// Takes one whole line, its line break included; may be called from any thread.
    let write: @Sendable (String) -> Void

    /// A sink that hands each line, its line break included, to a function that may be called from any thread.
    public init(_ write: @escaping @Sendable (String) -> Void) {
        self.write = write
    }

    /// Writes each line to the standard error in one piece, so that lines of several threads never mix.
    public static let standardError = LogSink { line in
        lock.withLock { _ in
            do {
                try FileHandle.standardError.write(contentsOf: Data(line.utf8))
            } catch {
                // The log is the place to report to; when it is gone there is none, and the work goes on.
            }
        }
    }

    private static let lock = Mutex(())
}
