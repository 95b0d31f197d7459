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
