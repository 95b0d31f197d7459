import CommandLine
import Contracts
import Domain
import Foundation
import Postgres
import Runtime

/// Tells a complaint's story in a few lines, from the services' journals.
struct StoryWriter {
    /// The administrator's connection to the demo's database.
    let databaseURL: String
    /// As the pack's operator reads times.
    let times: TimeText

    /// The most lines of one story.
    private static let most = 8
    /// Where a message to the customer is broken.
    private static let width = 100

    /// What happened, a line each; nothing where no event of the piece has.
    ///
    /// - Throws: a `StoreError` or a `PostgresError` where the database is away, a `Fault` for an event that cannot be read.
    func lines(of piece: Repertoire.Piece) throws -> [String] {
        guard let complaint = piece.complaint else { return [] }
        var records = ComplaintRecords()
        for service in OperatorDatabase.services {
            let connection = try ServiceDatabase.connect(databaseURL, service: service.name, schemaVersion: service.schemaVersion)
            try records.read(complaint, service.name, connection)
        }
        let coder = WireCoder()
        let journals = try records.journals.map { service, entries in
            try entries.enumerated().compactMap { order, entry in
                try line(of: entry, piece.told, coder).map { account in
                    TimelineEntry(at: entry.at, service: service, order: order, type: entry.type, account: account)
                }
            }
        }
        return Self.render(Timeline.merged(journals), times)
    }

    /// An event in words where the piece tells it; a message to a customer in its own.
    private func line(of entry: ComplaintRecords.Entry, _ told: [String], _ coder: WireCoder) throws -> EventAccount? {
        if let notice = try NoticeEvent.decode(type: entry.type, data: entry.data, with: coder) {
            guard case .requested(let message) = notice, message.attempt == 1, told.contains(message.template.rawValue) else { return nil }
            return EventAccount("message to the customer", [EventAccount.Detail("", message.text)])
        }
        guard told.contains(where: { entry.type.hasSuffix(".\($0).v1") }) else { return nil }
        return try EventAccount(topic: entry.topic, type: entry.type, data: entry.data, coder: coder, times: times)
    }

    static func render(_ entries: [TimelineEntry], _ times: TimeText) -> [String] {
        var table = TextTable(["", "", "", ""])
        for entry in entries.prefix(most) {
            let details = entry.detailText.split(whereSeparator: \.isNewline).joined(separator: " ")
            let cells = [String(times.text(entry.at).prefix(16)), entry.account.what, entry.account.by?.rawValue ?? ""]
            let texts = TextWrap.lines(details, width: width)
            table.add(cells + texts.prefix(1))
            for text in texts.dropFirst() { table.add(["", "", "", text]) }
        }
        return table.render().split(separator: "\n").map { String($0) }
    }
}
