import Contracts
import Crypto
import Domain
import Foundation
import TextDecoding
import YAML

/// How the rows of a file become intake events; read from a YAML file that names each field's source.
struct ImportMapping: Decodable, Hashable, Sendable {
    /// Moves all times, so that old data can be played as if it were new.
    struct Rebase: Decodable, Hashable, Sendable {
        /// The time in the data that falls on the time one asks for; best the latest of the file.
        let anchor: Instant
    }

    /// The CloudEvents source; together with the event's id it makes an event one that is taken once.
    let source: String
    /// What tells one row of the file from another; the event's id holds it and a digest. Where not given, a digest of the row's cells.
    let id: FieldRule?
    /// How the file is written; UTF-8 where not given.
    let encoding: String?
    /// Texts that mean no value, such as `None` and `无`, whatever their case.
    let noValue: [String]?
    /// What stands between the fields of a line, one ASCII character; a comma where not given.
    let separator: String?
    let rebase: Rebase?
    let fields: FieldTable

    init(
        source: String, id: FieldRule? = nil, encoding: String? = nil, noValue: [String]? = nil, separator: String? = nil,
        rebase: Rebase? = nil, fields: FieldTable
    ) {
        self.source = source
        self.id = id
        self.encoding = encoding
        self.noValue = noValue
        self.separator = separator
        self.rebase = rebase
        self.fields = fields
    }

    /// The mapping of a file whose columns have the wire's own names.
    static func plain(source: String) -> ImportMapping {
        ImportMapping(
            source: source, id: FieldRule(column: "id"),
            fields: FieldTable(Dictionary(uniqueKeysWithValues: ImportField.allCases.map { ($0, FieldRule(column: $0.rawValue)) })))
    }

    /// Checks that a file without a mapping has the wire's own names and no others.
    static func checkPlain(columns: [String]) throws(RowFault) {
        let known = ["id"] + ImportField.allCases.map(\.rawValue)
        guard let unknown = columns.first(where: { !known.contains($0) }) else { return }
        let suggestion = NearestName.suggestion(for: unknown, among: known).map { " (did you mean \"\($0)\"?)" } ?? ""
        throw RowFault(
            line: 1, field: "column \"\(unknown)\"", problem: "is not a field of an intake event",
            expected: "a mapping, or columns of these names: " + known.joined(separator: ", ") + suggestion)
    }

    /// Reads a mapping file.
    ///
    /// - Throws: a `YAMLError` with file, line and column, or `Faults` with all that the types cannot say.
    init(contentsOf file: URL) throws {
        self = try YAMLDecoder().decode(ImportMapping.self, contentsOf: file)
        let faults = self.faults()
        guard faults.isEmpty else { throw Faults(faults) }
    }

    /// The character between the fields of a line, where the mapping says so.
    var separatorCharacter: Character? { separator?.first }

    /// How the file is written, where the mapping says so.
    var textEncoding: TextEncoding? { encoding.flatMap(TextEncoding.init(name:)) }

    /// The texts that mean no value, as they are compared.
    var wordsForNothing: Set<String> { Set((noValue ?? []).map { $0.trimmed.lowercased() }) }

    /// What is wrong with the mapping itself.
    func faults() -> [Fault] {
        var faults: [Fault] = []
        if source.isEmpty {
            faults.append(Fault(field: "source", problem: "is empty", expected: "a URI reference such as /import/hotline"))
        }
        if let separator, separator.count != 1 || separator.first?.asciiValue == nil {
            faults.append(Fault(field: "separator", problem: "is not one ASCII character", expected: "a character such as ;"))
        }
        if let encoding, TextEncoding(name: encoding) == nil {
            faults.append(Fault(field: "encoding", problem: "is not known", expected: TextEncoding.namesForPeople))
        }
        if fields[.line] == nil {
            faults.append(Fault(field: "fields.line", problem: "is missing", expected: "where the service number is"))
        }
        if let id { faults += id.faults(at: "id") }
        for (field, rule) in fields.all { faults += rule.faults(at: "fields.\(field.rawValue)") }
        return faults
    }

    /// Checks that a file has the columns the mapping speaks of.
    func check(columns: [String]) throws(RowFault) {
        let needed = (id?.columns ?? []) + fields.all.flatMap(\.rule.columns)
        guard let missing = needed.first(where: { !columns.contains($0) && !columns.contains($0.trimmed) }) else { return }
        let suggestion = NearestName.suggestion(for: missing, among: columns).map { " (did the mapping mean \"\($0)\"?)" } ?? ""
        throw RowFault(
            line: 1, field: "column \"\(missing)\"", problem: "is missing, and the mapping needs it",
            expected: "one of " + columns.joined(separator: ", ") + suggestion)
    }
}

extension TextEncoding {
    /// The names one may give, for messages.
    static let namesForPeople = "one of " + allCases.map(\.rawValue).joined(separator: ", ")
}

extension ImportMapping {
    /// The submission a row stands for.
    ///
    /// - Parameter shift: what is added to the time of the complaint.
    func submission(for row: ImportedRow, shift: Duration = .zero) throws(RowFault) -> IntakeSubmission {
        let row = row.without(wordsForNothing)
        let type = try word(value(.type, row), .type, row) { IntakeType(rawValue: "redress.intake.\($0).v1") } ?? .submitted
        let kind = try word(value(.lineKind, row), .lineKind, row, ServiceLine.Kind.init(rawValue:)) ?? .phone
        guard let line = try value(.line, row) else { throw missing(.line, row) }
        var submission = IntakeSubmission(type, line: line, lineKind: kind)
        submission.complaint = try value(.complaint, row).map { ComplaintNumber($0) }
        submission.channel = try value(.channel, row).map { Channel($0) }
        submission.province = try value(.province, row).map { Province($0) }
        submission.category = try value(.category, row).map { Domain.Category($0) }
        submission.customer = try value(.customer, row)
        submission.contact = try value(.contact, row)
        submission.description = try value(.description, row)
        submission.demand = try value(.demand, row)
        submission.dissatisfaction = try value(.dissatisfaction, row)
        submission.language = try word(value(.language, row), .language, row, Language.init(rawValue:))
        submission.receivedAt = try time(row)?.adding(shift)
        submission.flags = try flags(value(.flags, row), row)
        submission.settledOnSpot = try word(value(.settledOnSpot, row), .settledOnSpot, row) { FieldWord.truth($0) }
        submission.settlement = try value(.settlement, row)
        submission.disputedAmount = try amount(row)
        let details = try details(row)
        if details != SubmissionDetails() { submission.details = details }
        return submission
    }

    /// The event a row becomes, checked by the contract's own reader, with the Kafka key it belongs under.
    ///
    /// - Parameter identity: what keeps the rows of this file apart from those of others.
    func event(for row: ImportedRow, shift: Duration = .zero, in identity: ImportIdentity = .none) throws(RowFault) -> ImportedEvent {
        var submission = try submission(for: row)
        let rowID = try rowID(row)
        // What the row says, before its time is moved; where the file has no ids, also what it says in columns that nothing is made of.
        let said = rowID == nil ? cells(of: row) : Data(submission.type.rawValue.utf8) + submission.data
        let hasTime = submission.receivedAt != nil && fields[.receivedAt]?.columns.isEmpty == false
        submission.receivedAt = submission.receivedAt?.adding(shift)
        let event = submission.event(id: identity.id(rowID: rowID, content: said, hasTime: hasTime), source: source)
        return try ImportedEvent(checking: event, line: row.line, rowID: rowID)
    }

    /// How far times move so that the anchor falls on `target`; not at all without an anchor.
    func shift(to target: Instant) -> Duration { rebase.map { target.duration(since: $0.anchor) } ?? .zero }

    private func rowID(_ row: ImportedRow) throws(RowFault) -> String? {
        guard let text = try id?.value(in: row.without(wordsForNothing), field: "id") else { return nil }
        if let fault = SpreadsheetText.fault(inNumber: text) {
            throw RowFault(line: row.line, field: "id", problem: fault.problem, expected: fault.expected)
        }
        return text
    }

    /// The cells alone, not the line: the same row is the same event wherever it stands.
    private func cells(of row: ImportedRow) -> Data {
        Data(row.cells.sorted { $0.key < $1.key }.map { "\($0.key)\u{1F}\($0.value)" }.joined(separator: "\u{1E}").utf8)
    }

    /// A field's text; one whose every digit counts is refused where a spreadsheet has been at it.
    private func value(_ field: ImportField, _ row: ImportedRow) throws(RowFault) -> String? {
        guard let text = try fields[field]?.value(in: row, field: field.rawValue) else { return nil }
        if field.isNumber, let fault = SpreadsheetText.fault(inNumber: text) {
            throw RowFault(line: row.line, field: field.rawValue, problem: fault.problem, expected: fault.expected)
        }
        return text
    }

    private func time(_ row: ImportedRow) throws(RowFault) -> Instant? {
        guard let text = try value(.receivedAt, row) else { return nil }
        switch Instant.read(text) {
        case .success(let instant): return instant
        case .failure(let reason):
            let isSerial = SpreadsheetText.isSerialDate(text)
            throw RowFault(
                line: row.line, field: ImportField.receivedAt.rawValue,
                problem: isSerial ? "is a spreadsheet's number for a day" : reason.problem, expected: reason.expected)
        }
    }

    private func amount(_ row: ImportedRow) throws(RowFault) -> Money? {
        guard let text = try value(.disputedAmount, row) else { return nil }
        let code = try value(.currency, row) ?? "CNY"
        guard let currency = Currency(code) else {
            throw RowFault(
                line: row.line, field: ImportField.currency.rawValue, problem: "is not a currency of ISO 4217",
                expected: "a code such as CNY")
        }
        guard let money = Money(mainUnits: text, currency: currency) else {
            throw RowFault(
                line: row.line, field: ImportField.disputedAmount.rawValue, problem: "is not an amount of \(code)",
                expected: FieldWord.expectedAmount(in: code))
        }
        return money
    }

    private func details(_ row: ImportedRow) throws(RowFault) -> SubmissionDetails {
        let duties = Self.parts(of: try value(.duties, row)).map(FieldWord.duty)
        return SubmissionDetails(
            duties: duties.isEmpty ? nil : duties, takenBy: try value(.takenBy, row).map { ActorID($0) },
            homeProvince: try value(.homeProvince, row).map { Province($0) },
            writtenByCustomer: try word(value(.writtenByCustomer, row), .writtenByCustomer, row) { FieldWord.truth($0) } == true
                ? true : nil)
    }

    private func word<Value>(
        _ text: String?, _ field: ImportField, _ row: ImportedRow, _ read: (String) -> Value?
    ) throws(RowFault) -> Value? {
        guard let text else { return nil }
        guard let value = read(text) else {
            throw RowFault(line: row.line, field: field.rawValue, problem: "is not known", expected: FieldWord.expected(of: field))
        }
        return value
    }

    private func flags(_ text: String?, _ row: ImportedRow) throws(RowFault) -> [Flag] {
        var flags: [Flag] = []
        for part in Self.parts(of: text) {
            guard let flag = try word(part, .flags, row, Flag.init(rawValue:)) else { continue }
            flags.append(flag)
        }
        return flags
    }

    private static func parts(of text: String?) -> [String] {
        (text ?? "").split(whereSeparator: { " ,;，；、".contains($0) }).map(String.init)
    }

    private func missing(_ field: ImportField, _ row: ImportedRow) -> RowFault {
        RowFault(line: row.line, field: field.rawValue, problem: "is missing", expected: FieldWord.expected(of: field))
    }
}
