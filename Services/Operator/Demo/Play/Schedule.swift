import Contracts
import Domain
import Files
import Foundation

/// The complaints of a file, in the order of their dates.
struct Schedule {
    /// One complaint that the services have closed, as it was sent.
    struct Settled {
        let complaint: ComplaintNumber
        let submission: IntakeSubmission
    }

    /// One complaint as the mapping made it.
    fileprivate struct Entry {
        let submission: IntakeSubmission
        let event: ImportedEvent
        let receivedAt: Instant
    }

    fileprivate let entries: [Entry]
    private let source: String
    /// Rows the mapping refused.
    let refused: [RowFault]

    var count: Int { entries.count }

    /// Reads the file.
    ///
    /// - Throws: a `RowFault` where the columns are not those of the mapping, the mapping's own faults, a `FileError` where the
    ///   file cannot be read, or `DemoError` where there is no row.
    init(data: URL, mapping file: URL) throws {
        let mapping = try ImportMapping(contentsOf: file)
        try self.init(try LocalFile.read(data), mapping)
        guard !entries.isEmpty else { throw DemoError.unusableData("\(data.path) has no complaint that can be sent") }
    }

    init(_ text: Data, _ mapping: ImportMapping) throws(RowFault) {
        var reader = try CSVReader(text, separator: mapping.separatorCharacter)
        try mapping.check(columns: reader.columns)
        var entries: [Entry] = []
        var refused: [RowFault] = []
        var isAtEnd = false
        while !isAtEnd {
            do throws(RowFault) {
                guard let row = try reader.next() else {
                    isAtEnd = true
                    continue
                }
                let submission = try mapping.submission(for: row)
                let event = try mapping.event(for: row)
                entries.append(Entry(submission: submission, event: event, receivedAt: submission.receivedAt ?? Instant(milliseconds: 0)))
            } catch {
                refused.append(error)
            }
        }
        self.entries = entries.sorted { ($0.receivedAt, $0.event.line) < ($1.receivedAt, $1.event.line) }
        self.refused = refused
        source = mapping.source
    }

    /// All complaints, evenly over a span that begins at `start`: the order stays, the quiet weeks between them do not.
    func intentions(from start: Instant, over span: Duration) -> [Intention] {
        entries.enumerated().map { index, entry in
            let time = start.adding(.milliseconds(span.wholeMilliseconds * Int64(index) / Int64(entries.count)))
            var submission = entry.submission
            submission.receivedAt = time
            let event = submission.event(id: entry.event.event.id, source: source, time: time)
            return Intention(at: time, message: OutsideMessage(event, key: entry.event.key))
        }
    }

    /// The first ones a second time, as a gateway sends them that was not sure of the first.
    static func repetitions(of intentions: [Intention], count: Int, after delay: Duration) -> [Intention] {
        intentions.prefix(count).map { Intention(at: $0.at.adding(delay), message: $0.message) }
    }
}

extension Schedule {
    /// The complaints that are archived, in the order they were sent.
    func settled(by tally: Tally, guard personalData: some PersonalDataGuard) throws(Fault) -> [Settled] {
        let tokens = try lineTokens(by: personalData)
        return zip(entries, tokens).compactMap { entry, token in
            guard let complaint = tally.lines[token], tally.courses[complaint]?.status == .archived else { return nil }
            return Settled(complaint: complaint, submission: entry.submission)
        }
    }

    /// By what the services know the line of each complaint.
    ///
    /// - Throws: a `Fault` where an event breaks the contract, which the mapping has ruled out.
    func lineTokens(by personalData: some PersonalDataGuard) throws(Fault) -> [LineToken] {
        try entries.map { entry throws(Fault) in try IntakeReader.read(entry.event.event, guard: personalData).line.token }
    }
}

/// Numbers as people read them.
enum Figure {
    /// `1,112`.
    static func text(_ number: Int) -> String {
        var text = ""
        for (index, digit) in String(number.magnitude).reversed().enumerated() {
            if index > 0, index.isMultiple(of: 3) { text.append(",") }
            text.append(digit)
        }
        return (number < 0 ? "-" : "") + String(text.reversed())
    }
}
