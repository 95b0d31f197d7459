import Testing

@testable import Domain
@testable import Policies

/// Who solves, supervises and coordinates what in the China pack (S136–S194).
struct ChinaRoutingTests {
    private struct Dispatched {
        let order: OpenWorkOrder
        let events: [WorkOrderEvent]
    }

    private func dispatched(
        channel: Channel = "hotline", level: ChannelLevel = .provincial, category: Domain.Category = "service",
        nature: Nature = .ordinary, flags: [Flag] = [], disputed: Money? = nil
    ) throws -> Dispatched {
        let pack = try PolicyPackLoader.load(directory: PackFolder.china)
        let now = try #require(Instant("2026-09-30T09:00:00+08:00"))
        let complaint = ComplaintRegistered(
            complaint: "C20260930003000127", line: LineReference(token: "t1", masked: "138****8000"), channel: channel, level: level,
            province: "CN-JS", category: category, nature: nature, flags: flags, language: .chinese,
            personal: SealedText(ciphertext: "sealed"),
            receivedAt: now, registeredAt: now, repeatOf: nil, disputedAmount: disputed, settledOnSpot: false,
            policyVersion: pack.version)
        let decision = DispatchDecider.decide(
            .complaint(.registered(complaint)), given: nil,
            in: DecisionContext(now: now, policy: pack.dispatch, serial: Serial(lane: 3, number: 1)))
        guard case .open(let order)? = decision.state else {
            throw Fault(field: "", problem: "was not dispatched", expected: "an open work order")
        }
        return Dispatched(order: order, events: decision.events)
    }

    @Test func eachDepartmentHasTheComplaintsOfItsLine() throws {
        #expect(try dispatched(category: "billing").order.unit == "marketing", "S160: tariffs and charges are the marketing department's")
        #expect(try dispatched(category: "marketing").order.unit == "marketing", "S160: so are promotion and policy")
        #expect(
            try dispatched(category: "network").order.unit == "network-operations", "S165: network complaints are network operations'")
        #expect(try dispatched(category: "value-added").order.unit == "specialist-companies", "S170: specialist companies take tickets")
        #expect(try dispatched().order.unit == "provincial-complaint-centre", "S185: all others are the provincial centre's")
    }

    @Test func theCentresOfTheGroupHaveWhatCrossesProvincesAndWhatRegulatorsPassOn() throws {
        let miit = try dispatched(channel: "miit", level: .appeal).order
        #expect(miit.unit == "group-supervision-centre", "S149: MIIT appeals are passed on and reviewed by the supervision centre")
        #expect(try dispatched(flags: [.crossProvince]).order.unit == "group-supervision-centre", "S147, S150: across provinces")
        #expect(try dispatched(flags: [.crossCompany]).order.unit == "group-supervision-centre", "S151: across specialist companies")
        #expect(
            try dispatched(channel: "roaming-hotline", level: .groupLevel, flags: [.roaming]).order.unit == "roaming-centre",
            "S146, S152, S157: roaming has a centre of its own")
        let other = try dispatched(channel: "consumer-association", level: .appeal).order
        #expect(other.unit == "provincial-customer-service", "S173, S183: the province organises what associations pass on")
    }

    @Test func superiorsSuperviseWithoutBeingAsked() throws {
        #expect(
            try dispatched(nature: .repeat).order.supervisor == "provincial-customer-service", "S182: the province supervises repeats")
        #expect(try dispatched(nature: .major).order.supervisor == "provincial-customer-service", "S175, S182: and major complaints")
        #expect(try dispatched(channel: "miit", level: .appeal).order.supervisor == "group-customer-service", "S144, S145: appeals")
        #expect(try dispatched(flags: [.crossProvince]).order.supervisor == "group-customer-service", "S143: across provinces")
        #expect(
            try dispatched(channel: "customer-manager").order.supervisor == "government-enterprise", "S164: its own customer group")
        #expect(try dispatched(channel: "business-hall").order.supervisor == "sales-channels", "S164: its own customer group")
        #expect(
            try dispatched(category: "value-added").order.supervisor == "group-supervision-centre",
            "S151: specialist companies' tickets are watched in process")
        #expect(try dispatched().order.supervisor == nil)
    }

    @Test func aMajorComplaintIsReportedUpToTheGroupAtOnce() throws {
        let events = try dispatched(nature: .major).events
        let units = events.compactMap { if case .reported(let report) = $0 { report.unit } else { nil } }
        #expect(
            units == ["provincial-complaint-centre", "provincial-customer-service", "group-customer-service"],
            "S056: reported level by level at the first moment")
    }

    @Test func natureSeverityAndUrgencyMakeThePriority() throws {
        #expect(try dispatched().order.priority == 3)
        #expect(try dispatched(nature: .major).order.priority == 1, "S106: by nature")
        #expect(try dispatched(disputed: Money(minorUnits: 100_000)).order.priority == 2, "S067: by severity")
        #expect(try dispatched(disputed: Money(minorUnits: 99_999)).order.priority == 3)
        #expect(try dispatched(flags: [.escalated]).order.priority == 2, "S084: graded and handled level by level")
    }

    @Test func eachTypeHasItsProcess() throws {
        #expect(try dispatched(channel: "miit", level: .appeal).order.process == "appeal", "S068")
        #expect(try dispatched(flags: [.skipLevel]).order.process == "escalated", "S187: escalated complaints are verified locally")
        #expect(try dispatched().order.process == nil)
    }

    @Test func whatOnlyDispatchReadsIsCheckedWithFileAndLine() throws {
        let folder = try PackFolder()
        let kind = try folder.replace("evidence: {value: [verification]", by: "evidence: {value: [rumour]", in: "investigation.yaml")
        let unit = try folder.replace(
            "supervisor: {value: provincial-customer-service", by: "supervisor: {value: moon", in: "major.yaml")
        let skill = try folder.replace("skills: [appeals, major, escalations]", by: "skills: [appeals, flying]", in: "workload.yaml")
        let urges = try folder.replace("urges: {value: 2", by: "urges: {value: 0", in: "work-order.yaml")
        let error = #expect(throws: PolicyError.self) { try PolicyPackLoader.load(directory: folder.url) }
        #expect(
            Set(error?.faults.map { "\($0.file):\($0.line ?? 0)" } ?? []) == [
                "investigation.yaml:\(kind)", "major.yaml:\(unit)", "workload.yaml:\(skill)", "work-order.yaml:\(urges)",
            ])
    }
}
