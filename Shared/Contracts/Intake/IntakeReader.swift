public import Domain
internal import Foundation

/// Reads what gateways publish on `redress.intake` and seals what is personal, so that nothing behind it sees clear text.
///
/// Two kinds of breach are kept apart:
/// - **Thrown**, for the dead letters: the type is unknown, the data is not a JSON object, a field has the wrong JSON type, or no line can be
///   read. The gateway is broken, and without a line there is nobody to answer.
/// - **`.failure` in the message**, to be answered with a `rejected` fact: everything else that a gateway's user may get wrong. A required
///   field is missing, a text is too long or holds control characters, a time is not RFC 3339, a word is not one of the known.
///   Whether a channel, province or category exists is the policy's to say, not judged here.
public enum IntakeReader {
    /// Reads one event.
    ///
    /// - Throws: a `Fault` for the dead letters. A guard that cannot seal is one, too: the message must not go on in clear.
    public static func read(_ event: CloudEvent, guard personalData: some PersonalDataGuard) throws(Fault) -> IntakeMessage {
        guard let type = IntakeType(rawValue: event.type) else {
            let known = IntakeType.allCases.map(\.rawValue).joined(separator: ", ")
            throw Fault(field: "type", problem: "is not known", expected: "one of " + known)
        }
        let raw = try JSONFields.read(event.data, at: "data") { fields throws(Fault) -> RawIntake in
            try RawIntake(fields, line: try serviceLine(fields), type: type)
        }
        let line = raw.line
        let reference = LineReference(token: personalData.token(of: line.tokenInput), masked: line.masked)
        let content: Result<IntakeInput.Content, Fault>
        switch Result(catching: { () throws(Fault) in try raw.draft(as: type) }) {
        case .failure(let fault): content = .failure(fault)
        case .success(let draft): content = .success(try finish(draft, reference, personalData))
        }
        return IntakeMessage(
            key: line.key, line: reference, eventType: event.type, eventSource: event.source, eventID: event.id, content: content)
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
