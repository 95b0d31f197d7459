import Foundation
import Moments
import Policies
import Recipes
import Testing

@testable import Domain

/// The recipes for policies in `CONTRIBUTING.md`, followed in a copy of the shipped pack, block by block; then the decider is asked.
struct PolicyRecipeTests {
    private static let received = Instant("2026-09-21T09:00:00+08:00")

    private func pack(after recipe: String) throws -> PolicyPack {
        let copy = try ScratchCopy(of: ["Ops/policies"])
        try Recipe(recipe).follow(inPack: copy.china)
        return try PolicyPackLoader.load(directory: copy.china)
    }

    /// The deadlines of a complaint received on Monday 21 September 2026 at nine, and the alerts until the day is over.
    private func deadlines(
        _ policy: PolicyVersions<ClockRules>, acceptedUnder version: PolicyVersion = "2019.1"
    ) throws -> (clocks: [ClockName: ClockExplanation], alerts: [Alert]) {
        let received = try #require(Self.received)
        func context(at now: Instant) -> DecisionContext<PolicyVersions<ClockRules>> {
            DecisionContext(now: now, policy: policy, serial: Serial(lane: 0, number: 1))
        }
        let registered = ComplaintRegistered(
            complaint: "C1", line: LineReference(token: "line-1", masked: "138****8000"), channel: "hotline", level: .provincial,
            province: "CN-SC", category: "billing", nature: .ordinary, flags: [], language: .chinese, personal: .sample("sealed"),
            receivedAt: received, registeredAt: received, repeatOf: nil, disputedAmount: nil, settledOnSpot: false, policyVersion: version)
        var decision = try SLADecider.decide(.complaint(.registered(registered)), given: nil, in: context(at: received))
        let explained = try SLADecider.explain(try #require(decision.state), policy: policy, at: received)
        var alerts: [Alert] = []
        while let due = decision.due, due <= received.adding(.hours(12)) {
            decision = try SLADecider.decide(.wake, given: decision.state, in: context(at: due))
            alerts += decision.events.compactMap(\.alert)
        }
        return (Dictionary(explained.map { ($0.clock, $0) }, uniquingKeysWith: { _, last in last }), alerts)
    }

    @Test func theClockOfTheRecipeRunsWarnsAndIsCalledByItsName() throws {
        let pack = try pack(after: "Add a clock")
        let (clocks, alerts) = try deadlines(pack.clocks)
        let clock = try #require(clocks["call-back"])
        // Four hours of work: three before noon, one after half past one.
        #expect(clock.dueAt == Instant("2026-09-21T14:30:00+08:00"))
        #expect(alerts.filter { $0.clock == "call-back" }.map(\.threshold) == [50, 100])
        #expect(
            try deadlines(PolicyPackLoader.load(directory: Self.shipped).clocks).clocks["call-back"] == nil, "the shipped pack has none")
    }

    @Test func theTemplateOfTheRecipeGoesOutWhenItsRuleSaysSo() throws {
        var scenario = NoticeScenario(rules: try pack(after: "Add a template").notification)
        try scenario.when(.registered(language: .english))
        try scenario.when(.dispatched)
        let events = try scenario.when(.transferred)
        #expect(events.texts(of: "passed-on").first?.contains("is now with a team that can solve it") == true)
        #expect(events.told.contains("passed-on → customer"))
    }

    @Test func theTariffOfTheRecipeGivesItsShareAndAtLeastItsFloor() throws {
        let policy = try pack(after: "Add a tariff").compensation.current.policy
        for (fen, owed) in [(50_000, 5_000), (1_000, 2_000)] as [(Int64, Int64)] {
            var claims = ClaimScenario(policy)
            try claims.registers()
            let proposed = try claims.finds(ground: "missed-appointment", fen: fen).compactMap(\.proposal).first
            #expect(proposed?.amount.minorUnits == owed)
        }
    }

    @Test func aComplaintKeepsTheDeadlinesOfThePackItWasAcceptedUnder() throws {
        let copy = try ScratchCopy(of: ["Ops/policies"])
        // The commands of the product are run in the end-to-end tests; here the others make the pack.
        for command in try Recipe("Add a policy pack").commands where !command.hasPrefix("redress ") {
            try Self.run(command, in: copy.folder)
        }
        let pack = try PolicyPackLoader.load(directory: copy.folder.appending(path: "china-2027"))
        #expect(pack.version == "2027.1")
        let received = try #require(Self.received)
        #expect(try deadlines(pack.clocks, acceptedUnder: "2027.1").clocks["first-contact"]?.dueAt == received.adding(.hours(24)))
        #expect(try deadlines(pack.clocks, acceptedUnder: "2019.1").clocks["first-contact"]?.dueAt == received.adding(.hours(48)))
    }

    private static let shipped = Recipe.root.appending(path: "Ops/policies/china")

    /// Gives a line at a shell, as a newcomer does.
    private static func run(_ command: String, in folder: URL) throws {
        let shell = Process()
        shell.executableURL = URL(filePath: "/bin/sh")
        shell.arguments = ["-c", command]
        shell.currentDirectoryURL = folder
        try shell.run()
        shell.waitUntilExit()
        try #require(shell.terminationStatus == 0, "\(command)")
    }
}
