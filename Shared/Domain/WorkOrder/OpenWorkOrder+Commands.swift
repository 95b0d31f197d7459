/// What an open work order makes of a command: one function a stage, each with every command, so that no pair is forgotten.
extension OpenWorkOrder {
    /// Who commands, and what the rules and the time are.
    struct Order {
        let identity: CommandIdentity
        let context: DecisionContext<DispatchRules>
        var now: Instant { context.now }
        var by: ActorID { identity.actor }
    }

    /// Obeys, or throws why not.
    mutating func obey(_ command: WorkOrderCommand, _ order: Order) throws(Fault) -> [WorkOrderEvent] {
        switch stage {
        case .dispatched: try whenDispatched(command, order)
        case .accepted: try whenAccepted(command, order)
        case .held: try whenHeld(command, order)
        case .answered(let answer, let maker): try whenAnswered(answer, by: maker, command, order)
        case .answerApproved(let answer): try whenAnswerApproved(answer, command, order)
        case .customerTold(let told): try whenCustomerTold(told, command, order)
        }
    }

    private mutating func whenDispatched(_ command: WorkOrderCommand, _ order: Order) throws(Fault) -> [WorkOrderEvent] {
        switch command {
        case .accept:
            stage = .accepted
            return [.accepted(WorkOrderAccepted(complaint: complaint, workOrder: workOrder, unit: unit, by: order.by, at: order.now))]
        case .transfer(let target, let reason):
            return try transfer(to: target, reason, order)
        case .hold, .resume, .findLiability, .answer, .approveAnswer, .returnAnswer, .tellCustomer, .archive:
            throw refused([.accept, .transfer])
        }
    }

    private mutating func whenAccepted(_ command: WorkOrderCommand, _ order: Order) throws(Fault) -> [WorkOrderEvent] {
        switch command {
        case .transfer(let target, let reason):
            return try transfer(to: target, reason, order)
        case .hold(let reason):
            guard order.context.policy.workOrders.holdReason(reason) != nil else {
                let known = order.context.policy.workOrders.holdReasons.map(\.code).joined(separator: ", ")
                throw Fault(field: "data.reason", problem: "is not a reason for which work may rest", expected: "one of " + known)
            }
            stage = .held(reason: reason)
            return [.held(WorkOrderHeld(complaint: complaint, workOrder: workOrder, reason: reason, by: order.by, at: order.now))]
        case .findLiability(let liability, let ground, let amount, let quantity, let particulars):
            let found = Finding(
                liability: liability, ground: ground, amount: amount, quantity: quantity, at: order.now, particulars: particulars)
            return [try find(found, order)]
        case .answer(let answer):
            stage = .answered(answer, by: order.by)
            return [.answered(WorkOrderAnswered(complaint: complaint, workOrder: workOrder, answer: answer, by: order.by, at: order.now))]
        case .accept:
            throw alreadySo([.transfer, .hold, .findLiability, .answer])
        case .resume, .approveAnswer, .returnAnswer, .tellCustomer, .archive:
            throw refused([.transfer, .hold, .findLiability, .answer])
        }
    }

    private mutating func whenHeld(_ command: WorkOrderCommand, _ order: Order) throws(Fault) -> [WorkOrderEvent] {
        switch command {
        case .resume:
            stage = .accepted
            return [.resumed(WorkOrderResumed(complaint: complaint, workOrder: workOrder, by: order.by, at: order.now))]
        case .hold:
            throw alreadySo([.resume])
        case .accept, .transfer, .findLiability, .answer, .approveAnswer, .returnAnswer, .tellCustomer, .archive:
            throw refused([.resume])
        }
    }

    private mutating func whenAnswered(
        _ answer: Sealed, by maker: ActorID, _ command: WorkOrderCommand, _ order: Order
    ) throws(Fault) -> [WorkOrderEvent] {
        switch command {
        case .approveAnswer:
            // The review is a second person's (S149).
            guard order.by != maker else {
                throw Fault(field: "actor", problem: "is the one who answered", expected: "another person to approve the answer")
            }
            stage = .answerApproved(answer)
            return [.answerApproved(WorkOrderAnswerApproved(complaint: complaint, workOrder: workOrder, by: order.by, at: order.now))]
        case .returnAnswer(let reason):
            return [sendBack(reason, order)]
        case .answer:
            throw alreadySo([.approveAnswer, .returnAnswer])
        case .accept, .transfer, .hold, .resume, .findLiability, .tellCustomer, .archive:
            throw refused([.approveAnswer, .returnAnswer])
        }
    }

    private mutating func whenAnswerApproved(
        _ answer: Sealed, _ command: WorkOrderCommand, _ order: Order
    ) throws(Fault) -> [WorkOrderEvent] {
        switch command {
        case .tellCustomer(let satisfied):
            return [tell(answer, satisfied, order)]
        case .approveAnswer:
            throw alreadySo([.tellCustomer])
        case .accept, .transfer, .hold, .resume, .findLiability, .answer, .returnAnswer, .archive:
            throw refused([.tellCustomer])
        }
    }

    private mutating func whenCustomerTold(
        _ told: Told, _ command: WorkOrderCommand, _ order: Order
    ) throws(Fault) -> [WorkOrderEvent] {
        // Only who is not content can have the answer looked at again (S040, S075).
        let permitted: [WorkOrderCommand.Name] =
            told.satisfied == false ? [.tellCustomer, .returnAnswer, .archive] : [.tellCustomer, .archive]
        switch command {
        case .tellCustomer(let satisfied):
            guard let satisfied, satisfied != told.satisfied else { throw alreadySo(permitted) }
            return [tell(told.answer, satisfied, order)]
        case .returnAnswer(let reason):
            guard told.satisfied == false else { throw refused(permitted) }
            return [sendBack(reason, order)]
        case .archive:
            return try requestArchive(told, order)
        case .accept, .transfer, .hold, .resume, .findLiability, .answer, .approveAnswer:
            throw refused(permitted)
        }
    }
}

/// What the commands do.
extension OpenWorkOrder {
    /// Sends the work order to another unit, which has to accept it; the first contact stays (S046, S098).
    private mutating func transfer(to target: Unit, _ reason: String, _ order: Order) throws(Fault) -> [WorkOrderEvent] {
        guard order.context.policy.knows(target) else {
            let known = order.context.policy.routing.units.map(\.code.rawValue).joined(separator: ", ")
            throw Fault(field: "data.to", problem: "is not a known unit", expected: "one of " + known)
        }
        guard target != unit else {
            throw Fault(field: "data.to", problem: "is the unit that has the work order already", expected: "another unit")
        }
        let source = unit
        unit = target
        stage = .dispatched
        return [
            .transferred(
                WorkOrderTransferred(
                    complaint: complaint, workOrder: workOrder, from: source, to: target, by: order.by, reason: reason, at: order.now))
        ]
    }

    private mutating func find(_ found: Finding, _ order: Order) throws(Fault) -> WorkOrderEvent {
        if let finding, finding.liability == found.liability, finding.ground == found.ground, finding.amount == found.amount,
            finding.quantity == found.quantity, finding.particulars == found.particulars
        {
            throw Fault(field: "command", problem: "asks for what is so already", expected: "another finding")
        }
        finding = found
        claims.heardSinceFinding = false
        return .liabilityFound(
            WorkOrderLiabilityFound(
                complaint: complaint, workOrder: workOrder, liability: found.liability, ground: found.ground, amount: found.amount,
                quantity: found.quantity, by: order.by, at: order.now, particulars: found.particulars))
    }

    private mutating func sendBack(_ reason: String, _ order: Order) -> WorkOrderEvent {
        stage = .accepted
        return .answerReturned(
            WorkOrderAnswerReturned(complaint: complaint, workOrder: workOrder, reason: reason, by: order.by, at: order.now))
    }

    private mutating func tell(_ answer: Sealed, _ satisfied: Bool?, _ order: Order) -> WorkOrderEvent {
        stage = .customerTold(Told(answer: answer, satisfied: satisfied, at: order.now))
        return .customerTold(
            WorkOrderCustomerTold(
                complaint: complaint, workOrder: workOrder, answer: answer, satisfied: satisfied, by: order.by, at: order.now))
    }

    /// Marks that somebody wants it archived; while a claim is unsettled the policy lets it wait or refuses.
    private mutating func requestArchive(_ told: Told, _ order: Order) throws(Fault) -> [WorkOrderEvent] {
        let policy = order.context.policy.workOrders
        if isBlockedByClaim(at: order.now, by: policy) {
            if told.archiveRequested {
                throw Fault(field: "command", problem: "asks for what was asked already", expected: "the claim to be settled first")
            }
            if policy.archiveWhileClaimOpen.value == .reject {
                throw Fault(
                    field: "command", problem: "cannot be given while a claim is unsettled",
                    expected: "the claim to be settled, declined or denied first")
            }
        }
        var told = told
        told.archiveRequested = true
        stage = .customerTold(told)
        return []
    }

    private func refused(_ permitted: [WorkOrderCommand.Name]) -> Fault {
        Fault(
            field: "command", problem: "cannot be given while the work order is \(stage.status.rawValue)",
            expected: "one of " + permitted.map(\.rawValue).joined(separator: ", "))
    }

    private func alreadySo(_ permitted: [WorkOrderCommand.Name]) -> Fault {
        Fault(
            field: "command", problem: "asks for what is so already: the work order is \(stage.status.rawValue)",
            expected: "one of " + permitted.map(\.rawValue).joined(separator: ", "))
    }
}
