import CommandLine
import Contracts
import Crypto
import Domain
import Foundation
import Postgres
import Runtime

/// All that the five services' schemas hold about one complaint.
struct ComplaintRecords {
    /// The most journal rows of one service that are read; a complaint has some dozens.
    static let limit: Int32 = 10_000

    /// One event of a service's journal.
    struct Entry: Sendable {
        let topic: String
        let type: String
        let at: Instant
        let data: Data
    }

    /// A message that waits in the dead letters.
    struct Letter: Sendable {
        let place: DeadLetterPlace
        let isPoison: Bool
    }

    /// By service, in the order a complaint meets them, each in its journal's order.
    private(set) var journals: [(service: String, entries: [Entry])] = []
    private(set) var workOrder: WorkOrder?
    private(set) var clocks: ClockState?
    private(set) var compensation: Compensation?
    private(set) var deadLetters: [Letter] = []
    /// The customer's keys by which it is sealed, wrapped.
    private(set) var keys: [SealedText] = []

    init() {}

    /// Reads all five schemas.
    ///
    /// - Throws: a `StoreError` where a server is away, a `Fault` where a document is not of this release.
    init(of complaint: ComplaintNumber, _ arguments: Arguments) throws {
        let connections = try OperatorDatabase.services.map { ($0.name, try OperatorDatabase.connect($0, arguments)) }
        for (service, connection) in connections { try read(complaint, service, connection) }
        for (service, connection) in connections { keys += try unregisteredKeys(service, connection) }
    }

    /// Whether no service knows the complaint.
    var isEmpty: Bool { journals.allSatisfy(\.entries.isEmpty) && workOrder == nil && clocks == nil && deadLetters.isEmpty }

    /// Reads the schema of one service.
    mutating func read(_ complaint: ComplaintNumber, _ service: String, _ connection: PostgresConnection) throws {
        let key: [Value] = [.text(complaint.rawValue)]
        // What dispatch sends itself about complaints that go together lies in the other one's lane, and is no fact of this one.
        let answers = try connection.run([
            Statement(
                """
                SELECT topic, type, at, data FROM journal WHERE key = $1 AND type IS NOT NULL AND topic <> $2 \
                ORDER BY lane_group, lane, position LIMIT \(Self.limit)
                """, key + [.text(Topic.workOrderCommands.name)]),
            Statement("SELECT body FROM complaint_state WHERE key = $1", key),
            Statement("SELECT lane_group, lane, number, kind FROM dead_letter WHERE key = $1 ORDER BY lane_group, lane, number", key),
            Statement("SELECT body->>'key' FROM complaint_state WHERE key = $1 AND body::jsonb ? 'key'", key),
        ])
        if answers[3].count == 1 { keys.append(SealedText(ciphertext: try answers[3].text(0, 0))) }
        if service == ServiceName.intake.rawValue, let own = try LineKeyRecord.key(of: complaint.rawValue, connection) { keys.append(own) }
        journals.append((service, try Self.entries(in: answers[0])))
        if answers[1].count == 1 { try readState(answers[1].data(0, 0), of: service) }
        for row in 0..<answers[2].count {
            let place = DeadLetterPlace(
                service: service, group: try answers[2].text(row, 0), lane: try answers[2].int4(row, 1), number: try answers[2].int8(row, 2)
            )
            deadLetters.append(Letter(place: place, isPoison: try answers[2].text(row, 3) == "poison"))
        }
    }

    /// Keys of other documents that its texts name: merged complaints share one answer, sealed by the key of the one that leads.
    private func unregisteredKeys(_ service: String, _ connection: PostgresConnection) throws(PostgresError) -> [SealedText] {
        let known = Set(keys.compactMap { CustomerKey.id(ofWrapped: $0.ciphertext) })
        let named = journals.flatMap(\.entries).flatMap { entry in
            String(decoding: entry.data, as: UTF8.self).matches(of: /v2\.([A-Za-z0-9_-]{1,32})\./).map { String($0.output.1) }
        }
        let missing = Set(named).subtracting(known).sorted()
        guard !missing.isEmpty else { return [] }
        let rows = try connection.execute(
            Statement(
                "SELECT convert_from(data, 'UTF8')::jsonb->>'wrapped' FROM journal WHERE key = ANY($1) AND type = $2",
                [.textArray(missing), .text(CustomerKeyMade.wireType)]))
        var found: [SealedText] = []
        for row in 0..<rows.count { if let key = try rows.optionalText(row, 0) { found.append(SealedText(ciphertext: key)) } }
        return found
    }

    private mutating func readState(_ body: Data, of service: String) throws(Fault) {
        let coder = WireCoder()
        switch ServiceName(rawValue: service) {
        case .dispatch?: workOrder = try coder.decode(StoredCompanion<WorkOrder>.self, from: body).state
        case .slaMonitor?: clocks = try coder.decode(StoredCompanion<ClockState>.self, from: body).state
        case .compensation?: compensation = try coder.decode(StoredCompanion<Compensation>.self, from: body).state
        case .intake?, .notification?, nil: break
        }
    }

    private static func entries(in rows: Rows) throws(PostgresError) -> [Entry] {
        var entries: [Entry] = []
        for row in 0..<rows.count {
            entries.append(
                Entry(
                    topic: try rows.text(row, 0), type: try rows.text(row, 1),
                    at: try rows.instant(row, 2), data: try rows.optionalData(row, 3) ?? Data())
            )
        }
        return entries
    }
}
