/// A step of the appeal that is on record.
public struct AppealStepRecord: Sendable, Equatable {
    public let step: AppealStep
    public let at: Instant
}

extension AppealStepRecord: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        step = try fields.required("step")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("step", step)
        writer.write("at", at)
    }
}
