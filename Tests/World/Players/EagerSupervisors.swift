import Contracts
import Domain
import OperatorService

/// Supervisors, dispatchers and officers who give, within a few complaints, every command that handlers' desks do not.
struct EagerSupervisors: Player {
    /// In the order in which they were dispatched.
    private var seen: [ComplaintNumber] = []
    /// What was done about a complaint, each once.
    private var done: Set<String> = []

    mutating func respond(to fact: Fact) -> [Intention] {
        guard case .workOrder(let event) = fact else { return [] }
        switch event {
        case .dispatched(let fact): return meet(fact)
        case .merged(let fact) where decide("unmerge", fact.complaint, oneIn: 3):
            return [order(.unmerge, fact.complaint, after: 2...20, at: fact.at) { $0.reason = "another cause" }]
        case .accepted(let fact): return involveOthers(fact.complaint, at: fact.at) + alarm(fact.complaint, at: fact.at)
        case .majorDeclared(let fact) where decide("revoke-major", fact.complaint, oneIn: 2):
            return [order(.revokeMajor, fact.complaint, after: 2...9, at: fact.at) { $0.reason = "not verified" }]
        case .liabilityFound(let fact) where decide("malicious", fact.complaint, oneIn: 4): return assessMalice(fact.complaint, at: fact.at)
        case .maliciousDeclared(let fact) where decide("revoke-malicious", fact.complaint, oneIn: 2):
            return [order(.revokeMalicious, fact.complaint, after: 4...40, at: fact.at) { $0.reason = "mistaken" }]
        case .coordinationRequested(let fact): return [contribute(fact)]
        case .customerTold(let fact): return askAfterwards(fact)
        default: return []
        }
    }

    /// Whether to do it: by chance that the complaint's number has, and once.
    private mutating func decide(_ what: String, _ complaint: ComplaintNumber, oneIn odds: Int) -> Bool {
        Dice.roll("eager \(what)", of: complaint.rawValue, sides: odds) == 0 && done.insert("\(what) \(complaint)").inserted
    }

    private mutating func meet(_ fact: WorkOrderDispatched) -> [Intention] {
        let complaint = fact.complaint
        guard !seen.contains(complaint) else { return [] }
        var intentions: [Intention] = []
        if let other = seen.last, decide("merge", complaint, oneIn: 3) {
            intentions.append(merge(complaint, into: other, at: fact.at))
            // At the same time, the other way round.
            if decide("cross", complaint, oneIn: 3) { intentions.append(merge(other, into: complaint, at: fact.at)) }
        }
        seen.append(complaint)
        if let desk = fact.desk { intentions.append(rebalance(complaint, desk, at: fact.at)) }
        if decide("appeal", complaint, oneIn: 3) { intentions += takeSteps(complaint, at: fact.at) }
        return intentions
    }

    private func merge(_ complaint: ComplaintNumber, into other: ComplaintNumber, at now: Instant) -> Intention {
        order(.merge, complaint, after: 0...2, at: now) { command in
            command.texts["into"] = other.rawValue
            command.reason = "one cause"
        }
    }

    /// A desk says that it is full, or a supervisor moves the work order.
    private func rebalance(_ complaint: ComplaintNumber, _ desk: Desk, at now: Instant) -> Intention {
        if Dice.roll("full", of: complaint.rawValue, sides: 2) == 0 {
            return order(.reportLoad, complaint, after: 0...0, at: now) { command in
                command.texts["desk"] = desk.rawValue
                command.numbers["load"] = 100
            }
        }
        let others = ["general": "general-2", "coordination": "appeals", "appeals": "coordination"]
        return order(.redistribute, complaint, after: 0...0, at: now) { command in
            command.to = Domain.Unit(others[desk.rawValue] ?? "general")
            command.reason = "the desk is short of people"
        }
    }

    private func takeSteps(_ complaint: ComplaintNumber, at now: Instant) -> [Intention] {
        [AppealStep.accepted, .forwarded, .closed].enumerated().map { index, step in
            let time = now.adding(.hours(20 * (index + 1)))
            return order(.recordAppealStep, complaint, after: 1...3, at: time, by: "appeals-1") { command in
                command.texts = ["step": step.rawValue, "document": "DOC-\(index)"]
                command.at = time
            }
        }
    }

    private mutating func involveOthers(_ complaint: ComplaintNumber, at now: Instant) -> [Intention] {
        guard decide("coordinate", complaint, oneIn: 3) else { return [] }
        let unit = "information-technology"
        return [
            order(.coordinate, complaint, after: 0...0, at: now) { command in
                command.to = Domain.Unit(unit)
                command.texts["request"] = "read the log"
            },
            order(.supervise, complaint, after: 1...2, at: now) { command in
                command.texts = ["unit": "group-customer-service", "instruction": "by Friday"]
                command.reason = "across units"
            },
        ]
    }

    /// Once it was asked: a request that went astray may come to dispatch after what was sent later.
    private func contribute(_ fact: WorkOrderCoordinationRequested) -> Intention {
        order(.contribute, fact.complaint, after: 2...60, at: fact.at) {
            $0.texts = ["unit": fact.unit.rawValue, "contribution": "what the log says"]
        }
    }

    private mutating func alarm(_ complaint: ComplaintNumber, at now: Instant) -> [Intention] {
        guard decide("major", complaint, oneIn: 5) else { return [] }
        return [
            order(.declareMajor, complaint, after: 1...1, at: now) { command in
                command.texts = ["ground": MajorGround.publicOpinion.rawValue, "evidence": "网络上已流传相关视频"]
            }
        ]
    }

    private func assessMalice(_ complaint: ComplaintNumber, at now: Instant) -> [Intention] {
        [
            order(.recordEvidence, complaint, after: 0...0, at: now) { command in
                command.texts["kind"] = "document"
                command.reference = "DOC-9"
            },
            order(.declareMalicious, complaint, after: 1...1, at: now) { command in
                command.texts = [
                    "kind": MaliciousKind.malicious.rawValue, "finding": "the record shows otherwise", "evidence": "DOC-9",
                    "measure": "explain",
                ]
            },
        ]
    }

    private mutating func askAfterwards(_ fact: WorkOrderCustomerTold) -> [Intention] {
        if fact.satisfied == false, decide("review", fact.complaint, oneIn: 2) {
            return [order(.requestReview, fact.complaint, after: 0...1, at: fact.at) { $0.reason = "the customer is not content" }]
        }
        guard fact.satisfied != false, decide("follow-up", fact.complaint, oneIn: 2) else { return [] }
        return [
            order(.recordFollowUp, fact.complaint, after: 1...60, at: fact.at, by: "caller-1") { command in
                command.flags = ["reached": true, "resolved": true]
                command.numbers["satisfaction"] = 4
            }
        ]
    }

    private func order(
        _ type: WorkOrderCommand.Name, _ complaint: ComplaintNumber, after hours: ClosedRange<Int>, at now: Instant,
        by actor: ActorID = "supervisor-9", _ complete: (inout CommandMessage) -> Void
    ) -> Intention {
        var command = CommandMessage(type, complaint: complaint, by: actor)
        complete(&command)
        let time = now.adding(.minutes(10)).adding(Dice.hours(type.rawValue, of: complaint.rawValue, in: hours))
        return Intention(at: time, message: OutsideMessage(command, to: .workOrderCommands, from: .handlerDesk, at: time))
    }
}
