/// What a tariff is applied to: a finding's figures and circumstances, and where the customer is.
struct TariffCase {
    let ground: String
    let amount: Money
    let quantity: Int?
    let figures: [String: Int64]
    let circumstances: Set<String>
    let province: Province?

    /// The finding's own amount.
    static let amount = "amount"
    /// The finding's own quantity.
    static let quantity = "quantity"

    /// - Throws: a `ClaimDenial` for an amount that is missing, below zero or in another currency than `currency`.
    init(
        _ finding: WorkOrderLiabilityFound, on ground: String, in province: Province?, currency: String, defaults: [String: Int64]
    ) throws(ClaimDenial) {
        guard let amount = finding.amount else {
            throw ClaimDenial(.findingUnusable, "the ground \(ground) is calculated from an amount, and the finding names none")
        }
        guard amount.currency == currency else {
            throw ClaimDenial(.findingUnusable, "the finding's amount is in \(amount.currency), and the tariffs are in \(currency)")
        }
        guard amount.minorUnits >= 0 else { throw ClaimDenial(.findingUnusable, "the finding's amount is below zero") }
        if let quantity = finding.quantity, quantity < 0 { throw ClaimDenial(.findingUnusable, "the finding's quantity is below zero") }
        var figures = defaults
        for figure in finding.particulars?.figures ?? [] {
            guard figure.value >= 0 else { throw ClaimDenial(.findingUnusable, "the finding's figure \(figure.name) is below zero") }
            figures[figure.name] = figure.value
        }
        self.ground = ground
        self.amount = amount
        self.quantity = finding.quantity
        self.figures = figures
        self.circumstances = Set(finding.particulars?.circumstances ?? [])
        self.province = province
    }

    /// A figure by its name.
    ///
    /// - Throws: a `ClaimDenial` where the finding does not name it.
    func figure(_ name: String) throws(ClaimDenial) -> Int64 {
        switch name {
        case Self.amount: return amount.minorUnits
        case Self.quantity:
            guard let quantity else { throw missing(name) }
            return Int64(quantity)
        default:
            guard let figure = figures[name] else { throw missing(name) }
            return figure
        }
    }

    private func missing(_ name: String) -> ClaimDenial {
        ClaimDenial(.findingUnusable, "the ground \(ground) is calculated from the figure \(name), and the finding names none")
    }
}
