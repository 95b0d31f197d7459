/// Works on one complaint's file for one input: begins messages, sends them, counts receipts.
struct NoticeTransition {
    var file: NoticeState
    var events: [NoticeEvent] = []
    let now: Instant
    let rules: NotificationRules
    let serial: Serial
    /// What goes into units' digests.
    private(set) var collected: [StaffNotice] = []
    /// What came of sending and has to be told in turn.
    var aftermath: [NoticeCause] = []

    /// How many notices one decision may collect; a handful is the rule.
    private static let noticesASerial: Int64 = 64

    init(file: NoticeState, now: Instant, rules: NotificationRules, serial: Serial) {
        self.serial = serial
        self.file = file
        self.now = now
        self.rules = rules
    }

    /// Begins the messages that a happening calls for, once; those to a customer not yet known wait.
    mutating func take(_ cause: NoticeCause) throws(Fault) {
        guard cause.trigger != .claimDenied else { return hold(cause) }
        if cause.isForWhoeverHasIt, file.responsible == nil { return }
        guard rules.handles(cause.trigger), file.remember(cause.identity) else { return }
        try notify(graded(cause))
    }

    /// Begins the messages that a happening calls for, whether or not it is known.
    mutating func notify(_ cause: NoticeCause) throws(Fault) {
        for rule in rules.rules(for: cause.trigger) where rule.covers(cause) {
            if rule.tell == .customer, file.contact == nil {
                try keep(cause)
            } else {
                begin(rule, cause)
            }
        }
    }

    /// Begins what waited, in the order it came.
    mutating func notifyOfWhatWaitedForTheContact() {
        guard file.contact != nil, !file.early.isEmpty else { return }
        let waiting = file.early
        file.early = []
        for cause in waiting {
            for rule in rules.rules(for: cause.trigger) where rule.tell == .customer && rule.covers(cause) { begin(rule, cause) }
        }
    }

    private mutating func keep(_ cause: NoticeCause) throws(Fault) {
        guard !file.early.contains(where: { $0.identity == cause.identity }) else { return }
        guard file.early.count < NoticeState.earlyLimit else {
            throw Fault(
                field: "complaint", problem: "is not registered and \(NoticeState.earlyLimit) events about it wait already",
                expected: "the complaint's registration")
        }
        file.early.append(cause)
    }

    private mutating func begin(_ rule: NoticeRule, _ cause: NoticeCause) {
        guard !isPointless(rule) else { return }
        if rule.tell == .customer {
            guard rule.ifRefundDemanded != true || file.contact?.demandsRefund == true else { return }
            return begin(rule, cause, for: nil)
        }
        for unit in units(for: rule, cause) { begin(rule, cause, for: unit) }
    }

    /// Begins one message, or puts it down for a digest; `nil` is the customer.
    private mutating func begin(_ rule: NoticeRule, _ cause: NoticeCause, for unit: Unit?) {
        if rule.digest == true, let unit {
            collected.append(
                StaffNotice(
                    unit: unit, complaint: file.complaint, what: cause.trigger, lane: serial.lane,
                    place: serial.number * Self.noticesASerial + Int64(collected.count)))
            return
        }
        if rule.latestOnly == true { overtake(rule.template, to: unit) }
        file.count += 1
        file.open.append(
            NoticeDelivery(
                index: file.count, template: rule.template, trigger: cause.trigger,
                values: rules.values(cause.values, in: rule.template), unit: unit, enclosure: cause.enclosure,
                standing: .waiting(until: now)))
    }

    /// An older message of the same template has nothing to say any more: it is not sent, or not again.
    private mutating func overtake(_ template: TemplateName, to unit: Unit?) {
        let older = file.open
        file.open = []
        for var delivery in older {
            guard delivery.template == template, delivery.unit == unit else {
                file.open.append(delivery)
                continue
            }
            switch delivery.standing {
            case .sent:
                delivery.isOvertaken = true
                file.open.append(delivery)
            case .waiting:
                if delivery.attempts > 0 { abandon(delivery, reason: "overtaken") }
            }
        }
    }

    private func graded(_ cause: NoticeCause) -> NoticeCause {
        guard case .text(let threshold)? = cause.values["threshold"], let used = Int(digits: threshold) else { return cause }
        var graded = cause
        let grades = rules.notification.grade(at: used).map { [$0] } ?? []
        graded.values["grade"] = .words(.grade, grades)
        graded.scopes += grades
        return graded
    }

    private func units(for rule: NoticeRule, _ cause: NoticeCause) -> [Unit] {
        // A digest is of a unit's own work: while the work is nobody's, there is none to gather for.
        if rule.digest == true, rule.tell == .responsible, cause.unit == nil, file.responsible == nil { return [] }
        let otherwise = rules.notification.defaultUnit.value
        return switch rule.tell {
        case .customer: []
        case .responsible: [cause.unit ?? file.responsible ?? otherwise]
        case .firstContact: [file.firstContact ?? cause.unit ?? otherwise]
        case .named: cause.others.filter { $0 != cause.unit ?? file.responsible ?? otherwise }
        case .unit: [rule.unit ?? otherwise]
        }
    }

    func isPointless(_ rule: NoticeRule) -> Bool { rule.droppedBy?.contains(where: file.has) ?? false }
}

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

/// That nothing is owed is told once the complaint is answered: until then a second person may send the answer back, and another finding come.
extension NoticeTransition {
    /// Keeps a refusal of money until it may be told; a later one of the same complaint takes its place.
    mutating func hold(_ denial: NoticeCause) {
        guard rules.handles(.claimDenied), !file.taken.contains(denial.identity) else { return }
        file.denial = denial
    }

    /// Tells what was kept, where the customer has the answer; forgets it where the customer took the complaint back.
    mutating func attendToTheDenial() throws(Fault) {
        guard let denial = file.denial, file.contact != nil else { return }
        switch file.stage {
        case .told, .archived:
            file.denial = nil
            guard file.remember(denial.identity) else { return }
            try notify(denial)
        case .withdrawn: file.denial = nil
        case .accepted, .held, .answered, .reviewing, nil: break
        }
    }
}
