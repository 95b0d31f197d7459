/// One reason with its amount; the lines of a claim add up to its amount.
public struct AmountLine: Hashable, Sendable {
    /// The tariff's name, such as `wrong-charge`, `cap`, `offset`.
    public let tariff: String
    /// Signed: an offset or a cap is below zero.
    public let amount: Money
    /// The rule it comes from, such as `Telecom Regulations art. 31`.
    public let source: String
}

extension AmountLine: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        tariff = try fields.required("tariff")
        amount = try fields.required("amount")
        source = try fields.required("source")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("tariff", tariff)
        writer.write("amount", amount)
        writer.write("source", source)
    }
}
