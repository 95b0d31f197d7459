import Contracts
import Crypto
import Domain
import Foundation

extension ImportMapping {
    /// The submission a row stands for.
    ///
    /// - Parameter shift: what is added to the time of the complaint.
    func submission(for row: ImportedRow, shift: Duration = .zero) throws(RowFault) -> IntakeSubmission {
        func value(_ field: ImportField) throws(RowFault) -> String? {
            try fields[field]?.value(in: row, field: field.rawValue)
        }
        let type = try word(value(.type), .type, row) { IntakeType(rawValue: "redress.intake.\($0).v1") } ?? .submitted
        let kind = try word(value(.lineKind), .lineKind, row, ServiceLine.Kind.init(rawValue:)) ?? .phone
        guard let line = try value(.line) else { throw missing(.line, row) }
        var submission = IntakeSubmission(type, line: line, lineKind: kind)
        submission.complaint = try value(.complaint).map { ComplaintNumber($0) }
        submission.channel = try value(.channel).map { Channel($0) }
        submission.province = try value(.province).map { Province($0) }
        submission.category = try value(.category).map { Domain.Category($0) }
        submission.customer = try value(.customer)
        submission.contact = try value(.contact)
        submission.description = try value(.description)
        submission.demand = try value(.demand)
        submission.dissatisfaction = try value(.dissatisfaction)
        submission.language = try word(value(.language), .language, row, Language.init(rawValue:))
        submission.receivedAt = try time(value(.receivedAt), row)?.adding(shift)
        submission.flags = try flags(value(.flags), row)
        submission.settledOnSpot = try word(value(.settledOnSpot), .settledOnSpot, row) { FieldWord.truth($0) }
        if let text = try value(.disputedAmount) {
            let currency = try value(.currency) ?? "CNY"
            submission.disputedAmount = try word(text, .disputedAmount, row) { FieldWord.money($0, currency: currency) }
        }
        return submission
    }

    /// The event a row becomes, checked by the contract's own reader, with the Kafka key it belongs under.
    func event(for row: ImportedRow, shift: Duration = .zero) throws(RowFault) -> ImportedEvent {
        let submission = try submission(for: row, shift: shift)
        let event = submission.event(id: try id(of: row), source: source)
        return try ImportedEvent(checking: event, line: row.line)
    }

    /// How far times move so that the anchor falls on `target`; not at all without an anchor.
    func shift(to target: Instant) -> Duration { rebase.map { target.duration(since: $0.anchor) } ?? .zero }

    private func id(of row: ImportedRow) throws(RowFault) -> String {
        if let id = try id?.value(in: row, field: "id") { return id }
        // The cells alone, not the line: the same row is the same event wherever it stands.
        let cells = row.cells.sorted { $0.key < $1.key }.map { "\($0.key)\u{1F}\($0.value)" }.joined(separator: "\u{1E}")
        return String(SHA256.hex(Data(cells.utf8)).prefix(32))
    }

    private func time(_ text: String?, _ row: ImportedRow) throws(RowFault) -> Instant? {
        guard let text else { return nil }
        switch Instant.read(text) {
        case .success(let instant): return instant
        case .failure(let reason):
            throw RowFault(line: row.line, field: ImportField.receivedAt.rawValue, problem: reason.problem, expected: reason.expected)
        }
    }

    private func word<Value>(
        _ text: String?, _ field: ImportField, _ row: ImportedRow, _ read: (String) -> Value?
    ) throws(RowFault) -> Value? {
        guard let text else { return nil }
        guard let value = read(text) else {
            throw RowFault(line: row.line, field: field.rawValue, problem: "cannot be read", expected: FieldWord.expected(of: field))
        }
        return value
    }

    private func flags(_ text: String?, _ row: ImportedRow) throws(RowFault) -> [Flag] {
        var flags: [Flag] = []
        for part in (text ?? "").split(whereSeparator: { " ,;".contains($0) }) {
            guard let flag = try word(String(part), .flags, row, Flag.init(rawValue:)) else { continue }
            flags.append(flag)
        }
        return flags
    }

    private func missing(_ field: ImportField, _ row: ImportedRow) -> RowFault {
        RowFault(line: row.line, field: field.rawValue, problem: "is missing", expected: FieldWord.expected(of: field))
    }
}
