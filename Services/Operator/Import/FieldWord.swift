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

    /// An amount of the currency's main unit, such as `12.50`, with at most two decimals; no thousands separators.
    static func money(_ text: String, currency: String) -> Money? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let decimals = parts.count == 2 ? parts[1] : "0"
        guard parts.count <= 2, !parts[0].isEmpty, (1...2).contains(decimals.count),
            (parts[0] + decimals).utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let whole = Int64(parts[0]), whole <= 10_000_000_000, let part = Int64(decimals)
        else { return nil }
        return Money(minorUnits: whole * 100 + part * (decimals.count == 1 ? 10 : 1), currency: currency)
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
