/// What a claim makes of a command: one function a stage, each with every command it permits.
extension Claim {
    /// Who commands of which file, and what the rules and the time are.
    struct Order {
        let identity: CommandIdentity
        let account: Account
        /// Who may decide this claim.
        let band: AuthorityBand?
        let offices: CompensationRules
        let isWithdrawn: Bool
    }

    /// Handles, or throws why not.
    mutating func handle(_ command: ClaimCommand, _ order: Order) throws(Fault) -> [ClaimEvent] {
        switch stage {
        case .proposed: try whenProposed(command, order)
        case .settlementRequested(let attempt, _): try whenSettlementRequested(attempt, command, order)
        case .settlementDelayed: try whenSettlementDelayed(command, order)
        case .settlementFailed: try whenSettlementFailed(command, order)
        case .settled(let reference): try whenSettled(reference, command, order)
        case .reversalRequested(let reference, _): try whenReversalRequested(reference, command, order)
        case .reversalFailed(let reference): try whenReversalFailed(reference, command, order)
        case .reversed: try whenReversed(command)
        case .declined: try whenDeclined(command)
        case .denied: throw refused([])
        }
    }

    private mutating func whenProposed(_ command: ClaimCommand, _ order: Order) throws(Fault) -> [ClaimEvent] {
        switch command {
        case .approve:
            guard !order.isWithdrawn || finding == nil else {
                throw Fault(field: "command", problem: "is not possible: the complaint was withdrawn", expected: "decline")
            }
            let absent = try authority(order)
            return approve(by: order.identity.actor, onBehalfOf: absent, order.account)
        case .decline(_, let reason):
            _ = try authority(order)
            return [decline(reason, by: order.identity.actor, order.account)]
        case .grantGoodwill, .confirmSettlement, .failSettlement, .retrySettlement, .reverseSettlement, .confirmReversal, .failReversal:
            throw refused([.approve, .decline])
        }
    }

    private mutating func whenSettlementRequested(
        _ attempt: Int, _ command: ClaimCommand, _ order: Order
    ) throws(Fault) -> [ClaimEvent] {
        switch command {
        case .confirmSettlement(_, let reference): return [settle(reference, order.account)]
        case .failSettlement(_, let number, let code, let reason):
            let retryable = try order.account.settlement.isRetryable(code)
            // Late word of an attempt that was counted as failed when billing did not answer.
            guard try isCurrent(number, of: attempts) else { return [] }
            return [fail(attempt, reason, code: code, retryable: retryable, order.account)]
        case .approve: throw alreadyInThatState([.confirmSettlement, .failSettlement])
        case .decline, .grantGoodwill, .retrySettlement, .reverseSettlement, .confirmReversal, .failReversal:
            throw refused([.confirmSettlement, .failSettlement])
        }
    }

    private mutating func whenSettlementDelayed(_ command: ClaimCommand, _ order: Order) throws(Fault) -> [ClaimEvent] {
        switch command {
        // However late: the money has moved.
        case .confirmSettlement(_, let reference): return [settle(reference, order.account)]
        // The attempt was counted as failed when billing did not answer, or by this message under another id.
        case .failSettlement(_, let number, _, _):
            _ = try isCurrent(number, of: attempts)
            return []
        case .approve: throw alreadyInThatState([.confirmSettlement])
        case .decline, .grantGoodwill, .retrySettlement, .reverseSettlement, .confirmReversal, .failReversal:
            throw refused([.confirmSettlement])
        }
    }

    private mutating func whenSettlementFailed(_ command: ClaimCommand, _ order: Order) throws(Fault) -> [ClaimEvent] {
        switch command {
        case .confirmSettlement(_, let reference): return [settle(reference, order.account)]
        case .failSettlement(_, let number, _, _):
            _ = try isCurrent(number, of: attempts)
            return []
        case .retrySettlement(_, let number):
            guard try isCurrent(number, of: attempts) else { throw alreadyInThatState([.confirmSettlement, .retrySettlement]) }
            return [request(attempt: 1, order.account)]
        case .approve: throw alreadyInThatState([.confirmSettlement, .retrySettlement])
        case .decline, .grantGoodwill, .reverseSettlement, .confirmReversal, .failReversal:
            throw refused([.confirmSettlement, .retrySettlement])
        }
    }

    private mutating func whenSettled(_ known: String?, _ command: ClaimCommand, _ order: Order) throws(Fault) -> [ClaimEvent] {
        switch command {
        case .confirmSettlement(_, let reference): return try hear(reference, knowing: known)
        case .reverseSettlement(_, let number, let reason):
            _ = try authority(order)
            guard try isCurrent(number, of: (reversals ?? 0) + 1) else { throw alreadyInThatState([.reverseSettlement]) }
            return [requestReversal(of: known, because: reason, by: order.identity.actor, order.account)]
        case .approve: throw alreadyInThatState([.reverseSettlement])
        case .decline, .grantGoodwill, .failSettlement, .retrySettlement, .confirmReversal, .failReversal:
            throw refused([.reverseSettlement])
        }
    }

    private mutating func whenReversalRequested(
        _ known: String?, _ command: ClaimCommand, _ order: Order
    ) throws(Fault) -> [ClaimEvent] {
        switch command {
        case .confirmSettlement(_, let reference): return try hear(reference, knowing: known)
        case .confirmReversal(_, let reference): return [reverse(reference, order.account)]
        case .failReversal(_, let number, let reason):
            guard try isCurrent(number, of: reversals ?? 1) else { return [] }
            return [failReversal(reason, of: known, order.account)]
        case .reverseSettlement: throw alreadyInThatState([.confirmReversal, .failReversal])
        case .approve, .decline, .grantGoodwill, .failSettlement, .retrySettlement:
            throw refused([.confirmReversal, .failReversal])
        }
    }

    private mutating func whenReversalFailed(_ known: String?, _ command: ClaimCommand, _ order: Order) throws(Fault) -> [ClaimEvent] {
        switch command {
        case .confirmSettlement(_, let reference): return try hear(reference, knowing: known)
        // However late: the money has moved.
        case .confirmReversal(_, let reference): return [reverse(reference, order.account)]
        case .failReversal(_, let number, _):
            _ = try isCurrent(number, of: reversals ?? 1)
            return []
        case .reverseSettlement(_, let number, let reason):
            _ = try authority(order)
            guard try isCurrent(number, of: (reversals ?? 0) + 1) else { throw alreadyInThatState([.reverseSettlement, .confirmReversal]) }
            return [requestReversal(of: known, because: reason, by: order.identity.actor, order.account)]
        case .approve, .decline, .grantGoodwill, .failSettlement, .retrySettlement:
            throw refused([.reverseSettlement, .confirmReversal])
        }
    }

    private func whenReversed(_ command: ClaimCommand) throws(Fault) -> [ClaimEvent] {
        switch command {
        // Said once more.
        case .confirmReversal, .confirmSettlement: return []
        case .reverseSettlement: throw alreadyInThatState([])
        case .approve, .decline, .grantGoodwill, .failSettlement, .retrySettlement, .failReversal: throw refused([])
        }
    }

    private func whenDeclined(_ command: ClaimCommand) throws(Fault) -> [ClaimEvent] {
        if case .decline = command { throw alreadyInThatState([]) }
        throw refused([])
    }
}

extension Claim {
    /// The decision is a second person's, within that person's authority or that of somebody who is away.
    ///
    /// - Returns: for whom a deputy decides; `nil` for oneself.
    private func authority(_ order: Order) throws(Fault) -> ActorID? {
        let actor = order.identity.actor
        guard actor != maker else {
            let maker = gift == nil ? "the one who found the liability" : "the one who proposed the claim"
            throw Fault(field: "actor", problem: "is " + maker, expected: "another person to decide the claim")
        }
        guard let band = order.band else { return nil }
        switch order.offices.standing(of: actor, in: band, madeBy: maker, at: order.account.now) {
        case .own: return nil
        case .deputy(let absent): return absent
        case .none:
            throw Fault(
                field: "actor", problem: "may not decide claims of the band \(band.band)",
                expected: "one of " + (band.approvers?.value ?? []).joined(separator: ", "))
        }
    }

    /// One key under two references may be two payments: somebody has to look.
    private func hear(_ reference: String?, knowing known: String?) throws(Fault) -> [ClaimEvent] {
        if let known, let reference, known != reference {
            throw Fault(
                field: "data.reference", problem: "is not that of the payment confirmed before", expected: "one payment for one key")
        }
        return []
    }

    /// Whether a message is about the attempt that counts now; one that names none is.
    ///
    /// - Throws: a `Fault` for an attempt that has not been.
    private func isCurrent(_ number: Int?, of attempt: Int) throws(Fault) -> Bool {
        guard let number else { return true }
        guard number <= attempt else {
            throw Fault(field: "data.attempt", problem: "has not been", expected: "at most \(attempt)")
        }
        return number == attempt
    }

    private func refused(_ permitted: [ClaimCommand.Name]) -> Fault { ClaimRefusal(status: status, permitted: permitted).impossible() }

    private func alreadyInThatState(_ permitted: [ClaimCommand.Name]) -> Fault { ClaimRefusal(status: status, permitted: permitted).done() }
}
