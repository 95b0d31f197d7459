/// What was said of one threshold of one cycle, or of one grade of a sign.
struct Alarm: Hashable {
    let clock: ClockName
    let cycle: Int
    let threshold: Int
}

/// How an alarm stands: how often it was raised, and whether the last time is still to be called off.
struct AlarmStanding {
    let alarm: Alarm
    fileprivate(set) var raised: Int
    /// When it last went out.
    fileprivate(set) var firedAt: Instant
    fileprivate(set) var isOpen: Bool
}

extension ClockState {
    /// Every alarm of the file, in the order in which each was first raised.
    var alarms: [AlarmStanding] {
        var alarms: [AlarmStanding] = []
        for entry in fired {
            let alarm = Alarm(clock: entry.clock, cycle: entry.cycle, threshold: entry.threshold)
            if let index = alarms.firstIndex(where: { $0.alarm == alarm }) {
                alarms[index].isOpen = !entry.isOver
                if !entry.isOver {
                    alarms[index].raised += 1
                    alarms[index].firedAt = entry.firedAt
                }
            } else if !entry.isOver {
                alarms.append(AlarmStanding(alarm: alarm, raised: 1, firedAt: entry.firedAt, isOpen: true))
            }
        }
        return alarms
    }

    func hasFired(_ clock: ClockName, cycle: Int, threshold: Int) -> Bool {
        fired.contains { $0.threshold == threshold && $0.cycle == cycle && $0.clock == clock && !$0.isOver }
    }

    /// How an alarm stands; `nil` where it was never raised.
    func standing(of alarm: Alarm) -> AlarmStanding? {
        guard hasFired(alarm.clock, cycle: alarm.cycle, threshold: alarm.threshold) else { return nil }
        return alarms.first { $0.alarm == alarm }
    }

    /// The identity of an alert in words, `C2026…/answer/1/80`; one that is raised again, since its deadline had moved, ends in `/2`, `/3`.
    func identity(of alarm: Alarm, raised: Int) -> String {
        "\(complaint)/\(alarm.clock)/\(alarm.cycle)/\(alarm.threshold)" + (raised > 1 ? "/\(raised)" : "")
    }
}
