import Contracts
import Domain
import OperatorService

/// The supervisors and dispatchers of the year: majors, malicious complaints, complaints that go together, other units, second looks.
struct YearSupervisors: Player {
    private let register: YearRegister
    private var declared: [ComplaintNumber: Int] = [:]
    private var asked: Set<ComplaintNumber> = []
    private var judged: Set<ComplaintNumber> = []
    private var reviewed: Set<ComplaintNumber> = []

    init(_ register: YearRegister) {
        self.register = register
    }

    mutating func respond(to fact: Fact) -> [Intention] {
        switch fact {
        case .risk(.risk(let alert)): return declare(alert)
        case .workOrder(let event):
            let complaint = event.complaint
            guard let customer = register.customer(of: complaint) else { return [] }
            return respond(to: event, complaint, customer)
        default: return []
        }
    }

    private mutating func respond(to event: WorkOrderEvent, _ complaint: ComplaintNumber, _ customer: YearCustomer) -> [Intention] {
        switch (event, customer.habit) {
        case (.dispatched(let fact), .merged): merge(complaint, customer, at: fact.at)
        case (.merged(let fact), .merged) where customer.roll("unmerge", 3) == 0:
            [order(.unmerge, complaint, at: fact.at.adding(customer.hours("unmerge", 2...20))) { $0.reason = "another cause" }]
        case (.accepted(let fact), .declaredMajor) where declared[complaint] == nil: declareOne(complaint, customer, at: fact.at)
        case (.majorRevoked(let fact), .declaredMajor) where customer.isSecond && declared[complaint] == 1:
            declareOne(complaint, customer, at: fact.at.adding(.hours(24)))
        case (.majorDeclared(let fact), .declaredMajor) where declared[complaint] == 1 && customer.roll("revoke", 3) > 0:
            [order(.revokeMajor, complaint, at: fact.at.adding(customer.hours("revoke", 3...9))) { $0.reason = "not verified" }]
        case (.liabilityFound(let fact), .malicious) where judged.insert(complaint).inserted: assessMalice(complaint, customer, at: fact.at)
        case (.maliciousDeclared(let fact), .malicious) where customer.isSecond:
            [order(.revokeMalicious, complaint, at: fact.at.adding(customer.hours("revoke", 24...300))) { $0.reason = "mistaken" }]
        case (.accepted(let fact), .coordinated) where asked.insert(complaint).inserted: coordinate(complaint, customer, at: fact.at)
        case (.customerTold(let fact), .wantsReview) where fact.satisfied == false && reviewed.insert(complaint).inserted:
            [order(.requestReview, complaint, at: fact.at.adding(.hours(1))) { $0.reason = "the customer is not content" }]
        case (.dispatched(let fact), .plain) where fact.desk != nil && customer.roll("redistribute", 20) == 0:
            [
                order(.redistribute, complaint, at: fact.at.adding(.minutes(30))) { command in
                    command.to = fact.desk == "general" ? "general-2" : fact.desk == "general-2" ? "general" : "coordination"
                    command.reason = "the desk is full"
                }
            ]
        case (.dispatched(let fact), .plain) where fact.desk != nil && customer.roll("redistribute", 20) == 1:
            [
                order(.reportLoad, complaint, at: fact.at.adding(.minutes(30))) { command in
                    command.texts["desk"] = fact.desk?.rawValue
                    command.numbers["load"] = 100
                }
            ]
        default: []
        }
    }

    // MARK: Majors

    /// Verifies a risk and declares its members major (S134).
    private func declare(_ alert: RiskAlert) -> [Intention] {
        guard alert.rule != "public-opinion" else { return [] }
        return alert.members.enumerated().map { index, complaint in
            order(.declareMajor, complaint, at: alert.firedAt.adding(.minutes(30 + index))) { command in
                command.texts["ground"] = MajorGround.groupComplaint.rawValue
                command.texts["evidence"] = "经核实为同一原因"
                command.texts["alert"] = alert.alert
            }
        }
    }

    private mutating func declareOne(_ complaint: ComplaintNumber, _ customer: YearCustomer, at now: Instant) -> [Intention] {
        declared[complaint, default: 0] += 1
        return [
            order(.declareMajor, complaint, at: now.adding(.hours(1))) { command in
                command.texts["ground"] = MajorGround.publicOpinion.rawValue
                command.texts["evidence"] = "网络上已流传相关视频"
            }
        ]
    }

    // MARK: Malicious

    private func assessMalice(_ complaint: ComplaintNumber, _ customer: YearCustomer, at now: Instant) -> [Intention] {
        let kind = MaliciousKind.allCases[customer.number / 2 % MaliciousKind.allCases.count]
        let evidence = order(.recordEvidence, complaint, at: now.adding(.minutes(20))) { command in
            command.texts["kind"] = "document"
            command.reference = "DOC-\(customer.number)"
        }
        let finding = order(.declareMalicious, complaint, at: now.adding(.minutes(60))) { command in
            command.texts["kind"] = kind.rawValue
            command.texts["finding"] = "the record shows otherwise"
            command.texts["evidence"] = "DOC-\(customer.number)"
            command.texts["measure"] = kind == .malicious && customer.roll("measure", 2) == 0 ? "legal" : "explain"
        }
        return [evidence, finding]
    }

    // MARK: Together

    /// The second of two goes with the first.
    private mutating func merge(_ complaint: ComplaintNumber, _ customer: YearCustomer, at now: Instant) -> [Intention] {
        guard customer.isSecond, let first = register.files[customer.number - 1]?.first else { return [] }
        return [
            order(.merge, complaint, at: now.adding(.minutes(20 + customer.roll("merge", 60)))) { command in
                command.texts["into"] = first.rawValue
                command.reason = "one cause"
            }
        ]
    }

    private func coordinate(_ complaint: ComplaintNumber, _ customer: YearCustomer, at now: Instant) -> [Intention] {
        let unit = "information-technology"
        let ask = order(.coordinate, complaint, at: now.adding(.minutes(20))) { command in
            command.to = Domain.Unit(unit)
            command.texts["request"] = "read the log"
        }
        let contribution = order(.contribute, complaint, at: now.adding(customer.hours("contribute", 2...90))) { command in
            command.texts["unit"] = unit
            command.texts["contribution"] = "what the log says"
        }
        let supervision = order(.supervise, complaint, at: now.adding(.hours(2))) { command in
            command.texts["unit"] = "group-customer-service"
            command.reason = "across units"
            command.texts["instruction"] = "by Friday"
        }
        return [ask, contribution, supervision]
    }

    private func order(
        _ type: WorkOrderCommandType, _ complaint: ComplaintNumber, at time: Instant, by actor: ActorID = "supervisor-9",
        _ complete: (inout CommandMessage) -> Void
    ) -> Intention {
        var command = CommandMessage(type, complaint: complaint, by: actor)
        complete(&command)
        return Intention(at: time, message: OutsideMessage(command, to: .workOrderCommands, from: .handlerDesk, at: time))
    }
}
