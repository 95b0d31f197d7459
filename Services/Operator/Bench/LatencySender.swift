import Dispatch
import Foundation
import Kafka
import Synchronization

/// Sends messages at a fixed rate, however long anything takes to answer, on a thread of its own.
///
/// Each message counts as sent at the moment it was due: if the producer lags, that is latency too.
final class LatencySender: Sendable {
    private let ended = DispatchSemaphore(value: 0)
    private let failure: Mutex<(any Error)?> = Mutex(nil)
    private let start: ContinuousClock.Instant
    private let spacing: Duration

    /// Starts to send at once.
    ///
    /// - Parameter perSecond: how many messages are due a second.
    init(_ messages: [ProducedMessage], bootstrapServers: String, perSecond: Int) {
        let settings = KafkaSettings(bootstrapServers: bootstrapServers, clientID: "redress-bench-latency", extra: ["linger.ms": "0"])
        // Connecting is no part of the latency.
        start = .now + Self.preparation
        spacing = .seconds(1) / perSecond
        let thread = Thread { [self] in
            do {
                try send(messages, settings)
            } catch {
                failure.withLock { $0 = error }
            }
            ended.signal()
        }
        thread.name = "latency-sender"
        thread.start()
    }

    /// When the message of that number was due.
    func due(_ number: Int) -> ContinuousClock.Instant { start + spacing * number }

    /// - Throws: what kept a message from being sent.
    func check() throws {
        if let error = failure.withLock({ $0 }) { throw error }
    }

    /// Waits until all are sent.
    func join() throws {
        ended.wait()
        try check()
    }

    private func send(_ messages: [ProducedMessage], _ settings: KafkaSettings) throws {
        let producer = try KafkaProducer(settings)
        let timer = DispatchSemaphore(value: 0)
        var next = 0
        while next < messages.count {
            let wait = (due(next) - .now) / .milliseconds(1)
            // Nobody signals: the wait is the pause until the next message is due.
            if wait > 0 { _ = timer.wait(timeout: .now() + wait / 1000) }
            var end = next + 1
            while end < messages.count, due(end) <= .now { end += 1 }
            try producer.produce(Array(messages[next..<end]))
            next = end
        }
    }

    private static let preparation = Duration.milliseconds(500)
}
