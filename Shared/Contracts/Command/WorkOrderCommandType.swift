/// The types of commands that handlers' desks publish on `redress.work-order-commands`.
public enum WorkOrderCommandType: String, Sendable, CaseIterable {
    case accept = "redress.work-order.accept.v1"
    case transfer = "redress.work-order.transfer.v1"
    case hold = "redress.work-order.hold.v1"
    case resume = "redress.work-order.resume.v1"
    case findLiability = "redress.work-order.find-liability.v1"
    case answer = "redress.work-order.answer.v1"
    case approveAnswer = "redress.work-order.approve-answer.v1"
    case returnAnswer = "redress.work-order.return-answer.v1"
    case tellCustomer = "redress.work-order.tell-customer.v1"
    case archive = "redress.work-order.archive.v1"
}
