import Contracts
import Domain
import OperatorService

/// The channel gateways of the year: most messages arrive, some at the second attempt, some are never heard of, and some customers never get any.
struct YearGateway: Player {
    private let register: YearRegister

    init(_ register: YearRegister) {
        self.register = register
    }

    mutating func respond(to fact: Fact) -> [Intention] {
        guard case .notice(.requested(let notice)) = fact else { return [] }
        let customer = register.customer(of: notice.complaint)
        let roll = Dice.roll("receipt \(notice.attempt)", of: notice.notification.rawValue, sides: 200)
        if roll == 0 { return [] }
        let isLost = notice.audience == .customer && customer?.habit == .unreachable
        let time = notice.at.adding(.minutes(1 + Dice.roll("minutes", of: notice.notification.rawValue, sides: 20)))
        var command = CommandMessage(
            receiptOf: notice.notification, complaint: notice.complaint, outcome: isLost || roll < 6 ? .failed : .delivered, at: time)
        command.attempt = notice.attempt
        if isLost || roll < 6 { command.reason = "The recipient could not be reached." }
        return [Intention(at: time, message: OutsideMessage(command, to: .notificationReceipts, from: .gateway, at: time))]
    }
}
