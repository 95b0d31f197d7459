import Contracts
import Domain
import Policies

/// What has to hold of each complaint of the year, by the topics alone.
struct YearInvariants {
    private(set) var violations: [Violation] = []
    private let pack: PolicyPack
    private let risks: [RiskAlert]
    /// A timer fires with the tick in which it is due, or, where a worker died, in one of the next.
    private static let timeout = Duration.hours(2)

    init(_ lives: YearLives, _ registered: [YearLife], _ pack: PolicyPack) {
        self.pack = pack
        risks = lives.risks
        var repeats = RepeatRule(registered)
        for life in registered {
            judgeEnd(life)
            judgeTelling(life)
            judgeMoney(life)
            judgeDeadline(life)
            judgeAlerts(life)
            if let fault = repeats.fault(of: life, within: pack.intake.intake.repeatWindow.value.duration) {
                expect(false, "a repeat is known as one", fault)
            }
        }
        judgeRisks(registered)
    }

    private mutating func expect(_ holds: Bool, _ promise: String, _ seen: @autoclosure () -> String) {
        if !holds { violations.append(Violation(promise: promise, seen: seen())) }
    }

    /// Registered once, over once.
    private mutating func judgeEnd(_ life: YearLife) {
        let count = life.intake.count { if case .registered = $0 { true } else { false } }
        expect(count == 1, "a complaint is registered once", "\(life.complaint): \(count)")
        // The archiving may be told once more with what it has cost, but as of the same time.
        let ends = Set(life.archived.map(\.at))
        // A review after the archiving is a work order of its own, with an end of its own.
        let reviews = life.work { event in if case .reviewRequested(let fact) = event { fact.of } else { nil } }
        let course = life.work.suffix(14).map { event in
            if case .commandRejected(let refusal) = event { return "refused \(refusal.commandType) at \(refusal.state): \(refusal.fault)" }
            return event.wireType
        }
        expect(
            ends.count == 1 + reviews.count, "a complaint comes to its end once",
            "\(life.complaint): \(ends.count); \(course.joined(separator: ", "))")
    }

    /// The customer hears of the registration and of the result, and each message has an end: it arrived, or a person has to act.
    private mutating func judgeTelling(_ life: YearLife) {
        var open: [NoticeNumber: NotificationRequested] = [:]
        var isAnswered = false
        var isTold = false
        for notice in life.notices {
            switch notice {
            case .requested(let fact):
                open[fact.notification] = fact
                if fact.audience == .customer {
                    isTold = true
                    if fact.enclosure != nil { isAnswered = true }
                }
            case .delivered(let fact): open[fact.notification] = nil
            case .abandoned(let fact): open[fact.notification] = nil
            case .customerUnreached, .digestRequested, .receiptRejected: break
            }
        }
        let isReachable = life.registered?.personal != nil
        expect(isTold || !isReachable, "no customer is untold", "\(life.complaint) heard nothing")
        if life.archived.first?.outcome == .answered {
            expect(!life.told.isEmpty, "no customer is untold", "\(life.complaint) was archived as answered and not told")
            expect(isAnswered, "no customer is untold", "\(life.complaint) never had the answer in writing")
        }
        for notice in open.values.sorted(by: { $0.notification < $1.notification }) {
            expect(false, "every message has an end", "\(notice.notification) \(notice.template) to \(notice.audience)")
        }
    }

    /// Approved by a second person where one is needed, asked for under one key, paid once, taken back once.
    private mutating func judgeMoney(_ life: YearLife) {
        var proposed: [ClaimNumber: ClaimProposed] = [:]
        var approved: [ClaimNumber: Money] = [:]
        var keys: [String: ClaimNumber] = [:]
        var paid: Set<ClaimNumber> = []
        var reversed: Set<ClaimNumber> = []
        for event in life.claims {
            switch event {
            case .proposed(let fact): proposed[fact.claim] = fact
            case .approved(let fact):
                approved[fact.claim] = fact.amount
                let isSecond = fact.by.map { $0 != proposed[fact.claim]?.by } ?? (proposed[fact.claim]?.approvalRequired == false)
                expect(isSecond, "money takes two persons", "\(fact.claim) by \(fact.by?.rawValue ?? "nobody")")
            case .settlementRequested(let fact):
                expect(approved[fact.claim] == fact.amount, "only what was approved is paid", "\(fact.claim)")
                let known = keys.updateValue(fact.claim, forKey: fact.paymentKey)
                expect(known == nil || known == fact.claim, "nothing is paid twice", "\(fact.paymentKey)")
            case .settled(let fact):
                expect(paid.insert(fact.claim).inserted, "nothing is paid twice", "\(fact.claim)")
                expect(keys[fact.paymentKey] == fact.claim, "nothing is paid twice", "\(fact.claim) under \(fact.paymentKey)")
                expect(approved[fact.claim] == fact.amount, "only what was approved is paid", "\(fact.claim)")
            case .reversed(let fact):
                expect(
                    paid.contains(fact.claim) && reversed.insert(fact.claim).inserted, "only what was paid is taken back", "\(fact.claim)")
            case .declined, .denied, .settlementFailed, .reversalRequested, .reversalFailed, .commandRejected: break
            }
        }
        for claim in approved.keys.sorted() { expect(paid.contains(claim), "what is approved is paid", "\(claim)") }
    }

    /// The law's deadline, calculated once more from the day: whoever was told too late, or not at all, was alarmed about (S014).
    private mutating func judgeDeadline(_ life: YearLife) {
        guard let fact = life.registered, !fact.settledOnSpot else { return }
        let (days, working): (Int, Bool) =
            switch fact.province {
            case "CN-HA": (5, true)
            case "CN-CQ": (15, true)
            default: (15, false)
            }
        guard let due = YearCalendar.end(of: days, after: fact.receivedAt, working: working) else { return }
        let alarms = life.alerts.compactMap { event -> Alert? in
            if case .breached(let alert) = event, alert.clock == "answer" { alert } else { nil }
        }
        expect(
            alarms.allSatisfy { $0.dueAt == due }, "a deadline is the law's", "\(life.complaint): \(alarms.map(\.dueAt)), expected \(due)")
        let end = life.told.map(\.at).min() ?? life.withdrawnAt ?? life.closedAt
        if end.map({ $0 >= due }) ?? true {
            expect(!alarms.isEmpty, "a missed deadline is said", "\(life.complaint) was due at \(due)")
        } else {
            expect(
                alarms.isEmpty, "a kept deadline is not an alarm",
                "\(life.complaint) was due at \(due), over at \(end.map { "\($0)" } ?? "")")
        }
    }

    /// Each alert once, in time, and with somebody responsible once there is one.
    private mutating func judgeAlerts(_ life: YearLife) {
        var seen: Set<String> = []
        let since = life.dispatched?.at
        for alert in life.alerts.compactMap(\.alert) {
            expect(seen.insert(alert.alert).inserted, "an alert fires once", alert.alert)
            if let since, alert.firedAt > since.adding(Self.timeout) {
                expect(alert.unit != nil, "no clock is without an owner", alert.alert)
            }
            if alert.threshold == 100, let known = life.registered?.registeredAt {
                expect(
                    alert.firedAt.duration(since: max(alert.dueAt, known)) < Self.timeout, "an alarm is in time",
                    "\(alert.alert) at \(alert.firedAt)")
            }
        }
    }

    /// Three of a day of one province and class of problem that went up to the group or to an appeal are a major risk; or twenty of a month
    /// (S132, S133).
    private mutating func judgeRisks(_ registered: [YearLife]) {
        let counted = registered.compactMap(RiskMember.init)
        let told = risks
        for (risk, members) in Dictionary(grouping: counted, by: \.risk) {
            for (day, members) in Dictionary(grouping: members, by: { $0.at.day(at: YearCalendar.offset) }) where members.count >= 3 {
                expect(
                    told.contains { $0.alert == "\(risk)/same-day/\(day)" }, "three of a day are a major risk",
                    "\(risk) of \(day): \(members.map(\.complaint))")
            }
            let times = members.map(\.at).sorted()
            let isMonth = zip(times, times.dropFirst(19)).contains { $1 < $0.adding(.days(28)) }
            if isMonth {
                expect(told.contains { $0.risk == risk && $0.rule == "same-month" }, "twenty of a month are a major risk", risk)
            }
        }
    }
}

/// A complaint that went up to the group or to a channel of appeals, and when it did: as it came, or since.
private struct RiskMember {
    let complaint: ComplaintNumber
    let risk: String
    let at: Instant

    init?(_ life: YearLife) {
        guard let fact = life.registered else { return nil }
        func isAbove(_ flags: [Flag]) -> Bool { flags.contains(.escalated) || flags.contains(.skipLevel) }
        let later = life.intake.compactMap { if case .flagged(let fact) = $0, isAbove(fact.flags) { fact.at } else { nil } }.min()
        guard let at = isAbove(fact.flags) ? fact.receivedAt : later else { return nil }
        complaint = fact.complaint
        risk = "risk/\(fact.province)/\(fact.category)"
        self.at = at
    }
}

/// Whose complaint repeats which, by the archivings alone (S130).
private struct RepeatRule {
    private var byLine: [LineToken: [YearLife]] = [:]

    init(_ registered: [YearLife]) {
        for life in registered { if let token = life.registered?.line.token { byLine[token, default: []].append(life) } }
    }

    /// What is wrong with the nature of a complaint; `nil` for nothing.
    mutating func fault(of life: YearLife, within window: Duration) -> String? {
        guard let fact = life.registered, fact.level != .appeal, !fact.settledOnSpot else { return nil }
        let earlier = (byLine[fact.line.token] ?? []).contains { other in
            guard other.complaint != life.complaint, let closed = other.closedAt else { return false }
            return closed <= fact.receivedAt && fact.receivedAt <= closed.adding(window)
        }
        if earlier == (fact.repeatOf != nil) { return nil }
        return "\(life.complaint) names \(fact.repeatOf?.rawValue ?? "none"), received \(fact.receivedAt)"
    }
}
