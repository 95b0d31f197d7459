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

/// Amounts as people write and read them: in the currency's main unit, with the decimals that ISO 4217 gives it.
extension Money {
    /// Reads an amount of the main unit: `12.50` or `12.5` of a currency with two decimals, `1000` of one without.
    ///
    /// `nil` where it is not one or more ASCII digits, then, if the currency has decimals, a point and one to as many digits: so for a sign,
    /// separators of thousands, a currency's mark, blanks, an empty whole part, a decimal more than the currency has, and an amount beyond 64 bits.
    public init?(mainUnits text: String, currency: Currency) {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let decimals = parts.count == 2 ? parts[1] : ""
        guard let whole = Int64(digits: parts[0]),
            parts.count == 1 || (1...max(1, currency.exponent)).contains(decimals.utf8.count), decimals.utf8.count <= currency.exponent,
            let part = parts.count == 1 ? 0 : Int64(digits: decimals)
        else { return nil }
        let (shifted, isTooLarge) = whole.multipliedReportingOverflow(by: currency.minorUnitsPerMainUnit)
        let (sum, isBeyond) = shifted.addingReportingOverflow(part * Currency.power(currency.exponent - decimals.utf8.count))
        guard !isTooLarge, !isBeyond else { return nil }
        self.init(minorUnits: sum, currency: currency.code)
    }

    /// The amount in the main unit with all the currency's decimals: `12.50`, `1000`, `-0.125`.
    ///
    /// A code that is no currency's, which only a state or an event of an earlier release can hold, has two decimals, as that release counted.
    public var mainUnits: String {
        let exponent = Currency(currency)?.exponent ?? 2
        let sign = minorUnits < 0 ? "-" : ""
        let amount = minorUnits.magnitude
        guard exponent > 0 else { return "\(sign)\(amount)" }
        let divisor = UInt64(Currency.power(exponent))
        let decimals = String(amount % divisor)
        return "\(sign)\(amount / divisor)." + String(repeating: "0", count: exponent - decimals.utf8.count) + decimals
    }
}

/// A currency of ISO 4217, with how many decimals its main unit has: the yuan two, the yen none, the Kuwaiti dinar three.
public struct Currency: Hashable, Sendable {
    /// Three capitals, such as `CNY`.
    public let code: String
    /// How many decimals the main unit has: an amount in the main unit is the minor units divided by ten to this power; 0 to 4.
    public let exponent: Int

    /// `nil` for a code that no active currency of the standard's list one has, those without a minor unit (gold, testing) included.
    public init?(_ code: String) {
        guard let exponent = Self.exponents[code] else { return nil }
        self.init(known: code, exponent: exponent)
    }

    private init(known code: String, exponent: Int) {
        self.code = code
        self.exponent = exponent
    }

    /// How many minor units the main unit has: 1, 10, 100, 1000 or 10 000.
    public var minorUnitsPerMainUnit: Int64 { Self.power(exponent) }

    static func power(_ exponent: Int) -> Int64 { (0..<exponent).reduce(1) { power, _ in power * 10 } }

    /// The codes of all active currencies, in alphabetical order.
    public static let codes: [String] = exponents.keys.sorted()

    /// ISO 4217 list one with its amendments up to 2026: ZWG, SLE, VED, XCG and XAD are in, the lev and the kuna are out.
    private static let exponents: [String: Int] = {
        let byExponent: [(exponent: Int, codes: String)] = [
            (0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"),
            (3, "BHD IQD JOD KWD LYD OMR TND"),
            (4, "CLF UYW"),
            (
                2,
                """
                AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP COU CRC \
                CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR \
                KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN \
                PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS \
                UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG
                """
            ),
        ]
        var exponents: [String: Int] = [:]
        for (exponent, codes) in byExponent {
            for code in codes.split(separator: " ") { exponents[String(code)] = exponent }
        }
        return exponents
    }()
}
