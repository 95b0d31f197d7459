import Contracts
import Domain
import Fakes
import Foundation
import Runtime

/// Holds what the alerts alone say is overdue against what the files of sla-monitor come to, now and then in the year.
final class YearAlarms {
    private(set) var violations: [Violation] = []
    /// How many clocks were overdue at a look, each time counted.
    private(set) var overdue = 0
    private let decoder = JSONDecoder()
    /// A timer fires with the tick in which it is due, or, where a worker died, in one of the next.
    private static let timeout = Duration.hours(2)

    func look(at database: MemoryDatabase, _ broker: MemoryBroker, _ clocks: PolicyVersions<ClockRules>, at now: Instant) {
        do {
            var alarms = AlarmsOnTopics()
            for told in FactsOnTopics(broker, of: [.alerts]).facts { try alarms.take(told.event) }
            let told = alarms.overdue
            overdue += told.count
            var known: Set<String> = []
            for row in database.states(of: "complaint") {
                guard let file = try decoder.decode(StoredCompanion<ClockState>.self, from: row.body).state else { continue }
                for clock in try SLADecider.explain(file, policy: clocks, at: now) {
                    let name = "\(file.complaint)/\(clock.clock)/\(clock.cycle)"
                    guard let due = clock.dueAt, clock.startedAt != nil,
                        clock.endedAt.map({ $0 > now.adding(.zero - Self.timeout) }) ?? true
                    else { continue }
                    if due <= now { known.insert(name) }
                    if due <= now.adding(.zero - Self.timeout), clock.endedAt == nil, clock.status == .breached {
                        expect(told.contains(name), "\(name) is overdue since \(due) and the alerts do not say so at \(now)")
                    }
                }
            }
            for name in told.subtracting(known).sorted() { expect(false, "\(name) is over and the alerts do not say so at \(now)") }
        } catch {
            expect(false, "\(error)")
        }
    }

    private func expect(_ holds: Bool, _ seen: @autoclosure () -> String) {
        guard !holds, violations.count < 50 else { return }
        violations.append(Violation(promise: "who reads only the alerts knows what is overdue", seen: seen()))
    }
}
