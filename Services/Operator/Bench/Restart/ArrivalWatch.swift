import Dispatch
import Foundation
import Kafka
import Synchronization

/// Notes when each of a number of events first arrives on a topic, on a thread of its own: whoever asked for it may wait for something else.
final class ArrivalWatch: Sendable {
    private struct Arrivals {
        var at: [Int: ContinuousClock.Instant] = [:]
        var failure: (any Error)?
        var isOver = false
    }

    private let arrivals = Mutex(Arrivals())
    private let ended = DispatchSemaphore(value: 0)

    /// Reads on from the end of the topic as it is now.
    ///
    /// - Parameter numbers: those of the trace contexts that are noted.
    init(bootstrapServers: String, topic: String, numbers: Range<Int>) throws {
        let isReading = DispatchSemaphore(value: 0)
        let thread = Thread { [self] in
            do {
                let watch = try TopicWatch(bootstrapServers: bootstrapServers, topics: [topic], from: .end)
                isReading.signal()
                while !isOver { try watch.advance(timeoutMilliseconds: 20) { note($0, numbers) } }
            } catch {
                arrivals.withLock { $0.failure = error }
                isReading.signal()
            }
            ended.signal()
        }
        thread.name = "arrival-watch"
        thread.start()
        isReading.wait()
        _ = try count
    }

    /// How many have arrived.
    ///
    /// - Throws: what keeps it from reading.
    var count: Int {
        get throws {
            try arrivals.withLock { arrivals in
                if let failure = arrivals.failure { throw failure }
                return arrivals.at.count
            }
        }
    }

    /// Stops reading.
    ///
    /// - Returns: when each arrived, by its number.
    func end() throws -> [Int: ContinuousClock.Instant] {
        arrivals.withLock { $0.isOver = true }
        ended.wait()
        _ = try count
        return arrivals.withLock { $0.at }
    }

    private var isOver: Bool { arrivals.withLock { $0.isOver } }

    private func note(_ message: ConsumedMessage, _ numbers: Range<Int>) {
        guard let number = LatencyRun.number(of: message), numbers.contains(number) else { return }
        arrivals.withLock { arrivals in
            if arrivals.at[number] == nil { arrivals.at[number] = .now }
        }
    }
}
