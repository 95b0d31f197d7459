import Contracts
import Domain

extension Temper {
    /// What an investigation finds.
    struct Finding: Equatable {
        let liability: Liability
        var ground: String?
        var amount: Money?
        var quantity: Int?
        var particulars: Particulars?
    }

    /// Whose fault the investigation finds it was, and from what the compensation is calculated.
    func finding(in category: Domain.Category?) -> Finding {
        switch roll("liability", 100) {
        case ..<45: return Finding(liability: .operatorNotAtFault)
        case ..<58: return Finding(liability: .unclear)
        default: break
        }
        return switch category {
        case "billing": Finding(liability: .operatorAtFault, ground: "wrong-charge", amount: wrongCharge)
        // A month's rent, and the hours of the fault.
        case "network":
            Finding(
                liability: .operatorAtFault, ground: "late-repair", amount: Money(minorUnits: 9_900), quantity: 24 * (3 + roll("days", 8)))
        case "marketing":
            Finding(liability: .operatorAtFault, ground: "fraud", amount: Money(minorUnits: 100 * Int64(60 + roll("price", 240))))
        default:
            Finding(
                liability: .operatorAtFault, ground: "prepaid-refund", amount: Money(minorUnits: 100 * Int64(10 + roll("rest", 80))),
                particulars: Particulars(figures: [
                    Particulars.Figure(name: "days", value: Int64(30 + roll("held", 300))),
                    Particulars.Figure(name: "lpr-basis-points", value: 300),
                ]))
        }
    }

    /// Mostly small sums, which the policy approves at once; some for a supervisor and a few for a manager.
    private var wrongCharge: Money {
        let yuan =
            switch roll("charge", 100) {
            case ..<70: 8 + roll("yuan", 16)
            case ..<95: 40 + roll("yuan", 160)
            default: 300 + roll("yuan", 300)
            }
        return Money(minorUnits: 100 * Int64(yuan))
    }
}
