import Contracts
import Domain

/// The channel gateways' way back: they say of each message whether it arrived; a few do not at the first attempt.
package struct ReceiptGateway: Player {
    package init() {}

    package mutating func respond(to fact: Fact) -> [Intention] {
        guard case .notice(.requested(let notice)) = fact else { return [] }
        let key = notice.notification.rawValue
        let fails = notice.attempt == 1 && Dice.roll("receipt", of: key, sides: 100) < 3
        let time = notice.at.adding(.minutes(1 + Dice.roll("minutes", of: key, sides: 20)))
        var command = CommandMessage(
            receiptOf: notice.notification, complaint: notice.complaint, outcome: fails ? .failed : .delivered, at: time)
        if fails { command.reason = "The recipient could not be reached." }
        return [Intention(at: time, message: OutsideMessage(command, to: .notificationReceipts, from: .gateway, at: time))]
    }
}
