import CommandLine
import Domain
import Foundation
import Policies
import Runtime

/// `redress calendar`: which days are worked, and what a deadline comes to.
enum CalendarCommand {
    static let command = OperatorCommand(
        Command(
            "calendar", summary: "Show a month's working days, or calculate a deadline.",
            discussion: """
                With a month, shows its days: 休 a holiday, 班 a day of rest that is a workday 调休上班, and the holidays by name. With add, a start and \
                an amount, calculates the deadline and lists its days. The first day is not counted, and the last one ends at 24:00 (Civil Code \
                art. 201, 203). The amount is in working days, unless an option says otherwise.

                A result that depends on a year without published holidays is marked provisional, or refused if the calendar says so.

                Exit codes: 0 shown, 64 an invalid month, start or amount, 65 a year that the calendar does not cover, 78 a pack with faults.
                """,
            examples: [
                "redress calendar 2026-10", "redress calendar add 2026-09-30T16:00 5",
                "redress calendar add 2026-09-12 15 --calendar-days --roll",
                "redress calendar add 2026-09-30T11:00 8 --working-hours --json",
            ],
            options: [
                Option("calendar-days", help: "The amount is in calendar days."),
                Option("working-hours", help: "The amount is in hours within working hours."),
                Option("roll", help: "Move the end to the next workday if it falls on a day of rest."),
                Option("calendar", value: .string(placeholder: "NAME"), help: "The calendar; by default the pack's first."),
                ServiceCommand.policies, ServiceCommand.clock, JSONOutput.option,
            ],
            operands: [
                Operand("MONTH|add", help: "A month such as 2026-10, by default this month; or add.", required: false),
                Operand("START", help: "For add: a day, or a day and a time, as 2026-09-30T16:00.", required: false),
                Operand("AMOUNT", help: "For add: how many, from 1.", required: false),
            ])
    ) { arguments in
        let calendar = try CalendarCommand.calendar(arguments)
        do {
            if arguments.operand("MONTH|add") == "add" {
                let request = try CalendarRequest(arguments, calendar: calendar)
                let calculation = try CalendarCalculation(
                    adding: request.allowance, to: request.start, by: calendar, rolling: arguments.flag("roll"))
                try show(CalendarAnswer(request, calculation, calendar: calendar), arguments)
            } else {
                guard arguments.operand("START") == nil else {
                    throw UsageError(command: "redress calendar", subject: "START", expected: "add before it")
                }
                let now = try ServiceSettings.clock(arguments).now()
                let month = try CalendarRequest.month(arguments.operand("MONTH|add"), today: calendar.zone.date(of: now))
                let page = CalendarPage(month: try CalendarMonth(of: month, in: calendar), calendar: calendar)
                if arguments.flag("json") { try JSONOutput.write(page) } else { StandardStream.output.write(page.text) }
            }
        } catch let error as CalendarFault {
            throw error.fault
        }
        return .ok
    }

    private static func show(_ answer: CalendarAnswer, _ arguments: Arguments) throws {
        if arguments.flag("json") { try JSONOutput.write(answer) } else { StandardStream.output.write(answer.text) }
    }

    private static func calendar(_ arguments: Arguments) throws -> WorkCalendar {
        let pack = try PolicyPackLoader.load(directory: URL(filePath: try InstalledFiles.policies(arguments)))
        let known = pack.clocks.current.calendars
        let name = arguments.string("calendar") ?? pack.clocks.current.policy.clocks.first?.calendar ?? ""
        guard let calendar = known[name] else {
            throw UsageError(
                command: "redress calendar", subject: "--calendar", given: name,
                expected: "one of " + known.keys.sorted().joined(separator: ", "))
        }
        return calendar
    }
}
