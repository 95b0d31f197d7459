extension NoticeTransition {
    /// Counts a receipt; one for a message that is unknown, finished or not yet sent changes nothing.
    mutating func take(_ receipt: NotificationReceipt, from identity: CommandIdentity?) {
        guard let place = file.place(of: receipt) else { return }
        var delivery = file.open[place]
        switch receipt.outcome {
        case .delivered:
            file.open.remove(at: place)
            events.append(
                .delivered(
                    NotificationDelivered(notification: file.number(delivery.index), complaint: file.complaint, at: receipt.at)))
        case .failed:
            let source = identity.map { NoticeShorthand.digest($0.source + "#" + $0.id) }
            guard case .sent = delivery.standing, receipt.attempt ?? delivery.attempts == delivery.attempts,
                source == nil || source != delivery.lastReceipt
            else { return }
            delivery.lastReceipt = source
            if fail(&delivery, reason: receipt.reason ?? "the gateway gave no reason") {
                file.open[place] = delivery
            } else {
                file.open.remove(at: place)
            }
        }
    }
}
