import Contracts
import Crypto
import Domain
import Foundation

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
