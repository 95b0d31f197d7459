import Contracts
import Domain

extension Temper {
    /// Whose fault the investigation finds it was, and from what the compensation is reckoned.
    func finding(in category: Domain.Category?) -> (liability: Liability, ground: String?, amount: Money?, quantity: Int?) {
        switch roll("liability", 100) {
        case ..<45: return (.operatorNotAtFault, nil, nil, nil)
        case ..<58: return (.unclear, nil, nil, nil)
        default: break
        }
        return switch category {
        case "billing": (.operatorAtFault, "wrong-charge", wrongCharge, nil)
        // A month's rent, and the days of the fault.
        case "network": (.operatorAtFault, "late-repair", Money(minorUnits: 9_900), 2 + roll("days", 9))
        case "marketing": (.operatorAtFault, "fraud", Money(minorUnits: 100 * Int64(60 + roll("price", 240))), nil)
        default: (.operatorAtFault, "prepaid-refund", Money(minorUnits: 100 * Int64(10 + roll("rest", 80))), nil)
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
