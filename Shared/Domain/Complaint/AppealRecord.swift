/// What a registered complaint says of the appeal it came by.
public struct AppealRecord: Hashable, Sendable {
    public let body: AppealBody
    /// The number the body gave it.
    public let caseNumber: String?
    public let appealedOn: CivilDate
    /// When the body accepted it, where it has.
    public let acceptedOn: CivilDate?
    /// The complaint to the operator that it is about, where the line's file has one.
    public let complaint: ComplaintNumber?
    /// The operator's own reading; `nil` for a body that Order 35 does not speak of.
    public let assessment: AppealAssessment?
    public let statement: AppealStatement?
}

extension AppealRecord: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        body = try fields.required("body")
        caseNumber = try fields.optional("caseNumber")
        appealedOn = try fields.required("appealedOn")
        acceptedOn = try fields.optional("acceptedOn")
        complaint = try fields.optional("complaint")
        assessment = try fields.optional("assessment")
        statement = try fields.optional("statement")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("body", body)
        writer.write("caseNumber", caseNumber)
        writer.write("appealedOn", appealedOn)
        writer.write("acceptedOn", acceptedOn)
        writer.write("complaint", complaint)
        writer.write("assessment", assessment)
        writer.write("statement", statement)
    }
}
