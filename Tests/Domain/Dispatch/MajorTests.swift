import Moments
import Testing

@testable import Domain

/// Major, malicious and false complaints (S056, S088, S131–S135, S145, S182).
struct MajorTests {
    private static let declare = WorkOrderCommand.declareMajor(.groupComplaint, evidence: "RISK-1", alert: "risk/1")
    private static let found = WorkOrderCommand.findLiability(.operatorNotAtFault, ground: nil, amount: nil, quantity: nil)
    private static let evidence = WorkOrderCommand.recordEvidence(kind: "verification", reference: "REC-1", note: nil)
    private static let malicious = WorkOrderCommand.declareMalicious(
        .malicious, finding: "settled twice", evidence: "REC-1", measure: "explain")

    @Test func aMajorComplaintIsReportedLevelByLevel() throws {
        var order = ComplaintScenario()
        let events = try order.registers(ComplaintScenario.complaint(nature: .major))
        #expect(events.map(\.word) == ["dispatched", "supervised", "reported", "reported"], "S056: reported at the first moment")
        let units = events.compactMap { if case .reported(let report) = $0 { report.unit } else { nil } }
        #expect(units == ["provincial-complaint-centre", "provincial-customer-service"], "S056: level by level")
        #expect(order.open?.supervisor == "provincial-customer-service", "S182: major complaints are supervised")
        #expect(order.dispatch.due == at("2026-09-30T11:00:00+08:00"))
        guard case .reported(let last)? = try order.dispatch.whenDue().first else {
            Issue.record("expected a report")
            return
        }
        #expect(last.unit == "group-customer-service" && last.step == 3, "S145: major cases reach the group")
        #expect(order.dispatch.due == nil)
    }

    @Test func nothingGoesToTheCustomerBeforeThePapersAreFiled() throws {
        var order = try ComplaintScenario(after: [.accept, Self.declare])
        #expect(order.open?.priority == 1, "S056: a major complaint comes first")
        let first = try #require(try order.orders(.answer(.sample("sealed answer"))).first?.refusal)
        #expect(
            first.expected == "filed first: pre-handling-plan, handling-plan, script",
            "S056: pre-handling plan, handling plan and emergency script")
        try order.orders(.filePlan(.preHandling, reference: "PLAN-1", .sample("sealed")))
        try order.orders(.filePlan(.handling, reference: "PLAN-2", .sample("sealed")))
        #expect(try order.orders(.fileScript(reference: "SCRIPT-1", .sample("sealed"))).map(\.word) == ["scriptFiled"])
        let second = try #require(try order.orders(.answer(.sample("sealed answer"))).first?.refusal)
        #expect(second.expected == "first or with it: the minutes of a special meeting")
        try order.orders(.recordMeeting(minutes: "MIN-1", conclusion: .sample("sealed"), plan: .sample("sealed")))
        #expect(try order.orders(.answer(.sample("sealed answer"))).map(\.word) == ["answered"])
    }

    @Test(
        arguments: [
            [.accept, .answer(.sample("sealed answer"))], [.accept, .answer(.sample("sealed answer")), .approveAnswer],
        ] as [[WorkOrderCommand]])
    func anAnswerOnItsWayIsStoppedWhenTheComplaintBecomesMajor(way: [WorkOrderCommand]) throws {
        var order = try ComplaintScenario(after: way + [Self.declare])
        let next: WorkOrderCommand = order.status == .answered ? .approveAnswer : .tellCustomer(satisfied: nil)
        let refusal = try #require(try order.orders(next, by: ComplaintScenario.reviewer).first?.refusal)
        #expect(refusal.problem == "is not possible: the papers of a major complaint are missing")
        #expect(try order.orders(.revokeMajor(reason: "not true")).map(\.word) == ["majorRevoked"], "S134: on verifying, it is taken back")
        #expect(try order.orders(next, by: ComplaintScenario.reviewer).first?.refusal == nil)
    }

    @Test func anExposureThatThePolicyCountsMakesItMajorOnce() throws {
        var order = try ComplaintScenario(after: [.accept])
        func exposed(_ major: Bool) -> DispatchInput {
            .complaint(
                .exposed(
                    ComplaintExposed(
                        complaint: ComplaintScenario.number, channel: "online-media",
                        exposure: Exposure(medium: .national, reference: "CUT-1"), major: major, at: ComplaintScenario.morning)))
        }
        #expect(try order.dispatch.when(exposed(false)) == [])
        let events = try order.dispatch.when(exposed(true))
        guard case .majorDeclared(let declared)? = events.first else {
            Issue.record("expected a major complaint, got \(events)")
            return
        }
        #expect(declared.ground == .publicOpinion && declared.evidence == "CUT-1", "S056: from the first moment")
        #expect(events.contains { $0.word == "reported" })
        #expect(try order.dispatch.when(exposed(true)) == [])
    }

    @Test func aPlanMayBeReplacedByAnotherAndIsOnlyForMajorComplaints() throws {
        var order = try ComplaintScenario(after: [.accept])
        #expect(
            try order.orders(.filePlan(.handling, reference: "PLAN-1", .sample("sealed"))).first?.refusal?.expected == "declare-major first"
        )
        try order.orders(Self.declare)
        #expect(try order.orders(.filePlan(.handling, reference: "PLAN-1", .sample("sealed"))).map(\.word) == ["planFiled"])
        #expect(try order.orders(.filePlan(.handling, reference: "PLAN-1", .sample("sealed"))).first?.refusal != nil)
        #expect(try order.orders(.filePlan(.handling, reference: "PLAN-2", .sample("sealed"))).map(\.word) == ["planFiled"])
    }

    @Test func aComplaintIsFoundMaliciousOnlyAfterTheFindingAndOnEvidenceOnFile() throws {
        var order = ComplaintScenario()
        try order.registers(ComplaintScenario.complaint(flags: [.malicious]))
        #expect(order.open?.malicious == nil, "S088: a suspicion at intake is not a finding")
        try order.orders(.accept)
        #expect(
            try order.orders(Self.malicious).first?.refusal?.expected == "find-liability first", "S088: investigated and verified first")
        try order.orders(Self.found)
        #expect(try order.orders(Self.malicious).first?.refusal?.field == "data.evidence")
        try order.orders(Self.evidence)
        guard case .maliciousDeclared(let declared)? = try order.orders(Self.malicious).first else {
            Issue.record("expected the finding")
            return
        }
        #expect(declared.measure == "explain", "S088: a measure by its seriousness")
        #expect(try order.orders(Self.malicious).first?.refusal != nil)
    }

    @Test func aMeasureThatIsNotForTheKindIsRefused() throws {
        var order = try ComplaintScenario(after: [.accept, Self.found, Self.evidence])
        let command = WorkOrderCommand.declareMalicious(.false, finding: "never a customer", evidence: "REC-1", measure: "legal")
        #expect(try order.orders(command).first?.refusal?.expected == "one of explain", "S088: by its seriousness")
    }

    @Test func theFindingOfMaliceIsTakenBackAlsoAfterArchiving() throws {
        let way: [WorkOrderCommand] = [
            .accept, Self.found, Self.evidence, Self.malicious, .answer(.sample("sealed answer")), .approveAnswer,
            .tellCustomer(satisfied: nil),
            .archive,
        ]
        var order = try ComplaintScenario(after: way)
        #expect(order.status == .archived)
        #expect(try order.orders(.revokeMalicious(reason: "another's evidence")).map(\.word) == ["maliciousRevoked"], "S088: reversible")
        #expect(try order.orders(.revokeMalicious(reason: "again")).first?.refusal != nil)
    }

    @Test func aPolicyThatReportsToNobodyOrOutOfOrderIsFaulty() {
        let level = { (after: String?) in
            ReportingLevel(unit: Sourced("provincial-complaint-centre"), after: after.map { Sourced(lasting($0)) })
        }
        let policy = MajorPolicy(
            version: "1", effective: .always, reporting: [level("2h"), level("1h")], filedBeforeAnswer: Sourced([]),
            requires: .requires(evidence: ["x"]), priority: Sourced(0), supervisor: Sourced("moon"))
        #expect(policy.faults(kinds: []).map(\.field) == ["requires.evidence.value[0]", "reporting[1].after.value", "priority.value"])
    }
}
