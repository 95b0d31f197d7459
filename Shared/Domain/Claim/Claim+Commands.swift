/// What a claim makes of a command: one function a stage, each with every command, so that no pair is forgotten.
extension Claim {
    /// Who commands of which file, and what the rules and the time are.
    struct Order {
        let identity: CommandIdentity
        let account: Account
        /// Who may decide this claim.
        let band: AuthorityBand?
    }

    /// Obeys, or throws why not.
    mutating func obey(_ command: ClaimCommand, _ order: Order) throws(Fault) -> [ClaimEvent] {
        switch stage {
        case .proposed: try whenProposed(command, order)
        case .settlementRequested(let attempt, _): try whenSettlementRequested(attempt, command, order)
        case .settlementDelayed: try whenSettlementDelayed(command, order)
        case .settlementFailed: try whenSettlementFailed(command, order)
        case .settled(let reference): try whenSettled(reference, command)
        case .declined: try whenDeclined(command)
        case .denied: try whenDenied(command)
        }
    }

    private mutating func whenProposed(_ command: ClaimCommand, _ order: Order) throws(Fault) -> [ClaimEvent] {
        switch command {
        case .approve:
            try check(order)
            return approve(by: order.identity.actor, order.account)
        case .decline(let reason):
            try check(order)
            return [decline(reason, by: order.identity.actor, order.account)]
        case .confirmSettlement, .failSettlement, .retrySettlement:
            throw refused([.approve, .decline])
        }
    }

    private mutating func whenSettlementRequested(
        _ attempt: Int, _ command: ClaimCommand, _ order: Order
    ) throws(Fault) -> [ClaimEvent] {
        switch command {
        case .confirmSettlement(_, let reference): return [settle(reference, order.account)]
        case .failSettlement(_, let reason): return [fail(attempt, reason, order.account)]
        case .approve: throw alreadySo([.confirmSettlement, .failSettlement])
        case .decline, .retrySettlement: throw refused([.confirmSettlement, .failSettlement])
        }
    }

    private mutating func whenSettlementDelayed(_ command: ClaimCommand, _ order: Order) throws(Fault) -> [ClaimEvent] {
        switch command {
        // However late: the money has moved.
        case .confirmSettlement(_, let reference): return [settle(reference, order.account)]
        // The attempt was counted as failed when billing did not answer, or by this message under another id.
        case .failSettlement: return []
        case .approve: throw alreadySo([.confirmSettlement])
        case .decline, .retrySettlement: throw refused([.confirmSettlement])
        }
    }

    private mutating func whenSettlementFailed(_ command: ClaimCommand, _ order: Order) throws(Fault) -> [ClaimEvent] {
        switch command {
        case .confirmSettlement(_, let reference): return [settle(reference, order.account)]
        case .failSettlement: return []
        case .retrySettlement: return [request(attempt: 1, order.account)]
        case .approve: throw alreadySo([.confirmSettlement, .retrySettlement])
        case .decline: throw refused([.confirmSettlement, .retrySettlement])
        }
    }

    private func whenSettled(_ known: String?, _ command: ClaimCommand) throws(Fault) -> [ClaimEvent] {
        switch command {
        case .confirmSettlement(_, let reference):
            // One key under two references may be two payments: somebody has to look.
            if let known, let reference, known != reference {
                throw Fault(
                    field: "data.reference", problem: "is not that of the payment confirmed before",
                    expected: "one payment for one key")
            }
            return []
        case .approve: throw alreadySo([])
        case .decline, .failSettlement, .retrySettlement: throw refused([])
        }
    }

    private func whenDeclined(_ command: ClaimCommand) throws(Fault) -> [ClaimEvent] {
        switch command {
        case .decline: throw alreadySo([])
        case .approve, .confirmSettlement, .failSettlement, .retrySettlement: throw refused([])
        }
    }

    private func whenDenied(_ command: ClaimCommand) throws(Fault) -> [ClaimEvent] {
        switch command {
        case .approve, .decline, .confirmSettlement, .failSettlement, .retrySettlement: throw refused([])
        }
    }

    /// The decision is a second person's, within that person's authority.
    private func check(_ order: Order) throws(Fault) {
        guard order.identity.actor != finding.by else {
            throw Fault(field: "actor", problem: "is the one who found the liability", expected: "another person to decide the claim")
        }
        guard let band = order.band, !band.lets(order.identity.actor) else { return }
        throw Fault(
            field: "actor", problem: "may not decide claims of the band \(band.band)",
            expected: "one of " + (band.approvers?.value ?? []).joined(separator: ", "))
    }

    private func refused(_ permitted: [ClaimCommand.Name]) -> Fault {
        Fault(field: "command", problem: "cannot be given while the claim is \(status.rawValue)", expected: Self.list(permitted))
    }

    private func alreadySo(_ permitted: [ClaimCommand.Name]) -> Fault {
        Fault(
            field: "command", problem: "asks for what is so already: the claim is \(status.rawValue)", expected: Self.list(permitted))
    }

    private static func list(_ permitted: [ClaimCommand.Name]) -> String {
        permitted.isEmpty ? "no command" : "one of " + permitted.map(\.rawValue).joined(separator: ", ")
    }
}
