import Moments
import Testing

@testable import Domain
@testable import Reporting

/// Which period each thing is counted in, and what is counted.
struct ReportCountTests {
    @Test func theCustomerToldBeforeTheDeadlineIsInTimeAndOneToldAfterItIsNot() throws {
        var year = ReportYear()
        let kept = year.register("2026-10-01T09:00:00+08:00")
        year.tellCustomer(kept, "2026-10-10T09:00:00+08:00")
        let late = year.register("2026-10-01T10:00:00+08:00")
        year.breach(late, due: "2026-10-17T00:00:00+08:00")
        year.tellCustomer(late, "2026-10-20T09:00:00+08:00")
        year.register("2026-10-02T10:00:00+08:00")
        let figures = try year.report().current
        #expect(figures[.answersDue] == 2, "S045: what still runs is not due")
        #expect(figures[.answersInTime] == 1, "S045: answered within its limit ÷ due")
        let value = try #require(try year.report().value(ReportPolicy.timeliness))
        #expect(value.text == "50.00", "S206: the metric is calculated from its two counts")
    }

    @Test func aBreachCountsInThePeriodItWasDueInAndItsLadderDoesNotCountAgain() throws {
        var year = ReportYear()
        let complaint = year.register("2026-09-20T09:00:00+08:00")
        year.breach(complaint, due: "2026-10-06T00:00:00+08:00", threshold: 150)
        year.breach(complaint, due: "2026-10-06T00:00:00+08:00")
        year.tellCustomer(complaint, "2026-11-02T09:00:00+08:00")
        let report = try year.report()
        #expect(report.current[.breaches] == 1)
        #expect(report.current[.answersDue] == 1)
        #expect(report.current[.registered] == 0)
        #expect(try year.report("2026-11").current[.answersDue] == 0, "the late answer is not due a second time")
    }

    @Test func whatSpoilsTheFirstResolutionIsThePolicysList() throws {
        var year = ReportYear()
        let first = year.register("2026-10-01T09:00:00+08:00")
        year.tellCustomer(first, "2026-10-02T09:00:00+08:00", satisfied: true)
        year.archive(first, "2026-10-03T09:00:00+08:00")
        #expect(try year.report().current[.resolvedOnce] == 1, "S177: settled at the first attempt")
        year.register("2026-10-20T09:00:00+08:00", nature: .repeat, repeatOf: first)
        let report = try year.report()
        #expect(report.current[.archived] == 1)
        #expect(report.current[.resolvedOnce] == 0, "S190: a repeat shows that it was not settled once")
        #expect(report.current[.repeats] == 1)
        #expect(try year.report(by: .fixture(spoilers: [.escalation])).current[.resolvedOnce] == 1)
    }

    @Test(arguments: [true, false])
    func anAppealShowsThatItWasNotSettledOnceAlsoWhereItCameTooEarlyToBeOne(isRegistered: Bool) throws {
        var year = ReportYear()
        let first = year.register("2026-10-01T09:00:00+08:00")
        year.tellCustomer(first, "2026-10-02T09:00:00+08:00")
        year.archive(first, "2026-10-03T09:00:00+08:00")
        let appeal = AppealRecord(
            body: "CN-JS", caseNumber: "JS-1", appealedOn: CivilDate(daysSinceEpoch: 20_000), acceptedOn: nil, complaint: first,
            assessment: nil, statement: nil)
        if isRegistered {
            var registered = ComplaintRegistered(
                complaint: "C99", line: LineReference(token: "line-1", masked: "138****8000"), channel: "miit", level: .appeal,
                province: "CN-JS", category: "billing", nature: .ordinary, flags: [], language: .chinese,
                personal: SealedText(ciphertext: "sealed"), receivedAt: at("2026-11-20T09:00:00+08:00"),
                registeredAt: at("2026-11-20T09:00:00+08:00"), repeatOf: nil, disputedAmount: nil, settledOnSpot: false,
                policyVersion: "test")
            registered.appeal = appeal
            year.ledger.note(.registered(registered))
        } else {
            year.ledger.note(
                .urged(
                    ComplaintUrged(complaint: first, channel: "miit", count: 1, at: at("2026-10-02T10:00:00+08:00"), appeal: appeal)))
        }
        #expect(try year.report("2026-10").current[.resolvedOnce] == 0, "S177: who appeals was not helped at the first attempt")
        #expect(try year.report("2026-10", by: .fixture(spoilers: [.repeated])).current[.resolvedOnce] == 1)
    }

    @Test func whatACustomerSaysOnAChannelCountsAsMuchAsOnACall() throws {
        var year = ReportYear()
        let first = year.register("2026-10-01T09:00:00+08:00")
        year.tellCustomer(first, "2026-10-02T09:00:00+08:00")
        year.archive(first, "2026-10-03T09:00:00+08:00")
        func says(_ score: Int?, resolved: Bool? = nil, at time: String) -> ComplaintEvent {
            .feedbackGiven(
                ComplaintFeedbackGiven(
                    complaint: first, channel: "sms", feedback: Feedback(satisfaction: score, resolved: resolved, wantsReview: nil),
                    personal: SealedText(ciphertext: "sealed"), at: at(time)))
        }
        year.ledger.note(says(5, at: "2026-10-04T09:00:00+08:00"))
        #expect(try year.report().current[.satisfied] == 1, "S077: a score that was sent in is an opinion")
        year.ledger.note(says(2, resolved: false, at: "2026-10-05T09:00:00+08:00"))
        let report = try year.report().current
        #expect(report[.opinions] == 1 && report[.satisfied] == 0, "S077: the last word counts")
        #expect(report[.resolvedOnce] == 0, "S199: what is not settled was not settled once")
    }

    @Test func theLastWordOnSatisfactionCountsWhenItIsSaid() throws {
        var year = ReportYear()
        let complaint = year.register("2026-09-20T09:00:00+08:00")
        year.tellCustomer(complaint, "2026-09-25T09:00:00+08:00", satisfied: false)
        year.tellCustomer(complaint, "2026-10-05T09:00:00+08:00", satisfied: true)
        #expect(try year.report("2026-09").current[.opinions] == 0, "S077: one customer has one opinion")
        let october = try year.report().current
        #expect(october[.opinions] == 1 && october[.satisfied] == 1, "S042: satisfaction is evaluated each period")
    }

    @Test func sumsAreInOneCurrencyAndCountWhenBillingHasPaid() throws {
        var year = ReportYear()
        let complaint = year.register("2026-09-20T09:00:00+08:00")
        year.pay(complaint, 2_500, "2026-10-01T00:00:00+08:00")
        year.pay(complaint, 900, "2026-10-02T00:00:00+08:00", currency: "HKD")
        let figures = try year.report().current
        #expect(figures[.payments] == 2)
        #expect(figures[.compensation] == 2_500, "S201: sums of compensation")
    }

    @Test func aPaymentThatIsTakenBackIsTakenOffTheSumInTheMonthOfItsReversal() throws {
        var year = ReportYear()
        let complaint = year.register("2026-09-20T09:00:00+08:00")
        year.pay(complaint, 2_500, "2026-09-30T10:00:00+08:00")
        year.takeBack(complaint, 2_500, "2026-10-09T10:00:00+08:00")
        year.archive(complaint, "2026-10-10T09:00:00+08:00")
        let september = try year.report("2026-09").current
        #expect(september[.payments] == 1 && september[.compensation] == 2_500, "a month that is over stays as it was")
        let october = try year.report()
        #expect(october.current[.payments] == 0 && october.current[.compensation] == -2_500)
        #expect(october.typical.allSatisfy { !$0.traits.contains(.compensated) && $0.compensation == 0 })
    }

    @Test func whatIsNotClosedWhenThePeriodEndsIsOpen() throws {
        var year = ReportYear()
        let early = year.register("2026-09-20T09:00:00+08:00")
        year.archive(early, "2026-11-01T00:00:00+08:00")
        year.register("2026-10-20T09:00:00+08:00")
        year.register("2026-10-21T09:00:00+08:00", settledOnSpot: true)
        year.register("2026-11-20T09:00:00+08:00")
        let figures = try year.report().current
        #expect(figures[.open] == 2, "S112: the first one closes in the first moment of November")
        #expect(figures[.settledOnSpot] == 1)
        #expect(figures[.archived] == 1, "what was settled on the spot is closed with its registration")
    }

    @Test func aRecordIsCompleteWhenItHoldsAllThePolicyAsksFor() throws {
        var year = ReportYear()
        let complete = year.register("2026-10-01T09:00:00+08:00")
        year.findLiability(complete, "2026-10-02T09:00:00+08:00")
        year.tellCustomer(complete, "2026-10-02T10:00:00+08:00")
        year.archive(complete, "2026-10-03T09:00:00+08:00")
        let thin = year.register("2026-10-01T09:00:00+08:00")
        year.archive(thin, "2026-10-03T09:00:00+08:00")
        let report = try year.report()
        #expect(report.current[.records] == 2 && report.current[.recordsComplete] == 1, "S201: 11.2 quality of the data")
        #expect(report.missing == [.liability: 1, .told: 1])
    }

    @Test func aFollowUpSpeaksLast() throws {
        var year = ReportYear()
        let complaint = year.register("2026-10-01T09:00:00+08:00")
        year.tellCustomer(complaint, "2026-10-02T09:00:00+08:00", satisfied: true)
        year.archive(complaint, "2026-10-03T09:00:00+08:00")
        year.work(
            complaint,
            .followedUp(
                WorkOrderFollowedUp(
                    complaint: complaint, workOrder: "W", reached: true, satisfaction: 3, resolved: false, otherProblems: nil,
                    by: "staff-1", at: at("2026-10-09T09:00:00+08:00"))))
        let figures = try year.report().current
        #expect(figures[.opinions] == 1 && figures[.satisfied] == 0, "S042, S077: what the follow-up says is the opinion")
        #expect(figures[.resolvedOnce] == 0)
    }

    @Test func anAppealsEndIsCountedByItsKind() throws {
        var year = ReportYear()
        for (index, step) in [AppealStep.mediationAgreed, .mediationFailed, .closed, .refused, .forwarded].enumerated() {
            let complaint = year.register("2026-10-0\(index + 1)T09:00:00+08:00", level: .appeal, line: LineToken("line-\(index)"))
            year.work(
                complaint,
                .appealStepRecorded(
                    WorkOrderAppealStepRecorded(
                        complaint: complaint, workOrder: "W", step: step, takenAt: at("2026-10-20T09:00:00+08:00"), document: nil,
                        by: "staff-1", at: at("2026-10-20T10:00:00+08:00"))))
        }
        let form = AppealForm(try year.report())
        #expect(form.outcomes.map(\.current) == [1, 1, 1], "S184: how hard complaints were settled, 和解 不认可 知晓")
        #expect(form.valid.current == 4, "S013: the refused one is not valid")
    }

    @Test func aDeclaredMajorComplaintCountsUntilItIsRevoked() throws {
        var year = ReportYear()
        let complaint = year.register("2026-09-01T09:00:00+08:00")
        year.work(
            complaint,
            .majorDeclared(
                WorkOrderMajorDeclared(
                    complaint: complaint, workOrder: "W", ground: .groupComplaint, evidence: "E-1", alert: nil, by: "staff-1",
                    at: at("2026-10-05T09:00:00+08:00"))))
        #expect(try year.report().current[.major] == 1)
        year.work(
            complaint,
            .majorRevoked(
                WorkOrderMajorRevoked(
                    complaint: complaint, workOrder: "W", reason: "checked", by: "staff-1", at: at("2026-10-06T09:00:00+08:00"))))
        #expect(try year.report().current[.major] == 0)
    }

    @Test func aComplaintDeclaredMajorOnceMoreCountsInTheMonthOfTheLastDeclaration() throws {
        var year = ReportYear()
        let complaint = year.register("2026-09-01T09:00:00+08:00")
        for time in ["2026-09-29T09:00:00+08:00", "2026-10-02T09:00:00+08:00"] {
            year.work(
                complaint,
                .majorDeclared(
                    WorkOrderMajorDeclared(
                        complaint: complaint, workOrder: "W", ground: .publicOpinion, evidence: "E-1", alert: nil, by: "staff-1",
                        at: at(time))))
            guard time.hasPrefix("2026-09") else { continue }
            year.work(
                complaint,
                .majorRevoked(
                    WorkOrderMajorRevoked(
                        complaint: complaint, workOrder: "W", reason: "checked", by: "staff-1", at: at("2026-09-30T09:00:00+08:00"))))
        }
        #expect(try year.report("2026-09").current[.major] == 0)
        #expect(try year.report("2026-10").current[.major] == 1)
        #expect(try year.report("2026").current[.major] == 1, "S201: the months add up to the year")
    }
}
