/// What a handler's desk may ask of a work order. Each names the complaint and who asks.
public enum WorkOrderCommand: Hashable, Codable, Sendable {
    case accept
    case transfer(to: Unit, reason: String)
    case hold(reason: String)
    case resume
    case findLiability(Liability, ground: String?, amount: Money?, quantity: Int?, particulars: Particulars? = nil)
    case answer(Sealed)
    case approveAnswer
    case returnAnswer(reason: String)
    case tellCustomer(satisfied: Bool?)
    case archive
}
