import Contracts
import Domain
import OperatorService
import Runtime

/// Whose complaint is whose: the people of the year know it as a desk does that has the customer on the line.
final class YearRegister {
    let customers: [YearCustomer]
    let channels: ChannelPolicy
    let intake: IntakePolicy
    private var numbers: [LineToken: Int] = [:]
    private var complaints: [ComplaintNumber: Int] = [:]
    /// The complaints of each customer, in order.
    private(set) var files: [Int: [ComplaintNumber]] = [:]
    private var written = 0

    /// - Throws: a `Fault` where a line is none.
    init(_ plan: YearPlan, _ channels: ChannelPolicy, _ intake: IntakePolicy, _ sealing: SealingGuard) throws(Fault) {
        customers = plan.customers
        self.channels = channels
        self.intake = intake
        for customer in customers {
            let event = customer.written(.submitted, at: customer.at).event(id: "token")
            numbers[try IntakeReader.read(event, guard: sealing).line.token] = customer.number
        }
    }

    /// Whose it is; known from the first word on it on.
    func customer(of complaint: ComplaintNumber) -> YearCustomer? { complaints[complaint].map { customers[$0] } }

    func note(_ complaint: ComplaintNumber, of line: LineReference) {
        guard complaints[complaint] == nil, let number = numbers[line.token] else { return }
        complaints[complaint] = number
        files[number, default: []].append(complaint)
    }

    func channel(_ code: Channel) -> ChannelRule? { channels.channels.first { $0.code == code } }

    /// An intake event with a trace of its own, by which its answer is found.
    func intention(_ submission: IntakeSubmission, at time: Instant, from party: Party = .gateway) -> Intention {
        written += 1
        var event = submission.event(id: "y-\(written)", source: party.source, time: time)
        let hexadecimal = String(written, radix: 16)
        event.traceParent = "00-" + String(repeating: "0", count: 32 - hexadecimal.count) + hexadecimal + "-00000000000000ab-01"
        return Intention(at: time, message: OutsideMessage(event, key: submission.line))
    }
}
