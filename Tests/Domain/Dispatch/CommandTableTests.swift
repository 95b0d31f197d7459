import Testing

@testable import Domain

/// Every command at every status: what it does, or that it is refused.
struct CommandTableTests {
    /// One command of each name.
    static let commands: [WorkOrderCommand] = [
        .accept, .transfer(to: "network-operations", reason: "a fault of the network"), .hold(reason: "appointment"), .resume,
        .findLiability(.operatorAtFault, ground: "wrong-charge", amount: Claims.fen, quantity: nil), .answer("sealed answer"),
        .approveAnswer, .returnAnswer(reason: "no reasons given"), .tellCustomer(satisfied: true), .archive,
    ]

    /// The commands that lead to each status of an open work order.
    static let ways: [(status: WorkOrderStatus, commands: [WorkOrderCommand])] = [
        (.dispatched, []), (.accepted, [.accept]), (.held, [.accept, .hold(reason: "appointment")]),
        (.answered, [.accept, .answer("sealed answer")]), (.answerApproved, [.accept, .answer("sealed answer"), .approveAnswer]),
        (.customerTold, [.accept, .answer("sealed answer"), .approveAnswer, .tellCustomer(satisfied: nil)]),
        (.archived, [.accept, .answer("sealed answer"), .approveAnswer, .tellCustomer(satisfied: nil), .archive]),
    ]

    /// What is permitted where, with the event and the status it leads to; every other pair is refused and changes nothing.
    static let permitted: [WorkOrderStatus: [WorkOrderCommand.Name: (event: String, leadsTo: WorkOrderStatus)]] = [
        .dispatched: [.accept: ("accepted", .accepted), .transfer: ("transferred", .dispatched)],
        .accepted: [
            .transfer: ("transferred", .dispatched), .hold: ("held", .held), .findLiability: ("liabilityFound", .accepted),
            .answer: ("answered", .answered),
        ],
        .held: [.resume: ("resumed", .accepted)],
        .answered: [.approveAnswer: ("answerApproved", .answerApproved), .returnAnswer: ("answerReturned", .accepted)],
        .answerApproved: [.tellCustomer: ("customerTold", .customerTold)],
        .customerTold: [.tellCustomer: ("customerTold", .customerTold), .archive: ("archived", .archived)],
        .archived: [:],
    ]

    @Test(arguments: CommandTableTests.ways.map(\.status), CommandTableTests.commands)
    func everyPairOfStatusAndCommandIsDecided(status: WorkOrderStatus, command: WorkOrderCommand) throws {
        let way = try #require(Self.ways.first { $0.status == status })
        var order = try ComplaintScenario(after: way.commands)
        try #require(order.status == status)
        let before = order.dispatch.state
        let events = try order.orders(command, by: ComplaintScenario.reviewer)
        let event = try #require(events.first)
        #expect(events.count == 1)
        if let expected = Self.permitted[status]?[command.name] {
            #expect(event.word == expected.event)
            #expect(order.status == expected.leadsTo)
        } else {
            let fault = try #require(event.refusal)
            #expect(fault.field == "command")
            #expect(order.dispatch.state == before)
        }
    }

    @Test(arguments: CommandTableTests.ways.filter { $0.status != .archived })
    func aRefusalNamesExactlyWhatIsPermitted(way: (status: WorkOrderStatus, commands: [WorkOrderCommand])) throws {
        let permitted = try #require(Self.permitted[way.status])
        let expected = "one of " + WorkOrderCommand.Name.allCases.filter { permitted[$0] != nil }.map(\.rawValue).joined(separator: ", ")
        for command in Self.commands where permitted[command.name] == nil {
            var order = try ComplaintScenario(after: way.commands)
            #expect(try order.orders(command).first?.refusal?.expected == expected, "\(command.name)")
        }
    }

    @Test func aRefusalCarriesTheIdentityOfTheCommandAndTheStateItMet() throws {
        var order = try ComplaintScenario(after: [.accept, .answer("sealed answer")])
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
        #expect(rejection.fault.problem == "cannot be given while the work order is answered")
    }

    @Test func theSameCommandUnderAnotherIDFindsItsEffectThere() throws {
        for (way, command) in [
            ([WorkOrderCommand.accept], WorkOrderCommand.accept), ([.accept, .answer("sealed answer")], .answer("sealed answer")),
            ([.accept, .hold(reason: "appointment")], .hold(reason: "appointment")),
            (
                [.accept, .findLiability(.unclear, ground: nil, amount: nil, quantity: nil)],
                .findLiability(.unclear, ground: nil, amount: nil, quantity: nil)
            ),
        ] {
            var order = try ComplaintScenario(after: way)
            let problem = try #require(try order.orders(command).first?.refusal?.problem)
            #expect(problem.hasPrefix("asks for what is so already"))
        }
    }

    @Test func whoAnsweredCannotApprove() throws {
        var order = try ComplaintScenario(after: [.accept, .answer("sealed answer")])
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
        #expect(order.status == .dispatched)
        #expect(order.open?.firstContact == "hotline-centre")
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
        #expect(fault.expected == "one of waiting-for-customer, appointment")
    }

    @Test func onlyWhoIsNotContentHasTheAnswerLookedAtAgain() throws {
        let told: [WorkOrderCommand] = [.accept, .answer("sealed answer"), .approveAnswer, .tellCustomer(satisfied: false)]
        var order = try ComplaintScenario(after: told)
        #expect(try order.orders(.returnAnswer(reason: "the customer asks for a review")).map(\.word) == ["answerReturned"])
        #expect(order.status == .accepted)
        var content = try ComplaintScenario(after: told.dropLast() + [.tellCustomer(satisfied: true)])
        #expect(try content.orders(.returnAnswer(reason: "again")).first?.refusal?.expected == "one of tell-customer, archive")
    }

    @Test func whatTheCustomerThinksCanBeAddedLater() throws {
        var order = try ComplaintScenario(after: [.accept, .answer("sealed answer"), .approveAnswer, .tellCustomer(satisfied: nil)])
        #expect(try order.orders(.tellCustomer(satisfied: nil)).first?.refusal != nil)
        #expect(try order.orders(.tellCustomer(satisfied: true)).map(\.word) == ["customerTold"])
        #expect(try order.orders(.tellCustomer(satisfied: true)).first?.refusal != nil)
    }
}
