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
