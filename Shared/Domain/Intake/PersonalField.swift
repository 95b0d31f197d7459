/// The texts in which a complainant speaks of themselves and their trouble. They are sealed together, and stand beside each other in the order of these cases.
public enum PersonalField: String, Sendable, CaseIterable {
    case customer
    case contact
    case description
    case demand
    case dissatisfaction
    case settlement
    case address
    case postcode

    /// What it holds, in one line.
    public var help: String {
        switch self {
        case .customer: "The customer's name (S065, S096, S104)."
        case .contact: "How the customer can be reached (S037, S065)."
        case .description: "What happened, in the customer's words (S037, S054)."
        case .demand: "What the customer asks for (S192)."
        case .dissatisfaction: "Why the earlier result did not satisfy (S059)."
        case .settlement: "How it was settled on the spot, and that the customer agreed (S049, S191)."
        case .address: "The appellant's address (Order 35 art. 12(1))."
        case .postcode: "The appellant's postcode (Order 35 art. 12(1))."
        }
    }

    public var example: String {
        switch self {
        case .customer: "王芳"
        case .contact: "13900139000"
        case .description: "三月账单多收了50元套餐外流量费"
        case .demand: "退费"
        case .dissatisfaction: "上次只退了一半"
        case .settlement: "已解释资费规则,客户认可"
        case .address: "南京市玄武区"
        case .postcode: "210018"
        }
    }

    /// How long it may be, and whether it may have several lines. It may be empty: the customer is asked then.
    public var form: TextForm {
        switch self {
        case .customer: .personal(100)
        case .contact, .address: .personal(200)
        case .postcode: .personal(20)
        case .description: .personal(4000, allowsLineBreaks: true)
        case .demand, .dissatisfaction, .settlement: .personal(1000, allowsLineBreaks: true)
        }
    }

    /// Whether only an appeal's written form asks for it (Order 35 art. 12).
    public var isOfForm: Bool {
        switch self {
        case .address, .postcode: true
        case .customer, .contact, .description, .demand, .dissatisfaction, .settlement: false
        }
    }
}
