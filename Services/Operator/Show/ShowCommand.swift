import CommandLine
import Contracts
import Domain
import Foundation
import Policies

/// `redress show`: one complaint, across all services.
enum ShowCommand {
    static let command = OperatorCommand(
        Command(
            "show", summary: "Show the state of a complaint and everything that happened to it.",
            discussion: """
                Reads the journals of all five services and merges them by time. Personal data is masked or left out; --reveal shows it if you \
                have the sealing key, and records who looked and why. "answers" is the id of the outside event that led to an entry: a \
                gateway's event, or a desk's command.

                Exit codes: 0 shown, 1 no such complaint, 69 a database does not answer, 78 a schema of another release.
                """,
            examples: ["redress show C20260401000001", "redress show C20260401000001 --json | jq .timeline"],
            options: [JSONOutput.option, TimeText.option] + OperatorDatabase.options + StoredClocks.options + Revealing.options,
            operands: [Operand("NUMBER", help: "The complaint's number.")])
    ) { arguments in
        let complaint = ComplaintNumber(arguments.operand("NUMBER") ?? "")
        let times = try TimeText(arguments)
        let records = try ComplaintRecords(of: complaint, arguments)
        guard !records.isEmpty else { return unknown(complaint) }
        let revealing = try Revealing(arguments, subject: complaint.rawValue, command: "show", keys: records.keys)
        let coder = WireCoder()
        var standing = try ComplaintStanding(of: complaint, records, coder: coder)
        noteClocks(records, arguments, in: &standing)
        standing.personal = try revealing?.personal(sealed(in: records, coder))
        standing.isErased = revealing != nil && standing.personal == nil
        let timeline = try Timeline.merged(
            records.journals.map { service, entries in try lines(entries, of: service, times, coder, revealing) })
        if arguments.flag("json") {
            try JSONOutput.write(Shown(standing: standing, timeline: timeline))
        } else {
            StandardStream.output.write(standing.text(times) + "\n" + Timeline.table(timeline, times))
        }
        return .ok
    }

    /// Says that nobody knows the complaint.
    static func unknown(_ complaint: ComplaintNumber) -> ExitCode {
        StandardStream.errors.write("redress: there is no complaint \(complaint)\n")
        return .negative
    }

    private struct Shown: Encodable {
        let standing: ComplaintStanding
        let timeline: [TimelineEntry]
    }

    /// A complaint can be shown without its deadlines; why they are missing is said.
    private static func noteClocks(_ records: ComplaintRecords, _ arguments: Arguments, in standing: inout ComplaintStanding) {
        guard let file = records.clocks else { return }
        do {
            standing.note(try StoredClocks.explanations(of: file, arguments))
        } catch {
            StandardStream.errors.write("redress: the deadlines are left out: \(error)\n")
        }
    }

    private static func lines(
        _ entries: [ComplaintRecords.Entry], of service: String, _ times: TimeText, _ coder: WireCoder, _ revealing: Revealing?
    ) throws -> [TimelineEntry] {
        try entries.enumerated().map { order, entry in
            let account = try EventAccount(topic: entry.topic, type: entry.type, data: entry.data, coder: coder, times: times)
            let answer = try account.answer.flatMap { try revealing?.answer($0) }.map { TimelineEntry.Revealed(kind: .answer, text: $0) }
            let note = try account.note.flatMap { try revealing?.note($0) }.map { TimelineEntry.Revealed(kind: .note, text: $0) }
            return TimelineEntry(
                at: entry.at, service: service, order: order, type: entry.type, account: try account.opened(by: revealing?.note),
                revealed: answer ?? note)
        }
    }

    /// What the customer said, in the order it was said.
    private static func sealed(in records: ComplaintRecords, _ coder: WireCoder) throws -> [SealedText] {
        try records.journals.flatMap(\.entries).compactMap { entry in
            switch try ComplaintEvent.decode(type: entry.type, data: entry.data, with: coder) {
            case .registered(let event): event.personal
            case .informationRequired(let event): event.personal
            case .supplemented(let event): event.personal
            case .urged?, .withdrawn?, .exposed?, .flagged?, .feedbackGiven?, .contested?, .rejected?, nil: nil
            }
        }
    }
}
