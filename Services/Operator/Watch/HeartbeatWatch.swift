import Contracts
import Domain
import Kafka

/// Notices that sla-monitor has fallen silent, and that it speaks again: a dead monitor cannot say so itself.
struct HeartbeatWatch {
    /// How many heartbeats may be missed.
    private static let missed = 3

    private var last: ContinuousClock.Instant
    private var every: Duration = .seconds(60)
    private var isSilent = false
    private let coder = WireCoder()

    /// - Parameter now: when the watch begins; a monitor that is already dead is noticed from then on.
    init(at now: ContinuousClock.Instant) {
        last = now
    }

    /// What there is to say of the monitor after reading these messages; `nil` for nothing new.
    mutating func look(at messages: [ConsumedMessage], _ now: ContinuousClock.Instant) -> String? {
        for message in messages { take(message, now) }
        if isSilent, last == now {
            isSilent = false
            return "sla-monitor is alive again"
        }
        guard !isSilent, last.duration(to: now) > every * Self.missed else { return nil }
        isSilent = true
        let seconds = every.wholeMilliseconds * Int64(Self.missed) / 1000
        return
            "sla-monitor is silent: no heartbeat for \(seconds) s; nobody may be watching the deadlines (Ops/runbooks/heartbeat-silent.md)"
    }

    private mutating func take(_ message: ConsumedMessage, _ now: ContinuousClock.Instant) {
        do throws(Fault) {
            let event = try CloudEventReader.read(value: message.value, headers: message.headers)
            guard let beat = try Heartbeat.decode(type: event.type, data: event.data, with: coder) else { return }
            every = .seconds(beat.everySeconds)
            last = now
        } catch {
            // The watch itself reports messages that cannot be read.
            return
        }
    }
}
