public import Domain
internal import Foundation

/// Reads what gateways publish on `redress.intake` and seals what is personal, so that nothing behind it sees clear text.
///
/// Whatever is wrong is answered to the sender with a `rejected` fact, and nothing of the event is taken:
/// - **`.failure` in the message**, where the line could be read: the type is unknown, a field has the wrong JSON type, is missing, too long, no
///   time, none of the known words. Whether a channel, province or category exists is the policy's to say, not judged here.
/// - **Thrown**, where no line could be read: the answer then names none.
public enum IntakeReader {
    /// Reads one event.
    ///
    /// - Throws: a `Fault` where no line can be read, or where the guard cannot seal, which is our own fault: the message must not go on in clear.
    public static func read(_ event: CloudEvent, guard personalData: some PersonalDataGuard) throws(Fault) -> IntakeMessage {
        try draft(of: event, guard: personalData).sealed(by: personalData)
    }

    /// Reads one event and seals nothing yet; its line is known afterwards.
    ///
    /// - Throws: a `Fault` where no line can be read.
    public static func draft(of event: CloudEvent, guard personalData: some PersonalDataGuard) throws(Fault) -> UnsealedIntake {
        let type = IntakeType(rawValue: event.type)
        let read: Fields
        do {
            read = try Fields.read(event, as: type)
        } catch {
            throw type == nil ? unknownType : error
        }
        let reference = LineReference(token: personalData.token(of: read.line.tokenInput), masked: read.line.masked)
        return UnsealedIntake(event, key: read.line.key, line: reference, draft: read.draft)
    }

    /// The answer to an event that is not taken, be its line readable or not.
    public static func rejection(
        of event: CloudEvent, _ fault: Fault, guard personalData: some PersonalDataGuard, at now: Instant
    ) -> IntakeRejected {
        let line = Fields.line(of: event).map { LineReference(token: personalData.token(of: $0.tokenInput), masked: $0.masked) }
        return IntakeRejected(
            line: line ?? .unreadable, eventType: event.type, eventSource: event.source, eventID: event.id, fault: fault, at: now)
    }

    private static let unknownType = Fault(
        field: "type", problem: "is not known", expected: "one of " + IntakeType.allCases.map(\.rawValue).joined(separator: ", "))

    /// What of an event's data could be read.
    private struct Fields: Sendable {
        let line: ServiceLine
        let draft: Result<IntakeDraft, Fault>

        /// - Throws: a `Fault` where there is no line.
        static func read(_ event: CloudEvent, as type: IntakeType?) throws(Fault) -> Fields {
            try JSONFields.read(event.data, at: "data") { fields throws(Fault) in
                let line = try serviceLine(fields)
                guard let type else { return Fields(line: line, draft: .failure(unknownType)) }
                return Fields(
                    line: line,
                    draft: Result { () throws(Fault) in try RawIntake(fields, line: line, type: type).draft(as: type) })
            }
        }

        static func line(of event: CloudEvent) -> ServiceLine? {
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
}
