import Domain
import Seeded
import Testing

/// ISO 4217, and amounts in the main unit.
struct CurrencyTests {
    @Test(
        arguments: [
            ("CNY", 2), ("USD", 2), ("JPY", 0), ("KRW", 0), ("VND", 0), ("CLP", 0), ("ISK", 0), ("UGX", 0), ("KWD", 3), ("BHD", 3),
            ("OMR", 3),
            ("JOD", 3), ("TND", 3), ("IQD", 3), ("LYD", 3), ("CLF", 4), ("UYW", 4), ("MGA", 2), ("MRU", 2),
        ])
    func theStandardSaysHowManyDecimals(code: String, exponent: Int) {
        #expect(Currency(code)?.exponent == exponent)
    }

    @Test(arguments: ["", "cny", "CN", "CNYY", "ABC", "XXX", "XAU", "XTS", "￥", "RMB", "HRK", "ZWL"])
    func whatIsNoActiveCurrencyIsRefused(code: String) {
        #expect(Currency(code) == nil)
    }

    @Test func everyCodeIsThreeCapitalsAndStandsOnce() {
        #expect(Currency.codes.count == 165)
        #expect(Currency.codes.allSatisfy { $0.utf8.count == 3 && $0.utf8.allSatisfy { (65...90).contains($0) } })
    }

    @Test(
        arguments: [
            ("CNY", "10.5", 1_050, "10.50"), ("CNY", "12.50", 1_250, "12.50"), ("CNY", "0", 0, "0.00"), ("CNY", "007.05", 705, "7.05"),
            ("JPY", "1000", 1_000, "1000"), ("KRW", "9900", 9_900, "9900"), ("KWD", "12.500", 12_500, "12.500"),
            ("KWD", "0.005", 5, "0.005"),
            ("KWD", "1.5", 1_500, "1.500"), ("CLF", "0.0001", 1, "0.0001"),
        ] as [(String, String, Int64, String)])
    func anAmountIsReadExactlyAndWrittenWithAllItsDecimals(code: String, text: String, minorUnits: Int64, written: String) throws {
        let currency = try #require(Currency(code))
        let money = try #require(Money(mainUnits: text, currency: currency))
        #expect(money == Money(minorUnits: minorUnits, currency: code))
        #expect(money.mainUnits == written)
    }

    @Test(
        arguments: [
            (
                "CNY",
                [
                    "", ".", "5.", ".5", "1.234", "+1", "-1", "1,234.50", "￥50", "1 000", "1e3", "１２", " 1", "1.+5", "1.-5", "1.5.0", "0x1",
                    "99999999999999999",
                ]
            ),
            ("JPY", ["1000.", "1000.0", "9900.50"]), ("KWD", ["1.2345"]),
        ])
    func anythingElseIsNoAmount(code: String, texts: [String]) throws {
        let currency = try #require(Currency(code))
        for text in texts { #expect(Money(mainUnits: text, currency: currency) == nil, "\(code) \(text)") }
    }

    @Test func anAmountBeyondTheTypeIsRefusedNotCut() throws {
        let currency = try #require(Currency("CLF"))
        #expect(Money(mainUnits: "922337203685477", currency: currency)?.minorUnits == 9_223_372_036_854_770_000)
        #expect(Money(mainUnits: "922337203685478", currency: currency) == nil)
    }

    @Test func amountsBelowZeroAndOfCodesUnknownAreWrittenAllTheSame() {
        #expect(Money(minorUnits: -5).mainUnits == "-0.05")
        #expect(Money(minorUnits: -125, currency: "JPY").mainUnits == "-125")
        #expect(Money(minorUnits: .min).mainUnits == "-92233720368547758.08")
        #expect(Money(minorUnits: 1_250, currency: "ZZZ").mainUnits == "12.50")
    }

    @Test func whatIsWrittenIsReadBack() throws {
        var random = SplitMix64(seed: 4217)
        for code in Currency.codes {
            let currency = try #require(Currency(code))
            for _ in 0..<20 {
                let money = Money(minorUnits: Int64(random.next() >> UInt64(14 + random.below(50))), currency: code)
                #expect(Money(mainUnits: money.mainUnits, currency: currency) == money)
            }
        }
    }
}
