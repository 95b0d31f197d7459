import Testing

@testable import Domain

/// Urges and withdrawals (S058).
struct UrgeTests {
    @Test func aSecondComplaintInTheSameMatterIsAnUrgeAndNoNewTicket() throws {
        var line = LineScenario()
        let open = try #require(try line.submits().registered)
        let urged = try #require(try line.submits("wechat").urged)
        #expect(urged.complaint == open.complaint)
        #expect(urged.channel == "wechat")
        #expect(urged.count == 1)
        #expect(try line.submits().urged?.count == 2)
        #expect(line.file.count == 1)
    }

    @Test func whoDoesNotSayWhatItIsAboutIsTakenToMeanTheOpenComplaint() throws {
        var line = LineScenario()
        let open = try #require(try line.submits().registered)
        #expect(try line.submits("hotline", nil).urged?.complaint == open.complaint)
    }

    @Test(arguments: [UrgeScope.category, .line])
    func anotherMatterIsAnotherComplaintUnlessThePolicyJudgesByLine(scope: UrgeScope) throws {
        var line = LineScenario(.fixture(urgeScope: scope))
        _ = try line.submits("hotline", "billing")
        let events = try line.submits("hotline", "network")
        switch scope {
        case .category: #expect(events.registered?.category == "network")
        case .line: #expect(events.urged?.count == 1)
        }
    }

    @Test func aComplaintThatIsArchivedButNotYetKnownToBeCountsAsOpen() throws {
        var line = LineScenario()
        let first = try #require(try line.submits().registered)
        #expect(try line.submits().urged?.complaint == first.complaint)
        line.given(first.complaint, archivedAt: LineScenario.morning)
        let events = try line.submits()
        #expect([events[0]].informationRequired?.missing == ["dissatisfaction"], "the second look makes a repeat of the first urge")
        #expect([events[1]].urged?.count == 1, "and what came now urges that one")
    }

    @Test func anUrgeNamesItsComplaintOrMeansTheOpenOne() throws {
        var line = LineScenario()
        let open = try #require(try line.submits().registered)
        #expect(try line.when(.urge(complaint: open.complaint, channel: "hotline")).urged?.count == 1)
        #expect(try line.when(.urge(complaint: nil, channel: "wechat")).urged?.count == 2)
    }

    @Test func anUrgeOnWhatIsNotOpenHereIsRejected() throws {
        var line = LineScenario()
        #expect(try line.when(.urge(complaint: nil, channel: "hotline")).fault?.field == "data.complaint")
        #expect(line.intake.state == nil)
        let first = try #require(try line.submits().registered)
        #expect(
            try line.when(.urge(complaint: "C20260101000000001", channel: "hotline")).fault?.problem == "is not known on this line")
        line.given(first.complaint, archivedAt: LineScenario.morning)
        #expect(try line.when(.urge(complaint: first.complaint, channel: "hotline")).fault?.problem == "is closed")
        #expect(try line.when(.urge(complaint: nil, channel: "pigeon")).fault?.field == "data.channel")
    }

    @Test func anOpenComplaintCanBeWithdrawnOnce() throws {
        var line = LineScenario()
        let open = try #require(try line.submits().registered)
        #expect(try line.when(.withdrawal(complaint: nil)).withdrawn?.complaint == open.complaint)
        #expect(try line.when(.withdrawal(complaint: open.complaint)).fault?.problem == "is closed")
        #expect(try line.supplements(open.complaint, given: ["description"]).fault?.problem == "is closed")
    }

    @Test func anIncompleteComplaintCanBeWithdrawn() throws {
        var line = LineScenario()
        let asked = try #require(try line.submits(given: []).informationRequired)
        #expect(try line.when(.withdrawal(complaint: asked.complaint)).withdrawn?.complaint == asked.complaint)
        #expect(line.file.map(\.standing) == [.withdrawn(at: LineScenario.morning)])
    }

    @Test func aWithdrawalMustSayWhichOfSeveralOpenComplaintsItMeans() throws {
        var line = LineScenario()
        let first = try #require(try line.submits("hotline", "billing").registered)
        _ = try line.submits("hotline", "network")
        #expect(try line.when(.withdrawal(complaint: nil)).fault?.expected == "the number of the one to withdraw")
        #expect(try line.when(.withdrawal(complaint: first.complaint)).withdrawn != nil)
        #expect(try line.when(.withdrawal(complaint: nil)).withdrawn != nil)
    }
}
