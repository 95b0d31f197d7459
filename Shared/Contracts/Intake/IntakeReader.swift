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
        let type = IntakeType(rawValue: event.type)
        let read: Fields
        do {
            read = try Fields.read(event, as: type)
        } catch {
            throw type == nil ? unknownType : error
        }
        let reference = LineReference(token: personalData.token(of: read.line.tokenInput), masked: read.line.masked)
        let content: Result<IntakeInput.Content, Fault>
        switch read.draft {
        case .failure(let fault): content = .failure(fault)
        case .success(let draft): content = .success(try finish(draft, reference, personalData))
        }
        return IntakeMessage(
            key: read.line.key, line: reference, eventType: event.type, eventSource: event.source, eventID: event.id,
            correlation: event.correlationID, content: content)
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

    private static func finish(
        _ draft: IntakeDraft, _ line: LineReference, _ personalData: some PersonalDataGuard
    ) throws(Fault) -> IntakeInput.Content {
        switch draft {
        case .submission(let parts): .submission(try parts.submission(of: line, guard: personalData))
        case .supplement(let complaint, let parts):
            .supplement(complaint: complaint, try parts.submission(of: line, guard: personalData))
        case .urge(let complaint, let channel, let flags): .urge(complaint: complaint, channel: channel, flags: flags)
        case .withdrawal(let complaint): .withdrawal(complaint: complaint)
        case .appeal(let complaint, let parts, let appeal):
            .appeal(complaint: complaint, try parts.submission(of: line, guard: personalData), appeal)
        case .exposure(let complaint, let channel, let exposure): .exposure(complaint: complaint, channel: channel, exposure)
        case .feedback(let complaint, let channel, let feedback, let personal):
            .feedback(complaint: complaint, channel: channel, feedback, try personal.sealed(by: personalData))
        }
    }
}
