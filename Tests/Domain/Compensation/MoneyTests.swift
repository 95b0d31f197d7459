import Domain
import Foundation
import Testing

struct MoneyTests {
    @Test(arguments: ["", "cny", "CN", "CNYX", "元", "C Y"])
    func anAmountWhoseCurrencyIsNoCodeOfThreeCapitalsIsNotRead(currency: String) throws {
        let stored = try JSONSerialization.data(withJSONObject: ["minorUnits": 5_000, "currency": currency])
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Money.self, from: stored) }
    }

    @Test func anAmountIsReadAsItWasWritten() throws {
        let money = Money(minorUnits: -5_000, currency: "USD")
        #expect(try JSONDecoder().decode(Money.self, from: JSONEncoder().encode(money)) == money)
    }
}
