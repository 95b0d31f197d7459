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

/// One duty of intake: when it has to be done, and what shows that it was.
public struct DutyRule: Decodable, Equatable, Sendable {
    public let code: Duty
    public let name: String
    public let due: Sourced<DutyTiming>
    /// Whether it counts as done only with a reference under which its evidence can be looked up (S051).
    public let reference: Sourced<Bool>?
    /// What must hold for the duty to exist at all; without it, it always does.
    public let when: DutyCondition?
    /// Whether it remains a duty where the complaint was settled on the spot.
    public let evenIfSettled: Sourced<Bool>?

    /// Whether one of these shows that it was done.
    func isDone(in done: [DutyDone]) -> Bool {
        done.contains { $0.duty == code && (reference?.value != true || $0.reference != nil) }
    }
}

/// When a duty has to be done.
public enum DutyTiming: String, Codable, Sendable, CaseIterable {
    /// The complaint is not registered before; what is missing is asked for.
    case beforeRegistration = "before-registration"
    /// The complaint is registered with the duty open; a supplement closes it.
    case whileHandling = "while-handling"
    /// The work order's own course does it, so nothing is recorded here.
    case byWorkOrder = "by-work-order"
}

/// What must hold for a duty to exist.
public enum DutyCondition: String, Codable, Sendable, CaseIterable {
    /// The customer, not the receptionist, wrote the content (S053).
    case writtenByCustomer = "written-by-customer"
}
