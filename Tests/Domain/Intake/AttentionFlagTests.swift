import Testing

@testable import Domain

/// Skip-level, its tendency and its record; cross-province, roaming, suspicion (S050, S088, S150, S152).
struct AttentionFlagTests {
    @Test func aSkipLevelComplaintIsReportedUpwardWithItsTicket() throws {
        var line = try LineScenario(rules: .china())
        let events = try line.submits("hotline", flags: [.skipLevelTendency])
        #expect(events.count == 2)
        let registered = try #require([events[0]].registered)
        let flagged = try #require([events[1]].flagged)
        #expect(registered.flags == [.skipLevelTendency])
        #expect(flagged.complaint == registered.complaint)
        #expect(flagged.flags == [.skipLevelTendency], "S050: the tendency to go over somebody's head is reported")
        #expect(flagged.reportTo == "provincial-customer-service", "S050: reported upward")
    }

    @Test func theTicketIsMadeAtOnceThoughSomethingIsMissing() throws {
        var line = try LineScenario(rules: .china())
        let events = try line.submits("hotline", given: ["customer"], flags: [.skipLevelTendency])
        let registered = try #require([events[0]].registered)
        #expect(registered.openDuties == ["contact", "description"], "S050: the ticket is made at once, what is missing stays open")
        let supplemented = try #require(try line.supplements(given: ["contact"]).supplemented)
        #expect(supplemented.openDuties == ["description"])
        #expect(try line.supplements(given: ["description"]).supplemented?.openDuties == nil)
    }

    @Test func withoutACategoryNothingCanBeRoutedSoItIsAskedForAndReportedAllTheSame() throws {
        var line = try LineScenario(rules: .china())
        let events = try line.submits("hotline", nil, flags: [.skipLevelTendency])
        #expect([events[0]].informationRequired?.missing == ["category"])
        #expect([events[1]].flagged?.flags == [.skipLevelTendency], "S050: the report does not wait")
        let later = try line.supplements(nil, "billing", given: [])
        #expect(later.registered?.flags == [.skipLevelTendency])
        #expect(later.count == 1, "it is reported once")
    }

    @Test func aTendencyShownWhileUrgingIsReportedOnce() throws {
        var line = try LineScenario(rules: .china())
        let open = try #require(try line.submits().registered)
        let urge = IntakeInput.Content.urge(complaint: nil, channel: "hotline", flags: [.skipLevelTendency])
        let first = try line.when(urge)
        #expect(first.count == 2)
        #expect([first[1]].flagged?.complaint == open.complaint, "S050: a tendency that shows later is reported, too")
        #expect(try line.when(urge).urged?.count == 2)
    }

    @Test func aRecordOfSkippingALevelMarksTheNextComplaint() throws {
        var line = try LineScenario(rules: .china())
        let appeal = try #require(
            [
                try line.submits(
                    "citizen-hotline", "network", details: SubmissionDetails(duties: [DutyDone(duty: "referral-archived", reference: "R1")])
                )[0]
            ]
            .registered)
        #expect(appeal.flags == [.skipLevel], "S050: who has never been to the operator left a level out")
        let events = try line.submits("hotline", "billing")
        #expect([events[0]].registered?.flags == [.skipLevelTendency], "S050: a record of skipping a level")
        #expect([events[1]].flagged?.reportTo == "provincial-customer-service", "S050")
    }

    @Test func anEscalatedComplaintSaysSo() throws {
        var line = try LineScenario(rules: .china())
        _ = try line.submits("hotline")
        #expect(try line.submits("group-hotline").registered?.flags == [.escalated], "S145: escalated from the province to the group")
    }

    @Test(arguments: [("CN-SC", [Flag.crossProvince]), ("CN-JS", [])] as [(Province, [Flag])])
    func aLineOfAnotherProvinceIsCrossProvince(home: Province, flags: [Flag]) throws {
        var line = try LineScenario(rules: .china())
        let registered = try line.submits(details: SubmissionDetails(homeProvince: home)).registered
        #expect(registered?.flags == flags, "S150: a line of one province complains of another")
    }

    @Test func theRoamingHotlinesComplaintsAreRoaming() throws {
        var line = try LineScenario(rules: .china())
        let registered = try line.submits("roaming-hotline").registered
        #expect(registered?.flags == [.roaming], "S152, S156: roaming")
        #expect(registered?.level == .groupLevel, "S142: a group-level centre")
    }

    @Test func aSuspicionOfMaliceChangesNothingButTheFlag() throws {
        var suspected = try LineScenario(rules: .china())
        var plain = try LineScenario(rules: .china())
        let first = try #require(try suspected.submits(flags: [.malicious]).registered)
        let second = try #require(try plain.submits().registered)
        #expect(first.flags == [.malicious], "S088: a suspicion is carried, for others to look into")
        #expect(first.nature == second.nature && first.openDuties == second.openDuties, "S088: nothing is decided by a suspicion")
        #expect(first.complaint == second.complaint)
    }
}
