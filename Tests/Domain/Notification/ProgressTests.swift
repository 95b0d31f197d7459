import Testing

@testable import Domain

/// Who asks how it stands is told how it stands when the message goes out.
struct ProgressTests {
    @Test func theCustomerWhoAsksIsToldTheStage() throws {
        var scenario = try NoticeScenario.china()
        try scenario.when(.registered())
        var texts = try scenario.when(.progressRequested("1")).texts(of: "status")
        #expect(texts.first?.contains("已受理,正在派单") == true, "S200: the customer can see how it stands")
        try scenario.when(.dispatched)
        try scenario.when(.accepted())
        texts = try scenario.when(.progressRequested("2"), at: "10:05").texts(of: "status")
        #expect(texts.first?.contains("处理部门正在查证处理") == true, "S089: status is fed back in time")
        try scenario.when(.held)
        try scenario.when(.answered)
        #expect(try scenario.when(.progressRequested("2"), at: "10:06").isEmpty)
    }

    @Test func anUrgeIsAnsweredWithTheStageAtAnyHour() throws {
        var scenario = try NoticeScenario.china()
        try scenario.when(.registered())
        try scenario.when(.dispatched)
        try scenario.when(.accepted())
        let texts = try scenario.when(.urged(), at: "23:30").texts(of: "urged")
        #expect(texts.first?.contains("目前进展:处理部门正在查证处理") == true, "S058: tell the progress, do not open a new ticket")
        #expect(texts.first?.contains("已提醒处理部门") == true, "S058: the handler is reminded")
    }

    @Test func whatAStageWasIsNotToldOnceItIsOver() throws {
        var scenario = NoticeScenario(
            rules: .fixture(
                rules: [NotificationRules.rule(.registered, .customer), NotificationRules.rule(.progressRequested, .customer)],
                templates: [
                    NotificationRules.template("registered", zh: "1", en: "1"),
                    NotificationRules.template("progress-requested", zh: "{{stage}}", en: "{{stage}}"),
                ]))
        try scenario.when(.registered())
        try scenario.when(.receipt(1, .delivered))
        try scenario.when(.progressRequested(), at: "23:00")
        try scenario.when(.customerTold(), at: "23:10")
        #expect(try scenario.whenDue().texts(of: "progress-requested") == ["told"])
    }

    @Test func askingAboutAComplaintNobodyKnowsOpensNoFile() throws {
        var scenario = try NoticeScenario.china()
        #expect(try scenario.when(.progressRequested()).isEmpty)
        #expect(scenario.file == nil)
    }

    @Test func whatTellsNobodyAnythingLeavesNoFile() throws {
        var scenario = NoticeScenario(rules: .fixture(rules: [NotificationRules.rule(.registered, .customer)]))
        try scenario.when(.proposed(approvalRequired: false))
        #expect(scenario.file == nil)
    }
}
