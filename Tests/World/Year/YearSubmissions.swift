import Contracts
import Domain
import Foundation

/// How a customer of the year puts a complaint.
extension YearCustomer {
    /// A complaint with all that its channel asks for, but for what the customer's habit leaves out.
    func complaint(at time: Instant, on channel: ChannelRule? = nil, by policy: IntakePolicy) -> IntakeSubmission {
        let channel = channel ?? self.channel
        var submission = written(.submitted, at: time, on: channel)
        var details = SubmissionDetails(
            duties: duties(on: channel, by: policy, all: roll("duties", 10) < 6), takenBy: ActorID("clerk-\(1 + roll("clerk", 90))"))
        switch habit {
        case .settledOnSpot:
            submission.settledOnSpot = true
            submission.settlement = "explained, and the customer agreed"
        case .incomplete:
            submission.description = nil
            if isSecond { submission.category = nil }
        case .neverCompletes: submission.contact = nil
        case .exposedAtOnce: details = details.with(exposure: exposure)
        case .abroad: details = details.with(homeProvince: province == "CN-GD" ? "CN-JS" : "CN-GD")
        default: break
        }
        // Who drops a note in a box may leave no name, and is then hard to answer.
        if channel.code == "complaint-box", isSecond { (submission.customer, submission.contact) = (nil, nil) }
        if roll("sum", 12) == 0 { submission.disputedAmount = Money(minorUnits: Int64(10_000 + 1_000 * roll("disputed", 200))) }
        if roll("tendency", 60) == 0 { submission.flags = [.skipLevelTendency] }
        if roll("suspect", 80) == 0 { submission.flags.append(.malicious) }
        if habit == .grouped, channel.level.value == .groupLevel { submission.flags = [.escalated] }
        submission.details = details
        return submission
    }

    /// What is in every word of the customer's.
    func written(_ type: IntakeType, at time: Instant, on channel: ChannelRule? = nil) -> IntakeSubmission {
        var submission = IntakeSubmission(type, line: line)
        submission.channel = (channel ?? self.channel).code
        submission.province = province
        submission.category = category
        submission.customer = "customer \(number)"
        submission.contact = line
        submission.description = "what happened to \(number)"
        submission.language = roll("language", 10) == 0 ? .english : .chinese
        submission.receivedAt = time
        return submission
    }

    /// The exposures there are, in turn.
    var exposure: Exposure {
        let effects: [ExposureEffect?] = [nil] + ExposureEffect.allCases
        return Exposure(
            medium: ExposureMedium.allCases[roll("medium", ExposureMedium.allCases.count)], effect: effects[roll("effect", effects.count)],
            reference: "CUT-\(number)")
    }

    /// What intake asks of staff beside the fields.
    func duties(on channel: ChannelRule, by policy: IntakePolicy, all: Bool) -> [DutyDone]? {
        let codes = (channel.duties?.value ?? []) + (policy.categories.first { $0.code == category }?.duties?.value ?? [])
        let done = codes.compactMap { code -> DutyDone? in
            guard let rule = policy.duties.first(where: { $0.code == code }), all || rule.due.value == .beforeRegistration else {
                return nil
            }
            return DutyDone(duty: code, reference: rule.reference?.value == true ? "REF-\(number)" : nil)
        }
        return done.isEmpty ? nil : done
    }
}

/// How a customer of the year appeals.
extension YearCustomer {
    /// An appeal in writing with all that Order 35 asks for, or with what keeps it from being accepted.
    func appeal(
        at time: Instant, on channel: ChannelRule, case number: String, complainedOn: CivilDate?, isRefused: Bool
    ) -> IntakeSubmission {
        var submission = written(.appealed, at: time, on: channel)
        submission.demand = "put it right"
        submission.address = "1 Long Street"
        submission.postcode = "100000"
        submission.respondentAddress = "2 Long Street"
        submission.details = SubmissionDetails(
            duties: [DutyDone(duty: "referral-archived", reference: "REF-\(number)")], takenBy: "regulators-desk-1")
        let today = time.day(at: YearCalendar.offset)
        var appeal = Appeal()
        appeal.caseNumber = number
        appeal.date = today
        appeal.respondent = "the operator"
        appeal.interest = .own
        appeal.aboutService = true
        appeal.target = .operator
        appeal.complainedFirst = complainedOn != nil
        appeal.complainedOn = complainedOn
        appeal.satisfied = false
        appeal.arisenOn = today.adding(days: -60)
        if isRefused { refuse(&appeal, today) }
        submission.appeal = appeal
        return submission
    }

    /// The refusals of art. 11, in turn.
    private func refuse(_ appeal: inout Appeal, _ today: CivilDate) {
        switch roll("refusal", 6) {
        case 0: appeal.arisenOn = today.adding(days: -900)
        case 1: appeal.settlement = .carriedOut
        case 2: appeal.before = [.appealBody]
        case 3: appeal.before = [.court]
        case 4: appeal.otherLaw = "Post Law"
        default: appeal.aboutService = false
        }
    }
}

extension SubmissionDetails {
    fileprivate func with(exposure: Exposure? = nil, homeProvince: Province? = nil) -> SubmissionDetails {
        SubmissionDetails(
            duties: duties, exposure: exposure ?? self.exposure, takenBy: takenBy, homeProvince: homeProvince ?? self.homeProvince,
            writtenByCustomer: writtenByCustomer)
    }
}
