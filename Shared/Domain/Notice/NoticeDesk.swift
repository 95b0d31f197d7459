/// Works on one complaint's file for one input: begins messages, sends them, counts receipts.
struct NoticeDesk {
    var file: NoticeFile
    private(set) var events: [NoticeEvent] = []
    private let now: Instant
    private let rules: NotificationRules

    init(file: NoticeFile, now: Instant, rules: NotificationRules) {
        self.file = file
        self.now = now
        self.rules = rules
    }

    // MARK: Causes

    /// Begins the messages that a happening calls for; those to a customer not yet known wait.
    mutating func take(_ cause: NoticeCause) throws(Fault) {
        if !file.happened.contains(cause.trigger) { file.happened.append(cause.trigger) }
        for rule in rules.rules(for: cause.trigger) {
            if rule.tell == .customer, file.contact == nil {
                try keep(cause)
            } else {
                begin(rule, cause)
            }
        }
    }

    /// Begins what waited, in the order it came.
    mutating func tellWhatWaitedForTheContact() throws(Fault) {
        guard file.contact != nil, !file.early.isEmpty else { return }
        let waiting = file.early
        file.early = []
        for cause in waiting {
            for rule in rules.rules(for: cause.trigger) where rule.tell == .customer { begin(rule, cause) }
        }
    }

    private mutating func keep(_ cause: NoticeCause) throws(Fault) {
        guard !file.early.contains(where: { $0.trigger == cause.trigger && $0.key == cause.key }) else { return }
        guard file.early.count < NoticeFile.earlyLimit else {
            throw Fault(
                field: "complaint", problem: "is not registered and \(NoticeFile.earlyLimit) events about it wait already",
                expected: "the complaint's registration")
        }
        file.early.append(cause)
    }

    private mutating func begin(_ rule: NoticeRule, _ cause: NoticeCause) {
        let identity = cause.identity(with: rule.template)
        guard !file.told.contains(identity) else { return }
        file.told.append(identity)
        guard !isPointless(rule) else { return }
        file.count += 1
        file.open.append(
            NoticeDelivery(
                number: NoticeNumber(file.complaint.rawValue + "-N" + String(file.count)), template: rule.template,
                audience: rule.audience, cause: cause, unit: unit(for: rule, cause), attempts: 0, standing: .waiting(until: now)))
    }

    private func unit(for rule: NoticeRule, _ cause: NoticeCause) -> Unit? {
        switch rule.tell {
        case .customer: nil
        case .responsible: cause.unit ?? file.responsible ?? rules.notification.defaultUnit.value
        case .firstContact: file.firstContact ?? cause.unit ?? rules.notification.defaultUnit.value
        case .unit: rule.unit ?? rules.notification.defaultUnit.value
        }
    }

    private func isPointless(_ rule: NoticeRule) -> Bool { rule.droppedBy?.contains(where: file.happened.contains) ?? false }

    // MARK: Sending

    /// Sends what may go out now, counts as failed what had no receipt in time, and gives up what no attempt is left for.
    mutating func attendToWhatIsDue() throws(Fault) {
        let deliveries = file.open
        file.open = []
        for var delivery in deliveries {
            if case .sent(let timeout) = delivery.standing, timeout <= now {
                guard fail(&delivery, reason: "no receipt") else { continue }
            }
            if case .waiting(let until) = delivery.standing, until <= now {
                guard try send(&delivery) else { continue }
            }
            file.open.append(delivery)
        }
    }

    /// Sends once more, or puts off until quiet hours are over; `false` where the message has become pointless.
    private mutating func send(_ delivery: inout NoticeDelivery) throws(Fault) -> Bool {
        let rule = rules.rule(for: delivery.cause.trigger, template: delivery.template)
        if let rule, isPointless(rule) {
            if delivery.attempts > 0 { events.append(.abandoned(abandoned(delivery, reason: "overtaken"))) }
            return false
        }
        let code = medium(of: delivery)
        let medium = rules.medium(code)
        if delivery.audience == .customer, medium?.disturbs.value ?? true, rule?.atAnyHour != true,
            let quietHours = rules.notification.quietHours?.value
        {
            let earliest = quietHours.earliest(at: now, offset: rules.notification.timeZone.value)
            guard earliest <= now else {
                delivery.standing = .waiting(until: earliest)
                return true
            }
        }
        delivery.attempts += 1
        events.append(.requested(try requested(delivery, on: code)))
        delivery.standing = .sent(timeout: now.adding(medium?.receiptTimeout.value.duration ?? .hours(24)))
        return true
    }

    private func requested(_ delivery: NoticeDelivery, on medium: String) throws(Fault) -> NotificationRequested {
        let isToCustomer = delivery.audience == .customer
        let language = isToCustomer ? file.contact?.language : rules.notification.staffLanguage.value
        var values = delivery.cause.values
        values["complaint"] = .text(file.complaint.rawValue)
        if isToCustomer, let contact = file.contact { values["line"] = .text(contact.line) }
        let chosen = language ?? rules.notification.staffLanguage.value
        let words = try rules.rendered(delivery.template, in: chosen, values)
        return NotificationRequested(
            notification: delivery.number, complaint: file.complaint, audience: delivery.audience, template: delivery.template,
            medium: medium, language: chosen, recipient: isToCustomer ? file.contact?.personal : nil,
            enclosure: delivery.cause.enclosure, unit: delivery.unit, title: words.title, text: words.text, attempt: delivery.attempts,
            at: now)
    }

    private func media(of delivery: NoticeDelivery) -> [String] { rules.media(for: delivery.audience, on: file.contact?.channel) }

    /// The medium of the next attempt: each is tried so often, then the one after it.
    private func medium(of delivery: NoticeDelivery) -> String {
        let media = media(of: delivery)
        return media[min(delivery.attempts / max(1, rules.notification.attemptsPerMedium.value), media.count - 1)]
    }

    // MARK: Receipts

    /// Counts a receipt; one for a message that is unknown, finished or not yet sent changes nothing.
    mutating func take(_ receipt: NotificationReceipt, from identity: CommandIdentity?) {
        guard let index = file.open.firstIndex(where: { $0.number == receipt.notification }), file.open[index].attempts > 0 else { return }
        switch receipt.outcome {
        case .delivered:
            let delivery = file.open.remove(at: index)
            events.append(.delivered(NotificationDelivered(notification: delivery.number, complaint: file.complaint, at: receipt.at)))
        case .failed:
            let source = identity.map { $0.source + "#" + $0.id }
            guard case .sent = file.open[index].standing, receipt.attempt ?? file.open[index].attempts == file.open[index].attempts,
                source == nil || source != file.open[index].lastReceipt
            else { return }
            file.open[index].lastReceipt = source
            var delivery = file.open[index]
            if fail(&delivery, reason: receipt.reason ?? "the gateway gave no reason") {
                file.open[index] = delivery
            } else {
                file.open.remove(at: index)
            }
        }
    }

    /// Counts an attempt as failed; `false` where it was the last and the message is given up.
    private mutating func fail(_ delivery: inout NoticeDelivery, reason: String) -> Bool {
        let limit = media(of: delivery).count * max(1, rules.notification.attemptsPerMedium.value)
        guard delivery.attempts < limit else {
            events.append(.abandoned(abandoned(delivery, reason: reason)))
            return false
        }
        let backoff = rules.notification.backoff.value
        let wait = backoff.isEmpty ? .zero : backoff[min(delivery.attempts, backoff.count) - 1].duration
        delivery.standing = .waiting(until: now.adding(wait))
        return true
    }

    private func abandoned(_ delivery: NoticeDelivery, reason: String) -> NotificationAbandoned {
        NotificationAbandoned(
            notification: delivery.number, complaint: file.complaint, attempts: delivery.attempts, reason: reason, at: now)
    }
}
