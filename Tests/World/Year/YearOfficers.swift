import Contracts
import Domain
import OperatorService

/// Those who pass on what the appeal bodies do, and those who call customers afterwards.
struct YearOfficers: Player {
    private let register: YearRegister
    /// How often a customer was called about a complaint.
    private var calls: [ComplaintNumber: Int] = [:]
    private var unsettled: Set<ComplaintNumber> = []

    init(_ register: YearRegister) {
        self.register = register
    }

    mutating func respond(to fact: Fact) -> [Intention] {
        switch fact {
        case .workOrder(.dispatched(let fact)) where fact.level == .appeal: return steps(fact)
        case .notice(.requested(let notice)) where notice.template == "staff-follow-up" && notice.attempt == 1: return call(notice)
        default: return []
        }
    }

    /// What the body does with the appeal, each step days after the last (Order 35 art. 14; S012).
    private func steps(_ fact: WorkOrderDispatched) -> [Intention] {
        guard let customer = register.customer(of: fact.complaint) else { return [] }
        let courses: [[AppealStep]] = [
            [.accepted, .forwarded, .mediationOpened, .mediationAgreed],
            [.accepted, .forwarded, .mediationOpened, .mediationFailed, .closed],
            [.accepted, .forwarded, .closed], [.refused],
        ]
        let course = customer.habit == .appealIsRefused ? [.refused] : courses[customer.number / 2 % courses.count]
        var time = fact.at
        return course.map { step in
            time = time.adding(customer.hours(step.rawValue, 20...90))
            var command = CommandMessage(.recordAppealStep, complaint: fact.complaint, by: "appeal-officer-1")
            command.texts["step"] = step.rawValue
            command.at = time
            command.texts["document"] = "DOC-\(step.rawValue)"
            let later = time.adding(.hours(2))
            return Intention(at: later, message: OutsideMessage(command, to: .workOrderCommands, from: .handlerDesk, at: later))
        }
    }

    /// Most are reached; some never, and some calls nobody writes down.
    private mutating func call(_ notice: NotificationRequested) -> [Intention] {
        guard let customer = register.customer(of: notice.complaint) else { return [] }
        calls[notice.complaint, default: 0] += 1
        let count = calls[notice.complaint, default: 0]
        guard customer.roll("noted \(count)", 10) > 0 else { return [] }
        let time = notice.at.adding(customer.hours("call \(count)", 1...9))
        var command = CommandMessage(.recordFollowUp, complaint: notice.complaint, by: ActorID("caller-\(1 + customer.roll("caller", 20))"))
        let isReached = customer.habit != .hardToReach && customer.roll("reached \(count)", 4) > 0
        command.flags["reached"] = isReached
        if isReached {
            let isUnsettled =
                (customer.habit == .unsettled || customer.habit == .wantsReview) && unsettled.insert(notice.complaint).inserted
            command.numbers["satisfaction"] = isUnsettled ? 1 : 2 + customer.roll("score \(count)", 4)
            command.flags["resolved"] = !isUnsettled
        }
        return [Intention(at: time, message: OutsideMessage(command, to: .workOrderCommands, from: .handlerDesk, at: time))]
    }
}
