import Domain
import Kafka

/// What one transaction is to do.
struct Work {
    var messages: ArraySlice<ConsumedMessage> = []
    /// Lanes whose timers may be due.
    var wakeLanes: [LaneID] = []
    var wakeLimit: Int
    /// Lanes in whose dead letters an operator may have asked for something.
    var requestLanes: [LaneID] = []
    /// The lane in whose journal the worker says that it is alive.
    var beatLane: LaneID?

    var isEmpty: Bool { messages.isEmpty && wakeLanes.isEmpty && requestLanes.isEmpty && beatLane == nil }

    /// Parts that are tried on their own when the store refuses the whole; empty when there is nothing smaller.
    var parts: [Work] {
        var parts: [Work] = []
        if messages.count > 1 {
            let middle = messages.startIndex + messages.count / 2
            parts = [messages[..<middle], messages[middle...]].map { Work(messages: $0, wakeLimit: wakeLimit) }
        } else if !messages.isEmpty, !wakeLanes.isEmpty || !requestLanes.isEmpty {
            parts = [Work(messages: messages, wakeLimit: wakeLimit)]
        }
        guard !parts.isEmpty || wakeLimit > 1 || wakeLanes.count > 1 || (!wakeLanes.isEmpty && !requestLanes.isEmpty) else { return [] }
        parts += wakeLanes.map { Work(wakeLanes: [$0], wakeLimit: 1) }
        parts += requestLanes.map { Work(wakeLimit: 1, requestLanes: [$0]) }
        return parts.count == 1 && parts[0].messages.count == messages.count && wakeLanes.isEmpty && requestLanes.isEmpty ? [] : parts
    }
}

/// How one attempt at some work ended.
enum Attempt {
    case done
    /// Lanes were lost, or the worker halted: what was polled is read again or never.
    case abandoned
    case refused(Fault)
}
