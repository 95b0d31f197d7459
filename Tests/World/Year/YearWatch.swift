import Domain
import Fakes
import Foundation
import OperatorService
import Runtime

/// Knows from the topics which complaints are open, and looks now and then whether each has a clock that runs and somebody who owns it.
final class YearWatch: Player {
    private var open: Set<ComplaintNumber> = []
    /// Those whose work order has a unit.
    private var dispatched: Set<ComplaintNumber> = []
    private(set) var violations: [Violation] = []
    /// How many complaints were looked at, each time counted.
    private(set) var seen = 0
    private let decoder = JSONDecoder()

    func respond(to fact: Fact) -> [Intention] {
        switch fact {
        case .complaint(.registered(let fact)) where !fact.settledOnSpot: open.insert(fact.complaint)
        case .workOrder(.dispatched(let fact)): dispatched.insert(fact.complaint)
        case .workOrder(.archived(let fact)): open.remove(fact.complaint)
        default: break
        }
        return []
    }

    func look(at database: MemoryDatabase, _ clocks: PolicyVersions<ClockRules>, at now: Instant) {
        for complaint in open.sorted() where dispatched.contains(complaint) {
            seen += 1
            do {
                guard let row = database.state(complaint.rawValue, in: "complaint"),
                    let file = try decoder.decode(StoredCompanion<ClockState>.self, from: row.body).state
                else {
                    note("no open complaint is without a live clock", "\(complaint) has no file")
                    continue
                }
                let live = try SLADecider.explain(file, policy: clocks, at: now).filter { $0.startedAt != nil && $0.endedAt == nil }
                if live.isEmpty { note("no open complaint is without a live clock", "\(complaint) at \(now)") }
                if !live.isEmpty, file.unit == nil { note("no clock is without an owner", "\(complaint) at \(now)") }
            } catch {
                note("no open complaint is without a live clock", "\(complaint): \(error)")
            }
        }
    }

    private func note(_ promise: String, _ what: String) {
        if violations.count < 50 { violations.append(Violation(promise: promise, seen: what)) }
    }
}
