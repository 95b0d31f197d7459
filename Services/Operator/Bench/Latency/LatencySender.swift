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
    private let start: Mutex<ContinuousClock.Instant?> = Mutex(nil)
    private let spacing: Duration

    /// Sends the first message to be connected, and then the others at their times from 0 on.
    ///
    /// - Parameter perSecond: how many messages are due a second.
    init(first: ProducedMessage, then messages: [ProducedMessage], bootstrapServers: String, perSecond: Int) {
        let settings = KafkaSettings(bootstrapServers: bootstrapServers, clientID: "redress-bench-latency", extra: ["linger.ms": "0"])
        spacing = .seconds(1) / perSecond
        let thread = Thread { [self] in
            do {
                let producer = try KafkaProducer(settings)
                try producer.produce([first])
                start.withLock { $0 = .now }
                try send(messages, producer)
            } catch {
                failure.withLock { $0 = error }
            }
            ended.signal()
        }
        thread.name = "latency-sender"
        thread.start()
    }

    /// When the message of that number was due; `nil` before the first.
    func due(_ number: Int) -> ContinuousClock.Instant? { start.withLock { $0 }.map { $0 + spacing * number } }

    /// - Throws: what kept a message from being sent.
    func check() throws {
        if let error = failure.withLock({ $0 }) { throw error }
    }

    /// Waits until all are sent.
    func join() throws {
        ended.wait()
        try check()
    }

    private func send(_ messages: [ProducedMessage], _ producer: KafkaProducer) throws {
        guard let start = due(0) else { return }
        let timer = DispatchSemaphore(value: 0)
        var next = 0
        while next < messages.count {
            let wait = (start + spacing * next - .now) / .seconds(1)
            // Nobody signals: the wait is the pause until the next message is due.
            if wait > 0 { _ = timer.wait(timeout: .now() + wait) }
            let dueNow = min(messages.count, max(next + 1, Int((.now - start) / spacing) + 1))
            try producer.produce(Array(messages[next..<dueNow]))
            next = dueNow
        }
    }
}
