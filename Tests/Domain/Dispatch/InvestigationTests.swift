import Moments
import Testing

@testable import Domain

/// What has to be there before an answer, and who contributes (S038–S039, S068, S071–S073, S087, S097–S099, S107, S108, S150, S187, S197).
struct InvestigationTests {
    private static let appeal = ComplaintScenario.complaint(level: .appeal)
    private static let full = WorkOrderCommand.answer(.sample("sealed answer"), parts: AnswerPart.allCases)
    private static let evidence: [WorkOrderCommand] = [
        .recordEvidence(kind: "customer-contact", reference: "REC-1", note: .sample("sealed")),
        .recordEvidence(kind: "verification", reference: "REC-2", note: nil),
    ]
    private static let finding = WorkOrderCommand.findLiability(.unclear, ground: nil, amount: nil, quantity: nil)

    @Test func anAppealIsAnsweredOnlyOnEvidenceAFindingAndWithReasonsAndMeasures() throws {
        var order = try ComplaintScenario(of: Self.appeal, after: [.accept])
        #expect(order.open?.process == "appeal", "S068: another type of complaint has another process")
        let first = try #require(try order.orders(.answer(.sample("sealed answer"))).first?.refusal)
        #expect(first.expected.contains("the answer's reasons"), "S039: the reasons are explained")
        #expect(first.expected.contains("the answer's measures"), "S073: the measures are told")
        #expect(first.expected.contains("a finding of liability"), "S107: investigated and analysed before the answer")
        #expect(first.expected.contains("evidence of customer-contact"), "S071: talk with the customer")
        #expect(first.expected.contains("evidence of verification"), "S097: checked that it is real")
        for command in Self.evidence { #expect(try order.orders(command).map(\.word) == ["evidenceRecorded"], "S038: facts are verified") }
        try order.orders(Self.finding)
        let second = try #require(try order.orders(.answer(.sample("sealed answer"), parts: [.result, .reasons])).first?.refusal)
        #expect(second.expected == "first or with it: the answer's measures", "S197: 5.4 says what a reply contains")
        #expect(try order.orders(Self.full).map(\.word) == ["answered"], "S187: verified locally, then answered")
    }

    @Test func anOrdinaryComplaintNeedsNoMoreThanItsPolicySays() throws {
        var order = try ComplaintScenario(after: [.accept])
        #expect(order.open?.process == nil)
        #expect(try order.orders(.answer(.sample("sealed answer"))).map(\.word) == ["answered"], "S083: what is simple is solved at once")
    }

    @Test func evidenceOfAnUnknownKindOrOnFileAlreadyIsRefused() throws {
        var order = try ComplaintScenario(after: [.accept, Self.evidence[1]])
        let unknown = try #require(try order.orders(.recordEvidence(kind: "rumour", reference: "REC-3", note: nil)).first?.refusal)
        #expect(unknown.expected == "one of customer-contact, verification")
        #expect(try order.orders(Self.evidence[1]).first?.refusal?.problem == "changes nothing: that piece of evidence is on file")
        #expect(order.open?.investigation?.evidence.map(\.reference) == ["REC-2"])
    }

    @Test func whoTakesTheWorkOrderOnIsThePersonAssigned() throws {
        var order = try ComplaintScenario(after: [])
        guard case .accepted(let accepted)? = try order.orders(.accept, by: "staff-1042").first else {
            Issue.record("expected the acceptance")
            return
        }
        #expect(accepted.by == "staff-1042", "S071: a person is assigned to the investigation")
    }

    @Test func aUnitThatIsAskedContributesAndTheAnswerWaitsForIt() throws {
        var order = try ComplaintScenario(after: [.accept])
        let asked = WorkOrderCommand.coordinate(with: "network-operations", province: nil, request: "Was there an outage?")
        #expect(try order.orders(asked).map(\.word) == ["coordinationRequested"], "S098: departments are coordinated")
        #expect(order.open?.unit == "marketing", "S098: the problem keeps its owner")
        #expect(
            try order.orders(.answer(.sample("sealed answer"))).first?.refusal?.expected == "its contribution first",
            "S098: and must cooperate")
        let contribution = WorkOrderCommand.contribute("network-operations", province: nil, .sample("sealed"))
        #expect(try order.orders(contribution, by: "staff-9001").map(\.word) == ["contributed"])
        #expect(try order.orders(contribution).first?.refusal?.field == "data.unit")
        #expect(try order.orders(.answer(.sample("sealed answer"))).map(\.word) == ["answered"])
    }

    @Test func theSameUnitOfAnotherProvinceCanBeAsked() throws {
        var order = try ComplaintScenario(after: [.accept])
        #expect(try order.orders(.coordinate(with: "marketing", province: nil, request: "?")).first?.refusal?.field == "data.to")
        let events = try order.orders(.coordinate(with: "marketing", province: "CN-AH", request: "Was it charged there?"))
        guard case .coordinationRequested(let request)? = events.first else {
            Issue.record("expected a request, got \(events)")
            return
        }
        #expect(request.province == "CN-AH", "S150: coordination across provinces")
        #expect(try order.orders(.contribute("marketing", province: "CN-AH", .sample("sealed"))).map(\.word) == ["contributed"], "S152")
    }

    @Test func aComplexCaseHasAMeetingWithItsPlan() throws {
        var order = try ComplaintScenario(after: [.accept, .hold(reason: "appointment")])
        let meeting = WorkOrderCommand.recordMeeting(
            minutes: "MIN-1", conclusion: .sample("sealed conclusion"), plan: .sample("sealed plan"))
        guard case .meetingRecorded(let recorded)? = try order.orders(meeting).first else {
            Issue.record("expected the meeting")
            return
        }
        #expect(recorded.plan == .sample("sealed plan"), "S087: a special meeting decides a solution and its implementation plan")
        #expect(order.status == .held)
        #expect(try order.orders(meeting).first?.refusal != nil)
    }

    @Test func anAppealsCustomerIsToldInWriting() throws {
        var order = try ComplaintScenario(of: Self.appeal, after: [.accept] + Self.evidence + [Self.finding, Self.full, .approveAnswer])
        let refusal = try #require(try order.orders(.tellCustomer(satisfied: nil, medium: "phone")).first?.refusal)
        #expect(refusal.expected == "one of letter, sms", "S108: the result is fed back in writing")
        #expect(try order.orders(.tellCustomer(satisfied: nil, medium: "letter")).first?.refusal?.field == "data.reference")
        let events = try order.orders(.tellCustomer(satisfied: nil, medium: "letter", reference: "L-1"))
        guard case .customerTold(let told)? = events.first else {
            Issue.record("expected that the customer was told, got \(events)")
            return
        }
        #expect(told.medium == "letter" && told.reference == "L-1", "S099: what was said is on record")
    }

    @Test func aPolicyThatNamesUnknownEvidenceIsFaulty() {
        let policy = InvestigationPolicy(
            version: "1", effective: .always, evidenceKinds: [EvidenceKind(code: "a", name: "a", source: "test")],
            processes: [
                ComplaintProcess(name: "p", when: .when(), requires: .requires(evidence: ["b"])),
                ComplaintProcess(name: "p", when: .when(), requires: .requires()),
            ], ordinary: .requires(evidence: ["a", "c"]), writtenMedia: Sourced([]), answerNeedsContributions: Sourced(true))
        #expect(
            policy.faults().map(\.field) == ["processes[0].requires.evidence.value[0]", "processes[1].name", "ordinary.evidence.value[1]"])
    }
}
