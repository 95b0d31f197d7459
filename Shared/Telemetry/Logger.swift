public import Foundation

/// Writes the log: constant messages, and metadata for all that varies.
///
/// A logger is a value: ``with(_:)`` makes one that knows more, and hands it down. Writing never throws and never waits for anything but
/// the sink.
public struct Logger: Sendable {
    /// Lines below this level are not written.
    public var level: LogLevel
    private let format: LogFormat
    private let sink: LogSink
    private let now: @Sendable () -> Date
    private var bound: [LogKey: LogValue] = [:]

    /// Makes a logger without metadata.
    ///
    /// - Parameters:
    ///   - now: the clock of the time stamps; the wall clock unless a test says otherwise.
    public init(
        level: LogLevel = .info, format: LogFormat = .json, sink: LogSink = .standardError,
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.level = level
        self.format = format
        self.sink = sink
        self.now = now
    }

    /// A logger that writes nothing.
    public static let silent = Logger(level: .error, sink: LogSink { _ in })

    /// A logger that adds this metadata to each line; a key bound before is replaced.
    public func with(_ metadata: [LogKey: LogValue]) -> Logger {
        var logger = self
        logger.bound.merge(metadata) { _, new in new }
        return logger
    }

    /// Writes a line, if its level is written at all; the metadata is worked out only then, and wins over what is bound.
    public func log(_ level: LogLevel, _ message: StaticString, _ metadata: @autoclosure () -> [LogKey: LogValue] = [:]) {
        guard level >= self.level else { return }
        let all = bound.merging(metadata()) { _, new in new }.sorted { $0.key < $1.key }
        let time = now().formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
        switch format {
        case .json:
            let pairs = all.map { ",\(LogValue.quoted($0.key.name)):\($0.value.json)" }.joined()
            let head = "{\"time\":\"\(time)\",\"level\":\"\(level.rawValue)\",\"message\":\(LogValue.quoted(message.description))"
            sink.write(head + pairs + "}\n")
        case .text:
            let name = level.rawValue.uppercased().padding(toLength: 7, withPad: " ", startingAt: 0)
            let pairs = all.map { " \($0.key.name)=\($0.value.word)" }.joined()
            sink.write("\(time) \(name) \(message)\(pairs)\n")
        }
    }

    /// What helps to find a fault, for the author.
    public func debug(_ message: StaticString, _ metadata: @autoclosure () -> [LogKey: LogValue] = [:]) {
        log(.debug, message, metadata())
    }

    /// Something an operator wants to know in the course of normal work.
    public func info(_ message: StaticString, _ metadata: @autoclosure () -> [LogKey: LogValue] = [:]) {
        log(.info, message, metadata())
    }

    /// Something an operator should look at; the service goes on.
    public func warning(_ message: StaticString, _ metadata: @autoclosure () -> [LogKey: LogValue] = [:]) {
        log(.warning, message, metadata())
    }

    /// Something is broken and needs an operator.
    public func error(_ message: StaticString, _ metadata: @autoclosure () -> [LogKey: LogValue] = [:]) {
        log(.error, message, metadata())
    }
}

/// How a line of the log is written.
public enum LogFormat: String, Sendable, CaseIterable {
    /// One JSON object a line, for machines: `time`, `level`, `message`, then the metadata by name.
    case json
    /// Words, for people: time, level, message, then `name=value`.
    case text
}

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
