/// By which rules a complaint's claims are decided, and when.
///
/// What is owed goes by the policy the complaint was accepted under; who may decide and how billing is asked, by the one in force.
struct ClaimTerms {
    let owed: CompensationRules
    let offices: CompensationRules
    let now: Instant

    init(_ context: DecisionContext<PolicyVersions<CompensationRules>>, acceptedUnder version: PolicyVersion?) {
        owed = version.map { context.policy.pinned(to: $0).policy } ?? context.policy.current
        offices = context.policy.current
        now = context.now
    }

    var currency: String { owed.policy.currency.value }
    var settlement: SettlementPolicy { offices.policy.settlement }
}
