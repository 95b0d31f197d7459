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

    /// An amount of the currency's main unit, such as `12.50`; `nil` too for a code that is no currency's.
    static func money(_ text: String, currency: String) -> Money? {
        Currency(currency).flatMap { Money(mainUnits: text, currency: $0) }
    }

    /// What a field may hold, in words.
    static func expected(of field: ImportField) -> String {
        switch field {
        case .type: "submitted, supplemented, urged or withdrawn"
        case .line: "the service number the complaint is about"
        case .lineKind: list(ServiceLine.Kind.allCases.map(\.rawValue))
        case .language: list(Language.allCases.map(\.rawValue))
        case .receivedAt: "a time with offset, such as 2026-09-30T16:00:00+08:00"
        case .flags: list(Flag.allCases.map(\.rawValue))
        case .disputedAmount: "an amount such as 12.50"
        case .settledOnSpot: "true or false"
        case .complaint, .channel, .province, .category, .customer, .contact, .description, .demand, .dissatisfaction, .currency:
            "some text"
        }
    }

    private static func list(_ words: [String]) -> String { "one of " + words.joined(separator: ", ") }
}
