import CommandLine
import Contracts
import Domain
import Foundation

/// Where the value of one field comes from, and how it is changed on the way.
///
/// Exactly one of `column`, `constant` and `template` gives the text; spaces around it are cut, and an empty text is no value. Then at most one of
/// `words` (whole texts), `keywords` (words within the text) and `format` (a time) changes it; `otherwise` stands in where there is no
/// value, or none fits.
struct FieldRule: Decodable, Hashable, Sendable {
    /// A value, and the words that speak for it, whatever their case: where one of them begins a word of the text, or stands anywhere in it if it is
    /// of a script without spaces between words, such as Chinese.
    struct Keyword: Decodable, Hashable, Sendable {
        let value: String
        let words: [String]
    }

    let column: String?
    let constant: String?
    let template: RowTemplate?
    let words: [String: String]?
    /// The first with a word that is found decides.
    let keywords: [Keyword]?
    let format: DatePattern?
    /// How far the file's clocks are ahead of UTC; 0 where not given.
    let offset: UTCOffset?
    let otherwise: String?

    init(
        column: String? = nil, constant: String? = nil, template: RowTemplate? = nil, words: [String: String]? = nil,
        keywords: [Keyword]? = nil, format: DatePattern? = nil, offset: UTCOffset? = nil, otherwise: String? = nil
    ) {
        self.column = column
        self.constant = constant
        self.template = template
        self.words = words
        self.keywords = keywords
        self.format = format
        self.offset = offset
        self.otherwise = otherwise
    }

    /// The columns it needs.
    var columns: [String] { [column].compactMap(\.self) + (template?.columns ?? []) }

    /// What is wrong with the rule itself.
    func faults(at path: String) -> [Fault] {
        var faults: [Fault] = []
        if [column != nil, constant != nil, template != nil].count(where: { $0 }) != 1 {
            faults.append(Fault(field: path, problem: "needs exactly one source", expected: "one of column, constant, template"))
        }
        if keywords?.contains(where: { $0.words.contains { $0.trimmed.isEmpty } }) == true {
            faults.append(Fault(field: path, problem: "has an empty keyword", expected: "words that stand in a text"))
        }
        if [words != nil, keywords != nil, format != nil].count(where: { $0 }) > 1 {
            faults.append(Fault(field: path, problem: "is changed in several ways", expected: "at most one of words, keywords, format"))
        }
        return faults
    }

    /// The field's value in a row; `nil` when it has none.
    ///
    /// - Parameter field: the name faults are reported under.
    func value(in row: ImportedRow, field: String) throws(RowFault) -> String? {
        let raw = constant ?? column.flatMap { row[$0] } ?? template?.filled(from: row) ?? ""
        let text = raw.trimmed
        guard !text.isEmpty else { return otherwise }
        if let words {
            if let value = words[text] ?? otherwise { return value }
            let known = words.keys.sorted().joined(separator: ", ")
            throw RowFault(line: row.line, field: field, problem: "has a word the mapping does not know", expected: "one of " + known)
        }
        if let keywords {
            if let value = Self.match(text, keywords) ?? otherwise { return value }
            throw RowFault(line: row.line, field: field, problem: "has none of the mapping's keywords", expected: "a keyword, or otherwise")
        }
        guard let format else { return text }
        guard let instant = format.instant(in: text, offset: offset ?? .utc) else {
            throw RowFault(
                line: row.line, field: field,
                problem: SpreadsheetText.isSerialDate(text)
                    ? "is a spreadsheet's number for a day, not a time in the mapping's format" : "is not a time in the mapping's format",
                expected: "a time such as \(format.example)")
        }
        return instant.description
    }

    private static func match(_ text: String, _ keywords: [Keyword]) -> String? {
        let text = text.lowercased()
        let found = text.split { !$0.isLetter && !$0.isNumber }
        return keywords.first { keyword in
            keyword.words.contains { word in
                let word = word.lowercased()
                return word.hasNoSpacesBetweenWords ? text.contains(word) : found.contains { $0.hasPrefix(word) }
            }
        }?.value
    }
}

extension String {
    /// Whether it holds letters of a script that is written without spaces between words: Han, kana, Hangul, Thai, Lao, Khmer, Myanmar.
    fileprivate var hasNoSpacesBetweenWords: Bool {
        unicodeScalars.contains { scalar in
            switch scalar.value {
            case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3005...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF,
                0x20000...0x3FFFF:
                true
            default: false
            }
        }
    }
}

extension DatePattern {
    /// The 5th of January 2026 at a quarter past four, as the pattern writes it.
    var example: String {
        segments.map { segment in
            switch segment {
            case .literal(let character): String(character)
            case .field(let field): field.example
            }
        }.joined()
    }
}

extension DatePattern.Field {
    fileprivate var example: String {
        switch self {
        case .fourDigitYear: "2026"
        case .twoDigitYear: "26"
        case .monthName: "Jan"
        case .twoDigitMonth: "01"
        case .month: "1"
        case .twoDigitDay: "05"
        case .day: "5"
        case .twoDigitHour, .hour: "16"
        case .twoDigitHalfDayHour: "04"
        case .halfDayHour: "4"
        case .halfDay: "PM"
        case .spelledHalfDay: "p.m."
        case .partOfDay: "下午"
        case .twoDigitMinute, .minute: "15"
        case .twoDigitSecond, .second: "00"
        case .offset: "+08:00"
        }
    }
}

extension String {
    /// Without white space at both ends.
    var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(self[first...last])
    }
}

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
        let decimals = currency.exponent == 0 ? "without decimals" : "with at most \(CountText.text(currency.exponent, "decimal"))"
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

/// The rules of a mapping's fields; a name that is none of the wire's is refused.
struct FieldTable: Hashable, Sendable {
    private let rules: [ImportField: FieldRule]

    init(_ rules: [ImportField: FieldRule]) {
        self.rules = rules
    }

    subscript(field: ImportField) -> FieldRule? { rules[field] }

    /// The fields with a rule, in the order of the wire.
    var all: [(field: ImportField, rule: FieldRule)] {
        ImportField.allCases.compactMap { field in rules[field].map { (field, $0) } }
    }
}

extension FieldTable: Decodable {
    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: ImportField.self)
        var rules: [ImportField: FieldRule] = [:]
        for field in ImportField.allCases { rules[field] = try container.decodeIfPresent(FieldRule.self, forKey: field) }
        self.rules = rules
    }
}

/// The fields of an intake event that a mapping may fill, by their names on the wire.
enum ImportField: String, CodingKey, CaseIterable, Sendable {
    /// `submitted`, `supplemented`, `urged` or `withdrawn`; `submitted` where not given.
    case type
    case complaint
    case line
    case lineKind
    case channel
    case province
    case category
    case customer
    case contact
    case description
    case demand
    case dissatisfaction
    case language
    case receivedAt
    /// Several are divided by spaces, commas or semicolons.
    case flags
    /// A decimal number of the currency's main unit, such as `12.50`.
    case disputedAmount
    /// ISO 4217; `CNY` where not given.
    case currency
    case settledOnSpot
    /// How it was settled on the spot.
    case settlement
    /// The staff number of who took it down.
    case takenBy
    /// The line's own province, where the complaint is about another.
    case homeProvince
    case writtenByCustomer
    /// Duties of intake that were done, each a code or `code=reference`; divided as flags are.
    case duties

    /// Whether every digit counts, so that what a spreadsheet did to a number is a fault.
    var isNumber: Bool { [.line, .contact, .complaint, .takenBy].contains(self) }
}
