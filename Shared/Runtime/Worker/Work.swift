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

extension Worker {
    /// How many batches of a backlog may go before the timers.
    private static let longestWakeDeferral = 16

    /// The next messages, timers and requests, within the bounds.
    func nextWork(at now: Instant) -> Work {
        var work = Work(wakeLimit: settings.wakeLimit)
        guard isWithinUnconfirmedLimit else { return work }
        work.messages = waiting.prefix(messagesThatFit())
        // Of a backlog all that is there is read before a timer fires, or what was done in time would be called late; but not forever.
        if work.messages.count == waiting.count || wakeDeferrals >= Self.longestWakeDeferral {
            work.wakeLanes = lanes.values.filter { $0.nextDue.map { $0 <= now } ?? false }.map(\.id).sorted()
            wakeDeferrals = 0
        } else {
            wakeDeferrals += 1
        }
        let monotonic = clock.monotonicMilliseconds()
        if monotonic - lastRequests >= settings.requestEveryMilliseconds {
            lastRequests = monotonic
            work.requestLanes = lanes.values.filter { $0.parked > 0 }.map(\.id).sorted()
        }
        if isBeatDue(at: monotonic) { work.beatLane = lanes.keys.filter { beatingGroups.contains($0.group) }.min() }
        return work
    }

    /// Most services never beat: of them no lane is asked.
    private func isBeatDue(at monotonic: Int64) -> Bool {
        !beatingGroups.isEmpty && lastBeat.map { monotonic - $0 >= settings.beatEveryMilliseconds } ?? true
    }

    private func messagesThatFit() -> Int {
        var bytes = 0
        var count = 0
        for message in waiting.prefix(settings.batchSize) {
            bytes += message.value?.count ?? 0
            if count > 0, bytes > settings.batchBytes { break }
            count += 1
        }
        return count
    }

    /// Runs the work in one transaction; where the store refuses its data, in ever smaller ones, until the culprit stands alone.
    func run(_ work: Work, now: Instant) {
        let count = work.messages.count
        switch attempt(work, now: now, rejectedByStore: nil) {
        case .done: waiting.removeFirst(min(count, waiting.count))
        case .abandoned: break
        case .refused(let fault):
            if isolate(work, fault: fault, now: now) { waiting.removeFirst(min(count, waiting.count)) }
        }
    }

    /// - Returns: whether all of the work is done, be it by dead letters.
    private func isolate(_ work: Work, fault: Fault, now: Instant) -> Bool {
        let parts = work.parts
        guard !parts.isEmpty else {
            if case .done = attempt(work, now: now, rejectedByStore: fault) { return true }
            return false
        }
        for part in parts {
            switch attempt(part, now: now, rejectedByStore: nil) {
            case .done: continue
            case .abandoned: return false
            case .refused(let fault): guard isolate(part, fault: fault, now: now) else { return false }
            }
        }
        return true
    }
}
