/// An amount of money in the currency's smallest unit (fen for CNY); never a fraction.
public struct Money: Hashable, Sendable {
    public let minorUnits: Int64
    /// ISO 4217, such as `CNY`.
    public let currency: String

    public init(minorUnits: Int64, currency: String = "CNY") {
        self.minorUnits = minorUnits
        self.currency = currency
    }
}

extension Money: Document {
    /// - Throws: a `Fault` also for a currency that is not three capital letters.
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        minorUnits = try fields.required("minorUnits")
        currency = try fields.required("currency")
        guard Self.isCode(currency) else { throw Fault.meaningless.below("currency") }
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("minorUnits", minorUnits)
        writer.write("currency", currency)
    }

    public static func form() -> DocumentForm<Money> {
        let fields = [
            DocumentField(name: "minorUnits", isRequired: true, shape: .whole),
            DocumentField(name: "currency", isRequired: true, shape: .text),
        ]
        return DocumentForm(.object(fields), sample: Money(minorUnits: 1))
    }

    private static func isCode(_ currency: String) -> Bool {
        let letters = currency.utf8
        return letters.count == 3 && letters.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    }
}

extension Money: Codable {
    private enum CodingKeys: String, CodingKey {
        case minorUnits, currency
    }

    /// - Throws: `DecodingError` also for a currency that is not three capital letters.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        minorUnits = try container.decode(Int64.self, forKey: .minorUnits)
        currency = try container.decode(String.self, forKey: .currency)
        guard Self.isCode(currency) else {
            throw DecodingError.dataCorruptedError(
                forKey: .currency, in: container, debugDescription: "expected a code of ISO 4217, such as CNY")
        }
    }
}
