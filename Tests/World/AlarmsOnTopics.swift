import Contracts
import Domain

/// What whoever reads nothing but `redress.alerts` holds for open: the alerts raised and not called off.
struct AlarmsOnTopics {
    /// The alerts of clocks that are open, by identity.
    private(set) var deadlines: [String: Alert] = [:]
    /// The other alerts that are open.
    private(set) var others: Set<String> = []
    private(set) var violations: [Violation] = []
    private var raised: Set<String> = []
    private var calledOff: Set<String> = []
    /// The identities that a late alert spoke for, which never went out themselves.
    private var spokenFor: Set<String> = []
    private let coder = WireCoder()

    /// The clocks that are overdue by it: `C2026…/answer/1`.
    var overdue: Set<String> {
        Set(deadlines.values.filter { $0.threshold >= 100 }.map { "\($0.complaint)/\($0.clock)/\($0.cycle)" })
    }

    /// Takes the facts of the topic, each once and in their order.
    mutating func take(_ event: CloudEvent) throws(Fault) {
        if let fact = try ClockEvent.decode(type: event.type, data: event.data, with: coder) {
            switch fact {
            case .warned(let alert), .breached(let alert):
                raise(alert.alert)
                deadlines[alert.alert] = alert
                for threshold in alert.overtaken ?? [] {
                    spokenFor.insert("\(alert.complaint)/\(alert.clock)/\(alert.cycle)/\(threshold)")
                }
            case .abnormal(let alert):
                raise(alert.alert)
                others.insert(alert.alert)
            case .cleared(let event): callOff(event.alerts)
            }
        } else if let fact = try RiskEvent.decode(type: event.type, data: event.data, with: coder) {
            switch fact {
            case .risk(let alert):
                raise(alert.alert)
                others.insert(alert.alert)
            case .burst(let alert):
                raise(alert.alert)
                others.insert(alert.alert)
            case .cleared(let event): callOff(event.alerts)
            }
        }
    }

    private mutating func raise(_ alert: String) {
        if !raised.insert(alert).inserted { violations.append(Violation(promise: "an alert fires once", seen: alert)) }
    }

    private mutating func callOff(_ alerts: [String]) {
        for alert in alerts {
            if !calledOff.insert(alert).inserted {
                violations.append(Violation(promise: "an alert is called off once", seen: alert))
            }
            deadlines[alert] = nil
            others.remove(alert)
        }
    }

    /// What is still open once every complaint and every period is over.
    var leftovers: [Violation] {
        (deadlines.keys.sorted() + others.sorted()).map { Violation(promise: "an alarm ends with what it is about", seen: $0) }
    }
}
