/// What a finding of liability says beyond its ground, amount and quantity: all of it words and numbers that the compensation policy defines.
public struct Particulars: Hashable, Sendable {
    /// Which matter it is, where one complaint has several: `bill-2026-09`, `outage-0912`. Findings of one matter replace each other,
    /// those of different matters add up.
    public let cause: String?
    /// Further numbers, such as `monthly-average`; sums are in minor units.
    public let figures: [Figure]?
    /// What was so, such as `rural` or `not-notified`.
    public let circumstances: [String]?

    /// One number with its name.
    public struct Figure: Hashable, Sendable {
        public let name: String
        /// 0 or more.
        public let value: Int64

        public init(name: String, value: Int64) {
            self.name = name
            self.value = value
        }
    }

    /// `nil` where there is nothing to say: a finding without particulars carries none.
    public init?(cause: String? = nil, figures: [Figure] = [], circumstances: [String] = []) {
        guard cause != nil || !figures.isEmpty || !circumstances.isEmpty else { return nil }
        self.cause = cause
        self.figures = figures.isEmpty ? nil : figures
        self.circumstances = circumstances.isEmpty ? nil : circumstances
    }
}

extension Particulars: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        cause = try fields.optional("cause")
        figures = try fields.optional("figures")
        circumstances = try fields.optional("circumstances")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("cause", cause)
        writer.write("figures", figures)
        writer.write("circumstances", circumstances)
    }
}

extension Particulars.Figure: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        name = try fields.required("name")
        value = try fields.required("value")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("name", name)
        writer.write("value", value)
    }
}
