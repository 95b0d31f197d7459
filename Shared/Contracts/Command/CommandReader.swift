public import Domain
internal import Foundation

/// Reads the commands of handlers' desks, approvers and billing, and the receipts of gateways.
///
/// Whatever is wrong is answered to the sender, and nothing of the command is taken:
/// - In the result's `.failure`, with a `command-rejected` fact of the complaint: a field that is missing or wrong.
/// - Thrown, with one that belongs to no complaint's facts (``rejection(of:_:at:)``): an unknown type, data that is no JSON object, a command without
///   a readable complaint or sender. A text that cannot be sealed is thrown, too: it is our own fault, and the command must not be lost by it.
public enum CommandReader {
    /// The most characters an answer may have.
    public static let maximumAnswerLength = 4000

    /// Reads a command on a work order; the text of an answer, and whatever is in free words, is sealed here.
    ///
    /// - Throws: a `Fault` for the dead letters.
    public static func workOrderCommand(
        in event: CloudEvent, guard personalData: some PersonalDataGuard
    ) throws(Fault) -> ReceivedCommand<WorkOrderCommand> {
        guard let type = WorkOrderCommandType(rawValue: event.type) else {
            throw unknown(WorkOrderCommandType.allCases.map(\.rawValue))
        }
        return try CommandFields.read(event) { fields throws(Fault) in
            ReceivedCommand(
                complaint: fields.complaint, identity: try fields.identity(of: event),
                command: try answerable { () throws(Fault) in try workOrderCommand(type, fields, personalData) })
        }
    }

    /// Reads a command on a claim; a reason in free words is sealed here.
    ///
    /// - Throws: a `Fault` for the dead letters.
    public static func claimCommand(
        in event: CloudEvent, guard personalData: some PersonalDataGuard
    ) throws(Fault) -> ReceivedCommand<ClaimCommand> {
        guard let type = ClaimCommandType(rawValue: event.type) else { throw unknown(ClaimCommandType.allCases.map(\.rawValue)) }
        return try CommandFields.read(event) { fields throws(Fault) in
            ReceivedCommand(
                complaint: fields.complaint, identity: try fields.identity(of: event),
                command: try answerable { () throws(Fault) in try claimCommand(type, fields, personalData) })
        }
    }

    /// The answer to a command that cannot be read.
    public static func rejection(of event: CloudEvent, _ fault: Fault, at now: Instant) -> CommandRejected {
        CommandRejected(
            complaint: CommandFields.complaint(of: event) ?? "", commandType: event.type, commandSource: event.source, commandID: event.id,
            state: CommandRejected.unread, fault: fault, at: now)
    }

    /// What is asked, or the sender's fault.
    ///
    /// - Throws: a fault that is not the sender's.
    private static func answerable<Command>(_ read: () throws(Fault) -> Command) throws(Fault) -> Result<Command, Fault> {
        do {
            return .success(try read())
        } catch {
            if error.isOurs { throw error }
            return .failure(error)
        }
    }

    private static func workOrderCommand(
        _ type: WorkOrderCommandType, _ fields: CommandFields, _ personalData: some PersonalDataGuard
    ) throws(Fault) -> WorkOrderCommand {
        switch type {
        case .accept: .accept
        case .transfer: .transfer(to: Domain.Unit(try fields.code("to")), reason: try fields.freeText("reason", personalData))
        case .hold: .hold(reason: try fields.code("reason"), evidence: try fields.optionalReference("evidence"))
        case .resume: .resume
        case .findLiability:
            .findLiability(
                try fields.word("liability", Liability.self), ground: try fields.optionalCode("ground"), amount: try fields.money("amount"),
                quantity: try fields.quantity("quantity"), partner: try fields.optionalCode("partner"),
                particulars: try fields.particulars())
        case .answer: try answer(fields, personalData)
        case .approveAnswer: .approveAnswer
        case .returnAnswer: .returnAnswer(reason: try fields.freeText("reason", personalData))
        case .tellCustomer:
            .tellCustomer(
                satisfied: try fields.json.boolean("satisfied"), medium: try fields.optionalCode("medium"),
                reference: try fields.optionalReference("reference"))
        case .archive: .archive
        default: try handlingCommand(type, fields, personalData)
        }
    }

    private static func claimCommand(
        _ type: ClaimCommandType, _ fields: CommandFields, _ personalData: some PersonalDataGuard
    ) throws(Fault) -> ClaimCommand {
        switch type {
        case .approve: .approve(claim: try claim(fields))
        case .decline: .decline(claim: try claim(fields), reason: try fields.freeText("reason", personalData))
        case .grantGoodwill:
            .grantGoodwill(
                ground: try fields.code("ground"), amount: try fields.requiredMoney("amount"),
                reason: try fields.freeText("reason", personalData))
        case .confirmSettlement:
            .confirmSettlement(paymentKey: try paymentKey(fields), reference: try fields.optionalText("reference"))
        case .failSettlement:
            .failSettlement(
                paymentKey: try paymentKey(fields), attempt: try attempt(fields), code: try fields.optionalCode("code"),
                reason: try fields.freeText("reason", personalData))
        case .retrySettlement: .retrySettlement(claim: try claim(fields), attempt: try attempt(fields))
        case .reverseSettlement:
            .reverseSettlement(
                claim: ClaimNumber(try fields.code("claim")), attempt: try attempt(fields),
                reason: try fields.freeText("reason", personalData))
        case .confirmReversal: .confirmReversal(paymentKey: try paymentKey(fields), reference: try fields.optionalText("reference"))
        case .failReversal:
            .failReversal(
                paymentKey: try paymentKey(fields), attempt: try attempt(fields), reason: try fields.freeText("reason", personalData))
        }
    }

    private static func claim(_ fields: CommandFields) throws(Fault) -> ClaimNumber? {
        try fields.optionalCode("claim").map { ClaimNumber($0) }
    }

    private static func attempt(_ fields: CommandFields) throws(Fault) -> Int? { try fields.quantity("attempt", in: 1...100_000) }

    private static func paymentKey(_ fields: CommandFields) throws(Fault) -> String {
        try fields.text("paymentKey", TextRule(maximum: 128))
    }

    /// The result, then the reasons and the measures where they are given: one text for the customer, and what it contains.
    private static func answer(_ fields: CommandFields, _ personalData: some PersonalDataGuard) throws(Fault) -> WorkOrderCommand {
        let rule = TextRule(maximum: maximumAnswerLength, allowsLineBreaks: true)
        let given: [(AnswerPart, String?)] = [
            (.result, try fields.text("answer", rule)), (.reasons, try fields.optionalText("reasons", rule)),
            (.measures, try fields.optionalText("measures", rule)),
        ]
        let text = given.compactMap(\.1).joined(separator: "\n\n")
        return .answer(
            try fields.seal(text, "answer", SealContext.answer, personalData), parts: given.filter { $0.1 != nil }.map(\.0))
    }

    private static func unknown(_ types: [String]) -> Fault {
        Fault(field: "type", problem: "is not known", expected: "one of " + types.joined(separator: ", "))
    }
}
