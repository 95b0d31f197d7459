public import Domain
internal import Foundation

/// Reads what gateways publish on `redress.intake` and seals what is personal, so that nothing behind it sees clear text.
///
/// Whatever is wrong is answered to the sender with a `rejected` fact, and nothing of the event is taken:
/// - **In the draft**, where the line could be read: the type is unknown, a field has the wrong JSON type, is missing, too long, no
///   time, none of the known words. Whether a channel, province or category exists is the policy's to say, not judged here.
/// - **Thrown**, where no line could be read: the answer then names none.
public enum IntakeReader {
    /// Reads one event.
    ///
    /// - Throws: a `Fault` where no line can be read, or where the guard cannot seal, which is our own fault: the message must not go on in clear.
    public static func read(_ event: CloudEvent, guard personalData: some PersonalDataGuard) throws(Fault) -> IntakeInput {
        try draft(of: event, guard: personalData).sealed(by: personalData)
    }

    /// Reads one event and seals nothing yet; its line is known afterwards.
    ///
    /// - Throws: a `Fault` where no line can be read.
    public static func draft(of event: CloudEvent, guard personalData: some PersonalDataGuard) throws(Fault) -> IntakeDraft {
        let type = IntakeType(rawValue: event.type)
        do throws(Fault) {
            return try JSONFields.read(event.data, at: "data") { json throws(Fault) in
                let line = try serviceLine(json)
                let reference = LineReference(token: personalData.token(of: line.tokenInput), masked: line.masked)
                guard let type else { return IntakeDraft(event, line: line, reference, content: .failure(unknownType)) }
                do throws(Fault) {
                    var fields = IntakeFieldReader(json, line: line)
                    let wanted = try type.read(on: reference, from: &fields)
                    try fields.check()
                    return IntakeDraft(event, line: line, reference, content: .success((wanted, fields.personal)))
                } catch {
                    return IntakeDraft(event, line: line, reference, content: .failure(error))
                }
            }
        } catch {
            throw type == nil ? unknownType : error
        }
    }

    /// The answer to an event that is not taken, be its line readable or not.
    public static func rejection(
        of event: CloudEvent, _ fault: Fault, guard personalData: some PersonalDataGuard, at now: Instant
    ) -> IntakeRejected {
        let line = line(of: event).map { LineReference(token: personalData.token(of: $0.tokenInput), masked: $0.masked) }
        return IntakeRejected(
            line: line ?? .unreadable, eventType: event.type, eventSource: event.source, eventID: event.id, fault: fault, at: now)
    }

    private static let unknownType = Fault(
        field: "type", problem: "is not known", expected: "one of " + IntakeType.allCases.map(\.rawValue).joined(separator: ", "))

    private static func line(of event: CloudEvent) -> ServiceLine? {
        do {
            return try JSONFields.read(event.data, at: "data") { fields throws(Fault) in try serviceLine(fields) }
        } catch {
            // What is wrong with the event is reported already.
            return nil
        }
    }

    private static func serviceLine(_ fields: JSONFields) throws(Fault) -> ServiceLine {
        let kindName = try fields.string("lineKind") ?? ServiceLine.Kind.phone.rawValue
        guard let kind = ServiceLine.Kind(rawValue: kindName) else {
            throw Fault(field: "data.lineKind", problem: "is not known", expected: "phone or account")
        }
        guard let text = try fields.string("line") else {
            throw Fault(field: "data.line", problem: "is missing", expected: "the service number the complaint is about")
        }
        return try ServiceLine(text, kind: kind)
    }
}
