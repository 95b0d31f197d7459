import CommandLine
import Contracts
import Domain
import Foundation
import Kafka
import Reporting
import Runtime

/// Reads the fact topics through, from a time on to their ends, and says how far it is.
enum FactReading {
    /// How many messages are held at a time, whatever the topics hold.
    private static let portion = 5_000
    /// How long the brokers may say nothing before reading is given up.
    private static let timeoutMilliseconds = 60_000

    /// - Parameters:
    ///   - start: the time from which facts are wanted; the beginning where clocks run fast, since messages then carry other times than events.
    ///   - isQuiet: whether nobody is told how far it is.
    /// - Throws: a `KafkaError` where no broker answers, or one falls silent before the end.
    static func feed(from start: Instant, asOf: Instant, _ arguments: Arguments, isQuiet: Bool) throws -> FactFeed {
        let reader = try KafkaReader(
            ServiceSettings.kafka(arguments, clientID: "redress-report"), topics: FactFeed.topics.map(\.name),
            from: arguments.string("clock") == nil ? .timestamp(milliseconds: max(0, start.milliseconds)) : .beginning)
        var feed = FactFeed(asOf: asOf)
        var progress = ReadingProgress(isQuiet: isQuiet)
        while !reader.partitions.allSatisfy({ reader.ended.contains($0) || feed.passed.contains($0) }) {
            let messages = try reader.next(limit: portion, timeoutMilliseconds: timeoutMilliseconds)
            if messages.isEmpty, !reader.isAtEnd {
                throw KafkaError(code: silence, context: "read the topics of facts to their end")
            }
            for message in messages { feed.take(message) }
            progress.show(feed)
        }
        progress.finish(feed)
        return feed
    }

    /// librdkafka's code for a time that ran out.
    private static let silence: Int32 = -185
}

/// Says on the standard error how far reading is.
struct ReadingProgress {
    private let isQuiet: Bool
    private let terminal = Terminal(.errors)
    private var next: ContinuousClock.Instant

    init(isQuiet: Bool) {
        self.isQuiet = isQuiet
        next = .now.advanced(by: .seconds(1))
    }

    /// A line a second on a terminal, one in ten seconds elsewhere.
    mutating func show(_ feed: FactFeed) {
        guard !isQuiet, ContinuousClock.now >= next else { return }
        next = .now.advanced(by: .seconds(terminal.isTerminal ? 1 : 10))
        StandardStream.errors.write(terminal.isTerminal ? "\r\(Self.text(feed))\u{1B}[K" : Self.text(feed) + "\n")
    }

    func finish(_ feed: FactFeed) {
        if !isQuiet {
            StandardStream.errors.write((terminal.isTerminal ? "\r" : "") + Self.text(feed) + (terminal.isTerminal ? "\u{1B}[K\n" : "\n"))
        }
        if feed.unreadable > 0 {
            StandardStream.errors.write(
                "redress: \(CountText.text(feed.unreadable, "message")) could not be read and \(feed.unreadable == 1 ? "is" : "are") not counted\n"
            )
        }
    }

    static func text(_ feed: FactFeed) -> String {
        let day = feed.latest.map { ", up to " + $0.description.prefix(10) } ?? ""
        return "read \(CountText.text(feed.read, "event")) of \(CountText.text(feed.ledger.accounts.count, "complaint"))\(day)"
    }
}
