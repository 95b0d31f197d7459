import Contracts
import Domain
import OperatorService

/// The customers of the year once they have complained: they complete, urge, withdraw, complain again, escalate and appeal.
struct YearCustomers: Player {
    private let register: YearRegister
    /// Customers who have done what their habit is, as often as they do it.
    private var done: [Int: Int] = [:]

    init(_ register: YearRegister) {
        self.register = register
    }

    /// How the year begins for each of them.
    static func complaints(_ register: YearRegister) -> [Intention] {
        register.customers.map { customer in
            if customer.habit == .appealsFirst {
                let appeal = customer.appeal(
                    at: customer.at, on: customer.channel, case: "A-\(customer.number)", complainedOn: nil, isRefused: false)
                return register.intention(appeal, at: customer.at, from: .regulatorDesk)
            }
            return register.intention(customer.complaint(at: customer.at, by: register.intake), at: customer.at)
        }
    }

    mutating func respond(to fact: Fact) -> [Intention] {
        switch fact {
        case .complaint(.informationRequired(let fact)):
            register.note(fact.complaint, of: fact.line)
            return complete(fact)
        case .complaint(.supplemented(let fact)): return completeRest(fact)
        case .complaint(.registered(let fact)):
            register.note(fact.complaint, of: fact.line)
            return closeDuties(fact) + follow(fact)
        case .workOrder(.customerTold(let fact)): return comment(fact)
        case .workOrder(.archived(let fact)): return comeBack(fact)
        default: return []
        }
    }

    private mutating func isFirst(_ customer: YearCustomer, upTo limit: Int = 1) -> Bool {
        done[customer.number, default: 0] += 1
        return done[customer.number, default: 0] <= limit
    }

    // MARK: What is missing

    /// Names what is missing: at once, or in two letters.
    private func complete(_ asked: ComplaintInformationRequired) -> [Intention] {
        guard let customer = register.customer(of: asked.complaint), customer.habit != .neverCompletes else { return [] }
        let time = asked.askedAt.adding(customer.hours("supplement", 2...70))
        var supplement = customer.written(.supplemented, at: time)
        supplement.complaint = asked.complaint
        supplement.dissatisfaction = "it came back"
        if customer.habit == .incomplete, customer.isSecond { supplement.category = nil }
        if asked.missing.contains("customer-signature") || asked.missing.contains("customer-consent") {
            supplement.details = SubmissionDetails(duties: customer.duties(on: customer.channel, by: register.intake, all: true))
        }
        return [register.intention(supplement, at: time)]
    }

    private func completeRest(_ fact: ComplaintSupplemented) -> [Intention] {
        guard !fact.stillMissing.isEmpty, let customer = register.customer(of: fact.complaint) else { return [] }
        let time = fact.at.adding(customer.hours("rest", 1...20))
        var supplement = customer.written(.supplemented, at: time)
        supplement.complaint = fact.complaint
        return [register.intention(supplement, at: time)]
    }

    /// Staff do what intake still owes.
    private func closeDuties(_ fact: ComplaintRegistered) -> [Intention] {
        guard let open = fact.openDuties, !open.isEmpty, let customer = register.customer(of: fact.complaint) else { return [] }
        let time = fact.registeredAt.adding(customer.hours("duty", 1...9))
        var supplement = customer.written(.supplemented, at: time)
        supplement.complaint = fact.complaint
        supplement.details = SubmissionDetails(duties: open.map { DutyDone(duty: $0, reference: "REF-\(customer.number)") })
        return [register.intention(supplement, at: time)]
    }

    // MARK: While it is open

    private mutating func follow(_ fact: ComplaintRegistered) -> [Intention] {
        guard let customer = register.customer(of: fact.complaint), !fact.settledOnSpot else { return [] }
        let now = fact.registeredAt
        switch customer.habit {
        case .urges:
            return (1...2).map { count in
                let time = now.adding(customer.hours("urge \(count)", 3 * count...20 * count))
                var urge = customer.written(.urged, at: time)
                urge.complaint = fact.complaint
                return register.intention(urge, at: time)
            }
        case .urgesByComplaining where isFirst(customer):
            let time = now.adding(customer.hours("again", 2...12))
            return [register.intention(customer.complaint(at: time, by: register.intake), at: time)]
        case .withdraws:
            let time = now.adding(customer.hours("withdraw", 1...90))
            var withdrawal = customer.written(.withdrawn, at: time)
            withdrawal.complaint = fact.complaint
            return [register.intention(withdrawal, at: time)]
        case .exposedLater:
            let time = now.adding(customer.hours("expose", 1...30))
            var exposed = customer.written(.exposed, at: time)
            exposed.complaint = fact.complaint
            exposed.details = SubmissionDetails(exposure: customer.exposure)
            return [register.intention(exposed, at: time, from: .regulatorDesk)]
        case .escalates where isFirst(customer):
            guard let group = register.channel(customer.isSecond ? "group-web-hall" : "miit") else { return [] }
            let time = now.adding(customer.hours("escalate", 2...12))
            return [register.intention(customer.complaint(at: time, on: group, by: register.intake), at: time)]
        default: return []
        }
    }

    /// Some say what they think once they are told.
    private mutating func comment(_ fact: WorkOrderCustomerTold) -> [Intention] {
        guard let customer = register.customer(of: fact.complaint), customer.habit == .givesFeedback, isFirst(customer) else { return [] }
        let time = fact.at.adding(customer.hours("feedback", 1...30))
        var word = customer.written(.feedbackGiven, at: time)
        word.complaint = fact.complaint
        word.feedback = Feedback(satisfaction: 1 + customer.roll("score", 5), resolved: !customer.isSecond, wantsReview: customer.isSecond)
        return [register.intention(word, at: time)]
    }

    // MARK: When it is over

    private mutating func comeBack(_ fact: WorkOrderArchived) -> [Intention] {
        guard let customer = register.customer(of: fact.complaint), fact.outcome != .withdrawn else { return [] }
        switch customer.habit {
        case .repeatsSoon where isFirst(customer, upTo: 2):
            return complainAgain(customer, at: fact.at.adding(customer.hours("soon", 24...700)))
        case .repeatsLate where isFirst(customer): return complainAgain(customer, at: fact.at.adding(customer.hours("late", 722...1_300)))
        case .appeals where isFirst(customer): return appeal(customer, after: fact, isRefused: false)
        case .appealIsRefused where isFirst(customer): return appeal(customer, after: fact, isRefused: true)
        case .appealsTwice where isFirst(customer, upTo: 2): return appeal(customer, after: fact, isRefused: false)
        default: return []
        }
    }

    private func complainAgain(_ customer: YearCustomer, at time: Instant) -> [Intention] {
        guard time < YearCalendar.end else { return [] }
        var again = customer.complaint(at: time, by: register.intake)
        if customer.isSecond { again.dissatisfaction = "it came back" }
        return [register.intention(again, at: time)]
    }

    private func appeal(_ customer: YearCustomer, after fact: WorkOrderArchived, isRefused: Bool) -> [Intention] {
        let time = fact.at.adding(customer.hours("appeal", 30...200))
        guard time < YearCalendar.end, let channel = register.channel(customer.isSecond ? "miit" : "communications-administration")
        else { return [] }
        let appeal = customer.appeal(
            at: time, on: channel, case: "A-\(fact.complaint)", complainedOn: customer.at.day(at: YearCalendar.offset), isRefused: isRefused
        )
        return [register.intention(appeal, at: time, from: .regulatorDesk)]
    }
}
