import Contracts
import Domain
import Foundation

extension EventAccount {
    /// An event of the topic of alerts; `nil` for a type this release does not know.
    static func alert(type: String, data: Data, coder: WireCoder, times: TimeText) throws(Fault) -> EventAccount? {
        if let event = try ClockEvent.decode(type: type, data: data, with: coder) { return EventAccount(event, times) }
        if let event = try RiskEvent.decode(type: type, data: data, with: coder) { return EventAccount(event, times) }
        return try Heartbeat.decode(type: type, data: data, with: coder).map { EventAccount($0) }
    }

    init(_ event: RiskEvent, _ times: TimeText) {
        switch event {
        case .risk(let alert):
            self.init(
                alert.update == 1 ? "risk of many complaints" : "risk grows",
                [
                    Detail("rule", SourceWords.text(alert.rule)), Detail("period", alert.period),
                    Detail("count", "\(alert.count) of \(alert.atLeast)"),
                    Detail("level", alert.level), Detail("complaints", alert.members.map(\.rawValue).joined(separator: " ")),
                    Detail("source", SourceWords.text(alert.source)),
                ])
        case .burst(let alert):
            self.init(
                alert.update == 1 ? "burst of alerts" : "burst continues",
                [
                    Detail("of", alert.subject), Detail("count", alert.count), Detail("since", times.text(alert.since)),
                    Detail("complaints", alert.members.map(\.rawValue).joined(separator: " ")),
                ])
        case .cleared(let event):
            self.init(
                "risk has passed",
                [
                    Detail("rule", event.rule), Detail("period", event.period), Detail("count", event.count),
                    Detail("because", event.reason == .passed ? "its time is over" : "no rule asks for it any more"),
                ])
        }
    }

    init(_ event: AlarmCleared, _ times: TimeText) {
        let because =
            switch event.reason {
            case .done: event.endedOn?.rawValue ?? "done"
            case .restarted: "a new cycle began: \(event.endedOn?.rawValue ?? "")"
            case .closed: "the complaint is over: \(event.endedOn?.rawValue ?? "")"
            case .moved: "the deadline is later now"
            case .dropped: "no rule asks for it any more"
            }
        let what =
            switch event.wasBreached {
            case true?: "missed deadline met late, or gone"
            case false?: "warning is over"
            case nil: "no longer abnormal"
            }
        var details = [Detail(event.kind == .sign ? "sign" : "clock", event.clock), Detail("because", because)]
        if event.cycle > 1 { details.append(Detail("cycle", event.cycle)) }
        details += Detail.some("due", event.dueAt.map { times.text($0) })
        details.append(Detail("over", times.text(event.clearedAt)))
        self.init(what, details + Detail.some("unit", event.unit))
    }

    init(_ sighting: RiskSighting, _ times: TimeText) {
        self.init(
            "counts for a risk",
            [
                Detail("complaint", sighting.complaint), Detail("rules", sighting.rules.joined(separator: " ")),
                Detail("at", times.text(sighting.at)),
            ])
    }

    private init(_ beat: Heartbeat) {
        var details = [Detail("lanes", beat.lanes.map(String.init).joined(separator: " "))]
        if beat.overdueSeconds > 0 { details.append(Detail("timers late by", "\(beat.overdueSeconds) s")) }
        self.init("\(beat.service) is alive", details)
    }
}
