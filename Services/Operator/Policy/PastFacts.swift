import CommandLine
import Contracts
import Domain
import Files
import Foundation
import Policies
import Postgres
import Runtime

/// Where a trial's facts come from: the services' journals, or a file of CloudEvents, one a line.
enum PastFacts {
    static let options: [Option] =
        [
            Option("from", value: .path, help: "Read the facts from this file, one CloudEvent in JSON a line, instead of the journals."),
            Option("since", value: .string(placeholder: "TIME"), help: "Only facts from this time on, RFC 3339."),
            Option("limit", value: .int(1...10_000_000), default: "1000000", help: "The most facts of one service that are read."),
        ] + OperatorDatabase.options

    /// - Throws: a `RowFault` for a line that is none, a `StoreError` where a server is away, a `UsageError` for a time that is none.
    static func read(_ arguments: Arguments) throws -> [PastFact] {
        var since: Instant?
        if let text = arguments.string("since") {
            since = Instant(text)
            if since == nil {
                throw UsageError(
                    command: "redress policy try", subject: "--since", given: text, expected: "a time such as 2026-04-01T00:00:00+08:00")
            }
        }
        guard let file = arguments.string("from") else { return try journals(arguments, since: since) }
        let facts = try lines(of: try LocalFile.read(file))
        return facts.filter { fact in since.map { $0 <= fact.at } ?? true }
    }

    /// The facts in a text of one CloudEvent a line; events of other kinds are passed over.
    static func lines(of text: Data) throws(RowFault) -> [PastFact] {
        let coder = WireCoder()
        var facts: [PastFact] = []
        for (index, line) in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
        where line.contains(where: { $0 > UInt8(ascii: " ") }) {
            do throws(Fault) {
                let event = try CloudEventReader.read(value: Data(line), headers: [])
                guard let content = try content(type: event.type, data: event.data, coder) else { continue }
                guard let key = event.subject ?? event.partitionKey else {
                    throw Fault(field: "subject", problem: "is missing", expected: "the complaint's number")
                }
                guard let time = event.time else { throw Fault(field: "time", problem: "is missing", expected: "when it happened") }
                facts.append(PastFact(complaint: ComplaintNumber(key), at: time, content: content))
            } catch {
                throw RowFault(line: index + 1, error)
            }
        }
        return facts
    }

    private static func journals(_ arguments: Arguments, since: Instant?) throws -> [PastFact] {
        let coder = WireCoder()
        var facts: [PastFact] = []
        for service in [ServiceName.intake, .dispatch, .compensation] {
            let rows = try OperatorDatabase.connect(service.definition, arguments).execute(
                Statement(
                    """
                    SELECT key, type, at, data FROM journal WHERE type IS NOT NULL AND at >= $1::text::timestamptz \
                    ORDER BY lane_group, lane, position LIMIT \(try arguments.requiredInt("limit"))
                    """, [.text((since ?? Instant(seconds: 0)).description)]))
            for row in 0..<rows.count {
                guard let content = try content(type: try rows.text(row, 1), data: try rows.optionalData(row, 3) ?? Data(), coder) else {
                    continue
                }
                facts.append(
                    PastFact(
                        complaint: ComplaintNumber(try rows.text(row, 0)),
                        at: try rows.instant(row, 2), content: content))
            }
        }
        return facts
    }

    private static func content(type: String, data: Data, _ coder: WireCoder) throws(Fault) -> PastFact.Content? {
        if let event = try ComplaintEvent.decode(type: type, data: data, with: coder) { return .complaint(event) }
        if let event = try WorkOrderEvent.decode(type: type, data: data, with: coder) { return .workOrder(event) }
        return try ClaimEvent.decode(type: type, data: data, with: coder).map { .claim($0) }
    }
}
