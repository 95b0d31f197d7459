/// Which claims a command is about.
extension ClaimState {
    /// The claims a command is about; none where no claim fits it.
    ///
    /// - Throws: a `Fault` for a claim this complaint does not have, and where several fit a command that names none.
    func targets(of command: ClaimCommand) throws(Fault) -> [Int] {
        if let claim = command.claim {
            guard let index = claims.firstIndex(where: { $0.claim == claim }) else {
                throw Fault(field: "data.claim", problem: "is not a claim of this complaint", expected: Self.list(claims))
            }
            return [index]
        }
        switch command {
        case .approve, .decline:
            let proposed = claims.indices.filter { claims[$0].status == .proposed }
            guard proposed.count <= 1 else {
                throw Fault(
                    field: "data.claim", problem: "is missing while several claims wait", expected: Self.list(proposed.map { claims[$0] }))
            }
            return Array(proposed)
        case .confirmSettlement(let paymentKey, _), .failSettlement(let paymentKey, _, _, _), .confirmReversal(let paymentKey, _),
            .failReversal(let paymentKey, _, _):
            return claims.indices.filter { claims[$0].paymentKey == paymentKey }
        case .retrySettlement:
            return claims.indices.filter { claims[$0].status == .settlementFailed }
        case .reverseSettlement, .grantGoodwill:
            return []
        }
    }

    private static func list(_ claims: [Claim]) -> String {
        claims.isEmpty ? "a claim that was proposed" : "one of " + claims.map(\.claim.rawValue).joined(separator: ", ")
    }
}
