import Testing

@testable import Domain

/// Every command at every status: what it does, or that it is refused.
struct ClaimCommandTableTests {
    /// One command of each name, about the first claim; goodwill asks for a claim of its own and meets no other.
    static let commands: [ClaimCommand] = [
        .approve(), .decline(reason: "no bill"), .confirmSettlement(paymentKey: ClaimScenario.first.rawValue, reference: "pay-881"),
        .failSettlement(paymentKey: ClaimScenario.first.rawValue, reason: "account closed"), .retrySettlement(),
        .reverseSettlement(claim: ClaimScenario.first, reason: "paid to the wrong account"),
        .confirmReversal(paymentKey: ClaimScenario.first.rawValue, reference: "back-1"),
        .failReversal(paymentKey: ClaimScenario.first.rawValue, reason: "account closed"),
    ]

    /// What a pair leads to; every other pair is refused and changes nothing.
    typealias Effect = (events: [String], leadsTo: ClaimStatus)

    static let permitted: [ClaimStatus: [ClaimCommand.Name: Effect]] = [
        .unregistered: [:],
        .unclaimed: [:],
        .proposed: [
            .approve: (["approved", "settlementRequested"], .settlementRequested), .decline: (["declined"], .declined),
        ],
        .settlementRequested: [
            .confirmSettlement: (["settled"], .settled), .failSettlement: (["settlementFailed"], .settlementDelayed),
        ],
        .settlementDelayed: [.confirmSettlement: (["settled"], .settled), .failSettlement: ([], .settlementDelayed)],
        .settlementFailed: [
            .confirmSettlement: (["settled"], .settled), .failSettlement: ([], .settlementFailed),
            .retrySettlement: (["settlementRequested"], .settlementRequested),
        ],
        .settled: [
            .confirmSettlement: ([], .settled), .reverseSettlement: (["reversalRequested"], .reversalRequested),
        ],
        .reversalRequested: [
            .confirmSettlement: ([], .reversalRequested), .confirmReversal: (["reversed"], .reversed),
            .failReversal: (["reversalFailed"], .reversalFailed),
        ],
        .reversalFailed: [
            .confirmSettlement: ([], .reversalFailed), .reverseSettlement: (["reversalRequested"], .reversalRequested),
            .confirmReversal: (["reversed"], .reversed), .failReversal: ([], .reversalFailed),
        ],
        .reversed: [.confirmSettlement: ([], .reversed), .confirmReversal: ([], .reversed)],
        .declined: [:],
        .denied: [:],
    ]

    /// Leads a claim of 100 yuan to a status.
    static func scenario(at status: ClaimStatus) throws -> ClaimScenario {
        var claims = ClaimScenario()
        switch status {
        case .unregistered: try claims.finds(fen: 10_000)
        case .unclaimed: try claims.registers()
        case .proposed:
            try claims.registers()
            try claims.finds(fen: 10_000)
        case .settlementRequested:
            claims = try scenario(at: .proposed)
            try claims.orders(.approve())
        case .settlementDelayed:
            claims = try scenario(at: .settlementRequested)
            try claims.fails()
        case .settlementFailed:
            claims = try scenario(at: .settlementDelayed)
            for _ in 1...2 {
                try claims.lane.whenDue()
                try claims.fails()
            }
        case .settled:
            claims = try scenario(at: .settlementRequested)
            try claims.confirms()
        case .reversalRequested:
            claims = try scenario(at: .settled)
            try claims.orders(.reverseSettlement(claim: ClaimScenario.first, reason: "paid to the wrong account"))
        case .reversalFailed:
            claims = try scenario(at: .reversalRequested)
            try claims.orders(
                .failReversal(paymentKey: ClaimScenario.first.rawValue, reason: "account closed"), by: ClaimScenario.billing)
        case .reversed:
            claims = try scenario(at: .reversalRequested)
            try claims.orders(
                .confirmReversal(paymentKey: ClaimScenario.first.rawValue, reference: nil), by: ClaimScenario.billing)
        case .declined:
            claims = try scenario(at: .proposed)
            try claims.orders(.decline(reason: "no bill"))
        case .denied:
            try claims.registers()
            try claims.finds(.operatorNotAtFault, ground: nil)
        }
        return claims
    }

    @Test(arguments: ClaimStatus.allCases, ClaimCommandTableTests.commands)
    func everyPairOfStatusAndCommandIsDecided(status: ClaimStatus, command: ClaimCommand) throws {
        var claims = try Self.scenario(at: status)
        try #require(claims.status == status)
        let before = claims.lane.state
        let events = try claims.orders(command)
        if let effect = try #require(Self.permitted[status])[command.name] {
            #expect(events.map(\.word) == effect.events)
            #expect(claims.status == effect.leadsTo)
            if effect.events.isEmpty { #expect(claims.lane.state == before) }
        } else {
            #expect(events.map(\.word) == ["commandRejected"])
            #expect(claims.lane.state == before)
        }
    }

    @Test(arguments: ClaimStatus.allCases)
    func aRefusalNamesWhatIsPermitted(status: ClaimStatus) throws {
        let permitted = try #require(Self.permitted[status])
        let named = ClaimCommand.Name.allCases.filter { permitted[$0]?.events.isEmpty == false }.map(\.rawValue)
        let expected: String =
            switch status {
            case .unregistered: "a registered complaint"
            case .unclaimed: "a finding of liability first"
            default: named.isEmpty ? "no further command" : Wording.either(named)
            }
        for command in Self.commands where permitted[command.name] == nil {
            var claims = try Self.scenario(at: status)
            #expect(try claims.orders(command).first?.refusal?.expected == expected, "\(command.name)")
        }
    }

    @Test func aRefusalCarriesTheIdentityOfTheCommandAndTheStateItMet() throws {
        var claims = try Self.scenario(at: .settlementRequested)
        let refused = try claims.orders(.decline(reason: "no bill"))
        let fault = Fault(
            field: "command", problem: "is not possible: the claim is approved, and billing has been asked to pay",
            expected: "confirm-settlement or fail-settlement")
        let expected = CommandRejected(
            complaint: ClaimScenario.number, commandType: "redress.compensation.decline.v1", commandSource: "/desk/nanjing",
            commandID: "cmd-2", state: "settlement-requested", fault: fault, at: claims.lane.now)
        #expect(refused == [.commandRejected(expected)])
    }

    @Test func approvingTwiceFindsTheClaimApproved() throws {
        var claims = try Self.scenario(at: .settlementRequested)
        #expect(
            try claims.orders(.approve()).first?.refusal?.problem
                == "was given before: the claim is approved, and billing has been asked to pay")
    }

    @Test(arguments: ClaimStatus.allCases)
    func aMalformedCommandIsAnsweredWithItsFault(status: ClaimStatus) throws {
        var claims = try Self.scenario(at: status)
        let before = claims.lane.state
        let fault = Fault(field: "data.reason", problem: "is missing", expected: "text")
        let identity = CommandIdentity(
            type: "redress.compensation.decline.v1", source: "/desk/nanjing", id: "cmd-9", actor: ClaimScenario.supervisor)
        let events = try claims.lane.when(.malformedCommand(fault, of: ClaimScenario.number, identity))
        #expect(events.map(\.refusal) == [fault])
        #expect(claims.lane.state == before)
    }

    @Test func aCommandToAComplaintNobodyHeardOfIsRefusedAndNotRemembered() throws {
        var claims = ClaimScenario()
        let fault = try #require(try claims.orders(.approve()).first?.refusal)
        #expect(fault.field == "data.complaint")
        #expect(fault.problem == "is unknown: no such complaint is registered")
        #expect(claims.lane.state == nil)
    }
}
