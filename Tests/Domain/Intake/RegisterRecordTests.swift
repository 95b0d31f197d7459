import Moments
import Testing

@testable import Domain

/// What the register holds of a complaint, and when it is made (S037, S065, S069, S070, S082, S096, S104, S119, S192, S201).
struct RegisterRecordTests {
    @Test func theRecordHoldsWhoWhatHowAndWhen() throws {
        var line = try LineScenario(rules: .china())
        let received = at("2026-09-30T08:58:00+08:00")
        let registered = try #require(
            try line.submits(receivedAt: received, details: SubmissionDetails(takenBy: "staff-301")).registered)
        #expect(registered.receivedAt == received, "S037, S065, S104: the date of the complaint")
        #expect(registered.channel == "hotline", "S096: the way of the complaint")
        #expect(registered.personal == .sample("sealed"), "S037, S065, S104: name, contact and content, sealed")
        #expect(registered.registeredAt == LineScenario.morning, "S037, S082: taken and recorded at the first moment")
        #expect(registered.complaint == "C20260930003000127", "S105, S155, S201: the unified number")
        #expect(registered.line.token == LineScenario.line.token, "S201: the record names the line")
        #expect(
            registered.category == "billing" && registered.level == .provincial && registered.nature == .ordinary, "S201: and its classes")
        #expect(registered.policyVersion == "2019.1" && registered.takenBy == "staff-301", "S066, S201: by whom, under which rules")
    }

    @Test(arguments: ["customer", "contact", "description"])
    func whatIsMissingIsAskedOfTheCustomerAndTheComplaintWaits(field: String) throws {
        var line = try LineScenario(rules: .china())
        let asked = try #require(try line.submits(given: LineScenario.all.subtracting([field])).informationRequired)
        #expect(asked.missing == [field], "S065, S069, S096, S104: completeness is checked")
        #expect(line.file.map(\.isIncomplete) == [true], "S070: it waits for the customer")
        #expect(try line.supplements(given: [field]).registered?.complaint == asked.complaint, "S070: what was asked for completes it")
    }

    @Test(arguments: [Set(["description"]), ["description", "demand"]])
    func anyDissatisfactionIsAComplaint(given: Set<String>) throws {
        var line = try LineScenario(rules: .china())
        let registered = try line.submits(given: given.union(["customer", "contact"])).registered
        #expect(registered?.nature == .ordinary, "S119: an objection, a protest, a claim, a request: each is a complaint")
    }

    @Test func whatCannotBeSettledAtOnceGetsATicket() throws {
        var line = try LineScenario(rules: .china())
        let registered = try #require(try line.submits(given: LineScenario.all.union(["demand"])).registered)
        #expect(!registered.settledOnSpot, "S048, S192: recorded with problem and demand, a ticket is opened")
        #expect(line.file.map(\.standing) == [.open], "S192")
    }
}
