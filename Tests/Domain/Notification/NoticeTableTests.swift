import Moments
import Testing

@testable import Domain

/// Which event tells whom, with which words.
struct NoticeTableTests {
    static let table: [(NoticeInput, [String])] = [
        (.registered(), ["registered → customer: 中 category=billing province=CN-JS receivedOn=2026-03-02 line=138****8000"]),
        (
            .registered(settledOnSpot: true),
            ["settled-on-spot → customer: 中 category=billing province=CN-JS receivedOn=2026-03-02 line=138****8000"]
        ),
        (.informationRequired(), []),
        (.supplemented(), []),
        (.urged(), ["complaint-urged → customer: 中 count=1 line=138****8000"]),
        (.withdrawn, ["withdrawn → customer: 中 line=138****8000"]),
        (
            .dispatched,
            ["dispatched → marketing: 中 category=billing priority=3 province=CN-JS unit=市场部 workOrder=W20260302003000127"]
        ),
        (.accepted(), ["accepted → customer: 中 unit=市场部 workOrder=W20260302003000127 line=138****8000"]),
        (
            .transferred,
            ["transferred → network-operations: 中 from=市场部 unit=network-operations workOrder=W20260302003000127"]
        ),
        (.workOrderUrged, ["work-order-urged → marketing: 中 count=1 unit=市场部 workOrder=W20260302003000127"]),
        (.answered, ["answered → provincial-complaint-centre: 中 workOrder=W20260302003000127"]),
        (.answerReturned, ["answer-returned → provincial-complaint-centre: 中 workOrder=W20260302003000127"]),
        (.customerTold(), ["customer-told → customer: 中 workOrder=W20260302003000127 line=138****8000"]),
        (
            .escalated,
            [
                "escalated → provincial-customer-service: 中 priority=1 step=2 unit=provincial-customer-service workOrder=W20260302003000127"
            ]
        ),
        (.archived(), ["archived → customer: 中 workOrder=W20260302003000127 line=138****8000"]),
        (.archived(.withdrawn), []),
        (.archived(.settledOnSpot), []),
        (
            .alert(80),
            [
                "warned → marketing: 中 category=billing clock=answer dueAt=2026-03-17 23:59 grade=blue province=CN-JS rule=《电信用户申诉处理办法》第8条 threshold=80"
            ]
        ),
        (
            .alert(100, unit: nil),
            [
                "breached → provincial-complaint-centre: 中 category=billing clock=answer dueAt=2026-03-17 23:59 grade=orange province=CN-JS rule=《电信用户申诉处理办法》第8条 threshold=100"
            ]
        ),
        (.proposed(), ["approval-needed → provincial-customer-service: 中 amount=50.00元 band=manager claim=R1"]),
        (.proposed(approvalRequired: false), []),
        (.settled, ["claim-settled → customer: 中 amount=50.00元 claim=R1 reasons=unnamed50.00元 line=138****8000"]),
        (.settlementFailed(willRetry: false), ["settlement-failed → provincial-customer-service: 中 attempt=3 claim=R1"]),
        (.settlementFailed(willRetry: true), []),
        (.receipt(7, .delivered), []),
        (.wake, []),
    ]

    @Test(arguments: table)
    func anEventOfARegisteredComplaintTellsWhomThePolicySays(input: NoticeInput, expected: [String]) throws {
        var scenario = NoticeScenario()
        let isFirst = if case .complaint(.registered) = input { true } else { false }
        if !isFirst { try scenario.when(.registered()) }
        let events = try scenario.when(input)
        let told = events.compactMap { event -> String? in
            guard case .requested(let notice) = event else { return nil }
            return "\(notice.template) → \(notice.unit?.rawValue ?? notice.audience.rawValue): \(notice.text)"
        }
        #expect(told == expected)
        #expect(events.count == told.count)
    }

    @Test func informationIsAskedForInTheCustomersWordsBeforeTheComplaintIsComplete() throws {
        var scenario = NoticeScenario()
        let notice = try #require(try scenario.when(.informationRequired()).firstSent)
        #expect(notice.text == "中 missing=联系方式、投诉内容 line=138****8000")
        #expect(notice.recipient == .sample("sealed-1"))
    }

    @Test func anEnglishCustomerIsWrittenToInEnglishAndStaffInChinese() throws {
        var scenario = NoticeScenario()
        try scenario.when(.registered(language: .english))
        let answer = try #require(try scenario.when(.settled).firstSent)
        #expect(answer.language == .english)
        #expect(answer.text == "en amount=CNY 50.00 claim=R1 reasons=unnamed CNY 50.00 line=138****8000")
        #expect(try scenario.when(.dispatched).firstSent?.language == .chinese)
    }

    @Test func theAnswerTravelsSealedBesideTheText() throws {
        var scenario = NoticeScenario()
        try scenario.when(.registered())
        let notice = try #require(try scenario.when(.customerTold()).firstSent)
        #expect(notice.enclosure == .sample("sealed-answer"))
        #expect(!notice.text.contains("sealed"))
    }

    @Test func whatTheCustomerAddedTravelsWithEveryLaterMessage() throws {
        var scenario = NoticeScenario()
        try scenario.when(.informationRequired())
        try scenario.when(.supplemented(stillMissing: ["description"]))
        let notice = try #require(try scenario.when(.urged()).firstSent)
        #expect(notice.recipient?.parts == [.sample("sealed-1"), .sample("sealed-2")])
    }

    @Test func whatTheCustomerAddsIsToldToTheUnitThatSeesToTheComplaint() throws {
        var scenario = NoticeScenario()
        try scenario.when(.registered())
        #expect(try scenario.when(.supplemented()).isEmpty, "nobody has it: whoever takes it on reads all there is")
        try scenario.when(.dispatched)
        try scenario.when(.entrusted(to: "network-operations", at: "10:30"))
        #expect(try scenario.when(.supplemented(at: "11:30")).firstSent?.unit == "network-operations")
        try scenario.when(.entrusted(to: "marketing", at: "11:40"))
        #expect(try scenario.when(.supplemented(at: "11:50")).firstSent?.unit == "marketing")
    }

    @Test func numbersCountUpWithinAComplaint() throws {
        var scenario = NoticeScenario()
        #expect(try scenario.when(.registered()).firstSent?.notification == "C20260302003000127-N1")
        #expect(try scenario.when(.dispatched).firstSent?.notification == "C20260302003000127-N2")
    }

    @Test func aMessageToStaffCarriesNothingSealed() throws {
        var scenario = NoticeScenario()
        try scenario.when(.registered())
        for input in [NoticeInput.dispatched, .answered, .alert(80), .alert(100), .escalated, .proposed()] {
            let notice = try #require(try scenario.when(input).firstSent)
            #expect(notice.recipient == nil)
            #expect(notice.enclosure == nil)
            #expect(notice.audience == .staff)
        }
    }

    @Test func theFirstContactReviewsTheAnswerOnceItIsKnown() throws {
        var scenario = NoticeScenario()
        try scenario.when(.dispatched)
        #expect(try scenario.when(.answered).firstSent?.unit == "hotline-centre")
    }
}
