import Moments
import Testing

@testable import Domain

/// Every command at every status: what it does, or that it is refused.
struct CommandTableTests {
    /// One command of each name.
    static let commands: [WorkOrderCommand] = [
        .accept, .transfer(to: "network-operations", reason: "a fault of the network"), .hold(reason: "appointment"), .resume,
        .findLiability(.operatorAtFault, ground: "wrong-charge", amount: Claims.fen, quantity: nil), .answer(.sample("sealed answer")),
        .approveAnswer, .returnAnswer(reason: "no reasons given"), .tellCustomer(satisfied: true), .archive,
        .coordinate(with: "network-operations", province: nil, request: "Was there an outage?"),
        .contribute("information-technology", province: nil, .sample("sealed")),
        .recordEvidence(kind: "verification", reference: "REC-2", note: nil),
        .recordMeeting(minutes: "MIN-1", conclusion: .sample("sealed"), plan: .sample("sealed")),
        .redistribute(to: "charges", reason: "skills"), .reportLoad("tariffs", 60),
        .supervise(by: "group-customer-service", reason: "hot problem", instruction: nil), .requestReview(reason: "too little"),
        .declareMajor(.groupComplaint, evidence: "RISK-1", alert: nil), .revokeMajor(reason: "not true"),
        .filePlan(.handling, reference: "PLAN-1", .sample("sealed")), .fileScript(reference: "SCRIPT-1", .sample("sealed")),
        .declareMalicious(.malicious, finding: "settled twice", evidence: "REC-1", measure: "explain"),
        .revokeMalicious(reason: "another customer's"), .merge(into: "C20260930003000999", reason: "one outage"),
        .unmerge(reason: "another cause"), .recordFollowUp(FollowUpResult(reached: true, satisfaction: 4, resolved: true)),
        .recordAppealStep(.accepted, at: ComplaintScenario.morning, document: nil),
    ]

    /// The commands that lead to each status of an open work order.
    static let ways: [(status: WorkOrderStatus, commands: [WorkOrderCommand])] = [
        (.dispatched, []), (.accepted, [.accept]), (.held, [.accept, .hold(reason: "appointment")]),
        (.merged, [.accept, .merge(into: "C20260930003000888", reason: "one outage")]),
        (.answered, [.accept, .answer(.sample("sealed answer"))]),
        (.answerApproved, [.accept, .answer(.sample("sealed answer")), .approveAnswer]),
        (.customerTold, [.accept, .answer(.sample("sealed answer")), .approveAnswer, .tellCustomer(satisfied: nil)]),
        (.archived, [.accept, .answer(.sample("sealed answer")), .approveAnswer, .tellCustomer(satisfied: nil), .archive]),
    ]

    private typealias Effects = [WorkOrderCommand.Name: (events: [String], leadsTo: WorkOrderStatus)]

    /// What is permitted where, with the events and the status it leads to; every other pair is refused and changes nothing.
    private static func permitted(at status: WorkOrderStatus) -> Effects {
        let everywhere: Effects = [
            .supervise: (["supervised"], status), .recordAppealStep: (["appealStepRecorded"], status),
            .declareMajor: (["majorDeclared", "supervised", "reported", "reported"], status),
        ]
        let working: Effects = [
            .recordEvidence: (["evidenceRecorded"], status), .recordMeeting: (["meetingRecorded"], status),
            .redistribute: (["redistributed"], status), .reportLoad: (["redistributed"], status),
        ]
        let own: Effects =
            switch status {
            case .unregistered: [:]
            case .dispatched:
                working.merging([
                    .accept: (["accepted"], .accepted), .transfer: (["transferred"], .dispatched), .merge: (["merged", "asked"], .merged),
                ]) { $1 }
            case .accepted:
                working.merging([
                    .transfer: (["transferred"], .dispatched), .hold: (["held"], .held), .findLiability: (["liabilityFound"], .accepted),
                    .answer: (["answered"], .answered), .coordinate: (["coordinationRequested"], .accepted),
                    .merge: (["merged", "asked"], .merged),
                ]) { $1 }
            case .held: working.merging([.resume: (["resumed"], .accepted), .coordinate: (["coordinationRequested"], .held)]) { $1 }
            case .merged: [.unmerge: (["unmerged", "asked"], .accepted)]
            case .answered:
                [
                    .approveAnswer: (["answerApproved"], .answerApproved), .returnAnswer: (["answerReturned"], .accepted),
                    .recordEvidence: (["evidenceRecorded"], .answered), .recordMeeting: (["meetingRecorded"], .answered),
                ]
            case .answerApproved: [.tellCustomer: (["customerTold"], .customerTold)]
            case .customerTold:
                [
                    .tellCustomer: (["customerTold"], .customerTold), .archive: (["archived"], .archived),
                    .recordFollowUp: (["followedUp"], .customerTold),
                ]
            case .archived:
                [
                    .recordFollowUp: (["followedUp"], .archived), .recordAppealStep: (["appealStepRecorded"], .archived),
                    .requestReview: (["reviewRequested"], .accepted),
                ]
            }
        return status == .archived ? own : everywhere.merging(own) { $1 }
    }

    @Test(arguments: CommandTableTests.ways.map(\.status), CommandTableTests.commands)
    func everyPairOfStatusAndCommandIsDecided(status: WorkOrderStatus, command: WorkOrderCommand) throws {
        let way = try #require(Self.ways.first { $0.status == status })
        var order = try ComplaintScenario(after: way.commands)
        try #require(order.status == status)
        let before = order.dispatch.state
        let events = try order.orders(command, by: ComplaintScenario.reviewer)
        try #require(!events.isEmpty)
        if let expected = Self.permitted(at: status)[command.name] {
            #expect(events.map(\.word) == expected.events)
            #expect(order.status == expected.leadsTo)
        } else {
            #expect(events.count == 1)
            #expect(try #require(events.first?.refusal).expected != "")
            #expect(order.dispatch.state == before)
        }
    }

    @Test func oneCommandOfEachNameIsInTheTable() {
        #expect(Self.commands.map(\.name) == WorkOrderCommand.Name.allCases)
        #expect(Set(Self.ways.map(\.status)) == Set(WorkOrderStatus.allCases).subtracting([.unregistered]))
    }

    /// The same command under another id finds its effect there: it is refused, or says nothing new, and changes nothing (S085).
    @Test(arguments: CommandTableTests.ways.map(\.status), CommandTableTests.commands)
    func aRepeatedCommandDecidesNothing(status: WorkOrderStatus, command: WorkOrderCommand) throws {
        let way = try #require(Self.ways.first { $0.status == status })
        var order = try ComplaintScenario(after: way.commands)
        _ = try order.orders(command, by: ComplaintScenario.reviewer)
        let after = order.dispatch.state
        let events = try order.orders(command, by: ComplaintScenario.reviewer)
        #expect(events.count == 1 && events.first?.refusal != nil)
        #expect(order.dispatch.state == after)
    }

    @Test(arguments: CommandTableTests.ways)
    func aRefusalSaysWhatIsSoAndNamesTheFewCommandsThatMakeSense(way: (status: WorkOrderStatus, commands: [WorkOrderCommand])) throws {
        let permitted = Set(WorkOrderCommand.Name.permitted(at: way.status).map(\.rawValue))
        for command in Self.commands where !command.name.statuses.contains(way.status) {
            var order = try ComplaintScenario(after: way.commands)
            let refusal = try #require(try order.orders(command).first?.refusal)
            let named = Set(refusal.expected.replacing(",", with: "").split(separator: " ").map(String.init))
                .intersection(WorkOrderCommand.Name.allCases.map(\.rawValue))
            #expect((1...4).contains(named.count) && named.isSubset(of: permitted), "\(command.name): \(refusal.expected)")
            #expect(!refusal.problem.contains(way.status.rawValue) || way.status == .accepted || way.status == .archived, "\(refusal)")
            #expect(!named.contains(command.name.rawValue), "S085: what is refused is not what is expected: \(refusal)")
        }
    }

    @Test func aStepThatIsNamedCanBeTaken() {
        for status in WorkOrderStatus.allCases where status != .unregistered {
            for satisfied in [nil, true, false] as [Bool?] {
                for step in WorkOrderRefusal.steps(at: status, satisfied) { #expect(step.statuses.contains(status), "\(status) \(step)") }
            }
        }
    }

    @Test func aCustomerWhoWasToldIsNotToldAgainAndTheRefusalSaysWhatCanBeDone() throws {
        var order = try ComplaintScenario(after: [
            .accept, .answer(.sample("sealed answer")), .approveAnswer, .tellCustomer(satisfied: nil),
        ])
        let refusal = try #require(try order.orders(.tellCustomer(satisfied: nil)).first?.refusal)
        #expect(refusal.problem == "was given before: the customer has been told already")
        #expect(refusal.expected == "archive, record-follow-up or tell-customer with satisfied yes or no")
    }

    @Test(arguments: [true, nil] as [Bool?])
    func aReviewIsForACustomerWhoIsNotContent(satisfied: Bool?) throws {
        var order = try ComplaintScenario(after: [
            .accept, .answer(.sample("sealed answer")), .approveAnswer, .tellCustomer(satisfied: satisfied),
        ])
        for command in [WorkOrderCommand.requestReview(reason: "too short"), .returnAnswer(reason: "too short")] {
            let refusal = try #require(try order.orders(command).first?.refusal)
            #expect(refusal.problem.contains("content"), "S040: \(refusal)")
            #expect(refusal.expected.contains("tell-customer with satisfied no"), "S075: \(refusal)")
        }
    }

    @Test func aGroundNobodyKnowsIsRefusedWhereItIsGivenWithTheKnownOnes() throws {
        var order = try ComplaintScenario(rules: .fixture(findings: FindingVocabulary([.fixture()])), after: [.accept])
        let finding = WorkOrderCommand.findLiability(.operatorAtFault, ground: "bogus", amount: Money(minorUnits: 1), quantity: nil)
        let refusal = try #require(try order.orders(finding).first?.refusal)
        #expect(refusal.field == "data.ground")
        #expect(refusal.expected.hasPrefix("one of ") && refusal.expected.contains("wrong-charge"))
        #expect(order.open?.finding == nil)
    }

    @Test func aRefusalCarriesTheIdentityOfTheCommandAndTheStateItMet() throws {
        var order = try ComplaintScenario(after: [.accept, .answer(.sample("sealed answer"))])
        let events = try order.orders(.hold(reason: "appointment"))
        guard case .commandRejected(let rejection)? = events.first else {
            Issue.record("expected a refusal, got \(events)")
            return
        }
        #expect(rejection.complaint == ComplaintScenario.number)
        #expect(rejection.commandType == "redress.work-order.hold.v1")
        #expect(rejection.commandSource == "/desk/nanjing")
        #expect(rejection.commandID == "cmd-3")
        #expect(rejection.state == "answered")
        #expect(rejection.fault.problem == "is not possible: the answer was given and waits for its review")
    }

    @Test func theSameCommandUnderAnotherIDFindsItsEffectThere() throws {
        for (way, command) in [
            ([WorkOrderCommand.accept], WorkOrderCommand.accept),
            ([.accept, .answer(.sample("sealed answer"))], .answer(.sample("sealed answer"))),
            ([.accept, .hold(reason: "appointment")], .hold(reason: "appointment")),
            (
                [.accept, .findLiability(.unclear, ground: nil, amount: nil, quantity: nil)],
                .findLiability(.unclear, ground: nil, amount: nil, quantity: nil)
            ),
        ] {
            var order = try ComplaintScenario(after: way)
            let problem = try #require(try order.orders(command).first?.refusal?.problem)
            #expect(problem.hasPrefix("was given before: ") || problem.hasPrefix("changes nothing: "))
        }
    }

    @Test func whoAnsweredCannotApprove() throws {
        var order = try ComplaintScenario(after: [.accept, .answer(.sample("sealed answer"))])
        #expect(try order.orders(.approveAnswer, by: ComplaintScenario.handler).first?.refusal?.field == "actor")
        #expect(order.status == .answered)
        #expect(try order.orders(.approveAnswer, by: ComplaintScenario.reviewer).map(\.word) == ["answerApproved"])
    }

    @Test func aTransferKeepsTheFirstContactAndMustBeAcceptedAgain() throws {
        var order = try ComplaintScenario(after: [.accept])
        let events = try order.orders(.transfer(to: "network-operations", reason: "a fault of the network"))
        guard case .transferred(let transferred)? = events.first else {
            Issue.record("expected a transfer, got \(events)")
            return
        }
        #expect(transferred.from == "marketing" && transferred.to == "network-operations")
        #expect(order.status == .dispatched, "S166: each department has what falls in its scope, and must take it on")
        #expect(order.open?.firstContact == "hotline-centre", "S046: no passing the buck")
        #expect(order.open?.unit == "network-operations")
    }

    @Test func aTransferToNobodyOrToItselfIsRefused() throws {
        var order = try ComplaintScenario(after: [.accept])
        let unknown = try #require(try order.orders(.transfer(to: "moon", reason: "far")).first?.refusal)
        #expect(unknown.field == "data.to")
        #expect(unknown.expected.hasPrefix("one of hotline-centre, online-service, "))
        #expect(try order.orders(.transfer(to: "marketing", reason: "near")).first?.refusal?.expected == "another unit")
        #expect(order.status == .accepted)
    }

    @Test func workRestsOnlyForAReasonOfThePolicy() throws {
        var order = try ComplaintScenario(after: [.accept])
        let fault = try #require(try order.orders(.hold(reason: "holiday")).first?.refusal)
        #expect(fault.field == "data.reason")
        #expect(
            fault.expected == "one of waiting-for-customer, appointment, third-party",
            "S072: the work order is on hold only for a reason that is allowed")
    }

    @Test func onlyWhoIsNotContentHasTheAnswerLookedAtAgain() throws {
        let told: [WorkOrderCommand] = [.accept, .answer(.sample("sealed answer")), .approveAnswer, .tellCustomer(satisfied: false)]
        var order = try ComplaintScenario(after: told)
        #expect(try order.orders(.returnAnswer(reason: "the customer asks for a review")).map(\.word) == ["answerReturned"])
        #expect(order.status == .accepted)
        var content = try ComplaintScenario(after: told.dropLast() + [.tellCustomer(satisfied: true)])
        let refusal = try #require(try content.orders(.returnAnswer(reason: "again")).first?.refusal)
        #expect(refusal.expected.contains("archive") && !refusal.expected.contains("return-answer"))
    }

    @Test func whatTheCustomerThinksCanBeAddedLater() throws {
        var order = try ComplaintScenario(after: [
            .accept, .answer(.sample("sealed answer")), .approveAnswer, .tellCustomer(satisfied: nil),
        ])
        #expect(try order.orders(.tellCustomer(satisfied: nil)).first?.refusal != nil)
        #expect(try order.orders(.tellCustomer(satisfied: true)).map(\.word) == ["customerTold"])
        #expect(try order.orders(.tellCustomer(satisfied: true)).first?.refusal != nil)
    }
}
