import Moments
import Testing

@testable import Domain

/// Desks, skills and shares, so that no unit is flooded (S170, S193, S195).
struct WorkloadTests {
    private let marketing = WorkloadPolicy.fixture.units[0]
    private let supervision = WorkloadPolicy.fixture.units[1]

    @Test func eachDeskHasItsShareInTheLongRunAndAComplaintAlwaysTheSame() {
        var counts: [Desk: Int] = [:]
        for number in 0..<8_000 {
            let complaint = ComplaintNumber("C20260930003\(1_000_000 + number)")
            let desk = marketing.desk(for: complaint, skills: [])
            #expect(desk == marketing.desk(for: complaint, skills: []))
            if let desk { counts[desk, default: 0] += 1 }
        }
        // Three parts and one of 8,000, give or take five per cent.
        #expect((5_700...6_300).contains(counts["tariffs", default: 0]), "S195: posts have their part of the work")
        #expect((1_700...2_300).contains(counts["charges", default: 0]))
    }

    @Test func whatTakesASkillGoesToADeskThatHasIt() throws {
        for number in 0..<200 {
            #expect(supervision.desk(for: ComplaintNumber("C\(number)"), skills: ["appeals"]) == "appeals", "S195: qualifications")
        }
        let order = try ComplaintScenario(of: ComplaintScenario.complaint(level: .appeal))
        #expect(order.open?.unit == "group-supervision-centre" && order.open?.desk == "appeals")
    }

    @Test func aSkillThatNoDeskHasIsNoReasonToLeaveAComplaintWithoutDesk() {
        #expect(marketing.desk(for: "C1", skills: ["appeals"]) != nil)
    }

    @Test func aDeskThatIsFullPassesItOnUntilNoneIsLeft() throws {
        var order = try ComplaintScenario(after: [.accept])
        let first = try #require(order.open?.desk)
        let second: Desk = first == "tariffs" ? "charges" : "tariffs"
        let limits: [Desk: Int] = ["tariffs": 60, "charges": 40]
        let limit = try #require(limits[first])
        #expect(try order.orders(.reportLoad(first, limit - 1)).first?.refusal?.expected == "\(limit) or more")
        guard case .redistributed(let moved)? = try order.orders(.reportLoad(first, limit)).first else {
            Issue.record("expected that the work order goes on")
            return
        }
        #expect(moved.from == first && moved.to == second && moved.load == limit, "S193: so that it is answered within the limit")
        #expect(order.status == .accepted)
        #expect(try order.orders(.reportLoad(first, 500)).first?.refusal?.field == "data.desk")
        let last = try #require(try order.orders(.reportLoad(second, 500)).first?.refusal)
        #expect(last.problem == "is not possible: every desk of the unit is full")
    }

    @Test func aSupervisorMovesItToADeskOfTheUnitOnly() throws {
        var order = try ComplaintScenario(after: [])
        let desk = try #require(order.open?.desk)
        #expect(try order.orders(.redistribute(to: "appeals", reason: "skills")).first?.refusal?.expected == "one of tariffs, charges")
        #expect(try order.orders(.redistribute(to: desk, reason: "skills")).first?.refusal?.expected == "another desk")
        let other: Desk = desk == "tariffs" ? "charges" : "tariffs"
        #expect(try order.orders(.redistribute(to: other, reason: "skills")).map(\.word) == ["redistributed"])
    }

    @Test func anotherUnitHasDesksOfItsOwn() throws {
        var order = try ComplaintScenario(after: [])
        guard case .transferred(let moved)? = try order.orders(.transfer(to: "network-operations", reason: "network")).first else {
            Issue.record("expected a transfer")
            return
        }
        #expect(moved.desk == nil && order.open?.desk == nil, "S170: the unit that has it answers for it")
    }

    @Test func desksThatCannotBeAreFaulty() {
        let policy = WorkloadPolicy(
            version: "1", effective: .always, skills: [],
            units: [
                UnitDesks(
                    unit: "marketing",
                    desks: [
                        DeskRule(code: "a", skills: ["x"], share: Sourced(0), limit: Sourced(0)),
                        DeskRule(code: "a", skills: [], share: Sourced(1), limit: nil),
                    ])
            ])
        #expect(
            policy.faults().map(\.field) == [
                "units[0].desks[0].skills[0]", "units[0].desks[0].share.value", "units[0].desks[0].limit.value", "units[0].desks[1].code",
            ])
    }
}
