import Contracts
import Domain
import Foundation

/// How people write the values of intake fields, in files and on the command line.
enum FieldWord {
    static func truth(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "true", "yes", "y", "1": true
        case "false", "no", "n", "0": false
        default: nil
        }
    }

    /// An amount of the currency's main unit with at most the decimals ISO 4217 gives it: `12.50` yuan, `1000` yen; no separators of thousands.
    static func money(_ text: String, currency: String) -> Money? {
        Currency(currency).flatMap { Money(mainUnits: text, currency: $0) }
    }

    /// What an amount of a currency looks like, or that there is no such currency.
    static func expectedAmount(in code: String) -> String {
        guard let currency = Currency(code) else { return "a currency of ISO 4217, such as CNY" }
        let example = Money(minorUnits: currency.minorUnitsPerMainUnit * 25 / 2, currency: code).mainUnits
        let decimals = currency.exponent == 0 ? "without decimals" : "with at most \(currency.exponent) decimals"
        return "an amount of \(code) such as \(example), \(decimals) and without separators of thousands"
    }

    /// A duty of intake that was done: its code, or `code=reference`.
    static func duty(_ text: String) -> DutyDone {
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        return DutyDone(duty: Duty(parts.first ?? text), reference: parts.count > 1 ? parts[1] : nil)
    }

    /// What a field may hold, in words.
    static func expected(of field: ImportField) -> String {
        switch field {
        case .type: "submitted, supplemented, urged or withdrawn"
        case .line: "the service number the complaint is about"
        case .lineKind: list(ServiceLine.Kind.allCases.map(\.rawValue))
        case .language: list(Language.allCases.map(\.rawValue))
        case .receivedAt: "a time of the years 1 to 9999 with offset, such as 2026-09-30T16:00:00+08:00"
        case .flags: list(Flag.allCases.map(\.rawValue))
        case .disputedAmount: "an amount such as 12.50"
        case .settledOnSpot, .writtenByCustomer: "true or false"
        case .duties: "codes of duties such as letter-archived=LF-7"
        case .settlement, .takenBy, .homeProvince, .complaint, .channel, .province, .category, .customer, .contact, .description, .demand,
            .dissatisfaction, .currency:
            "some text"
        }
    }

    private static func list(_ words: [String]) -> String { "one of " + words.joined(separator: ", ") }
}
