import Foundation

/// The process's standard output or standard error.
public enum StandardStream: Int32, Sendable {
    case output = 1
    case errors = 2

    /// Writes a text as it is. A stream that nobody reads any more has nowhere to say so, and the text is dropped.
    public func write(_ text: String) {
        let handle = self == .output ? FileHandle.standardOutput : FileHandle.standardError
        do {
            try handle.write(contentsOf: Data(text.utf8))
        } catch {
            // There is no other place to report to.
        }
    }
}
