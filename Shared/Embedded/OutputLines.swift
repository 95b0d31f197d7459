internal import Foundation
internal import Glibc

/// The lines a child process has written to one of its outputs, as far as they were read.
public final class OutputLines: Sendable {
    private struct Contents: Sendable {
        /// The newest lines, at most `OutputLines.kept`.
        var lines: [String] = []
        /// Lines dropped at the front.
        var dropped = 0
        var isAtEnd = false
    }

    private static let kept = 20_000
    private let contents = Monitor(Contents())

    /// Reads the descriptor to its end on a thread of its own, and closes it.
    init(reading descriptor: Int32) {
        let contents = contents
        let thread = Thread { Self.read(descriptor, into: contents) }
        thread.name = "child output"
        thread.start()
    }

    /// The lines kept so far.
    public var all: [String] { contents.update { $0.lines } }

    /// Waits for a line, among those already there too; `nil` when there is none by the deadline or the output has ended.
    public func first(within seconds: Double, where matches: (String) -> Bool) -> String? {
        var looked = 0
        let found: String?? = contents.wait(until: Date(timeIntervalSinceNow: seconds)) { contents in
            let start = max(0, looked - contents.dropped)
            if start < contents.lines.count, let line = contents.lines[start...].first(where: matches) { return .some(line) }
            looked = contents.dropped + contents.lines.count
            return contents.isAtEnd ? .some(nil) : nil
        }
        return found ?? nil
    }

    /// Waits until the output has ended: the child and all that share the descriptor have closed it.
    @discardableResult
    public func waitForEnd(within seconds: Double) -> Bool {
        contents.wait(until: Date(timeIntervalSinceNow: seconds)) { $0.isAtEnd ? true : nil } ?? false
    }

    private static func read(_ descriptor: Int32, into contents: Monitor<Contents>) {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        var partial = Data()
        while true {
            let count = unsafe Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            // An end and a broken pipe come to the same here: nothing more can be read.
            guard count > 0 else { break }
            partial.append(contentsOf: buffer[..<count])
            guard let lastBreak = partial.lastIndex(of: 10) else { continue }
            let whole = partial[partial.startIndex..<lastBreak]
            let lines = whole.split(separator: 10, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
            partial = Data(partial[(lastBreak + 1)...])
            contents.update { contents in
                contents.lines.append(contentsOf: lines)
                let surplus = contents.lines.count - kept
                guard surplus > 0 else { return }
                contents.lines.removeFirst(surplus)
                contents.dropped += surplus
            }
        }
        close(descriptor)
        contents.update { contents in
            if !partial.isEmpty { contents.lines.append(String(decoding: partial, as: UTF8.self)) }
            contents.isAtEnd = true
        }
    }
}
