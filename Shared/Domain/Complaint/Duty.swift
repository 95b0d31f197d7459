/// Something that taking a complaint in asks of staff beyond its fields, a code of the policy: `customer-signature`, `call-back` … (S051–S055).
///
/// A field that a complaint registered at once still lacks is open under the field's own name (S050).
public struct Duty: Code {
    public let rawValue: String
    public init(_ text: String) { rawValue = text }
}

/// A duty that was done, and where its evidence lies.
public struct DutyDone: Hashable, Sendable {
    public let duty: Duty
    /// Where the evidence can be looked up: the number of a scan, of an archive's folder, of a recording. Never personal data.
    public let reference: String?

    public init(duty: Duty, reference: String? = nil) {
        self.duty = duty
        self.reference = reference
    }
}

extension DutyDone: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        duty = try fields.required("duty")
        reference = try fields.optional("reference")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("duty", duty)
        writer.write("reference", reference)
    }
}
