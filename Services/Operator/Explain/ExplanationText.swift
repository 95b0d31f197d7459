import CommandLine
import Domain

/// A deadline's explanation in words.
struct ExplanationText {
    let times: TimeText
    let showsSteps: Bool

    func text(_ explanation: ClockExplanation) -> String {
        let cycle = explanation.cycle > 1 ? ", cycle \(explanation.cycle)" : ""
        var text = "\(explanation.clock)\(cycle): \(explanation.status.rawValue)"
        if explanation.startedAt != nil { text += ", \(explanation.usedPercent) % used, due \(times.text(explanation.dueAt))" }
        if explanation.isProvisional { text += " (provisional: holidays not published yet)" }
        text += "\n" + facts(explanation).shown(indent: 2)
        if showsSteps, !explanation.steps.isEmpty { text += "\n" + steps(explanation).shown(indent: 2) }
        return text
    }

    private func facts(_ explanation: ClockExplanation) -> TextTable {
        var table = TextTable(["", ""])
        let version =
            explanation.acceptedUnder == explanation.reckonedBy
            ? "policy \(explanation.acceptedUnder)" : "accepted under \(explanation.acceptedUnder), calculated by \(explanation.reckonedBy)"
        table.add(["rule", "\(SourceWords.text(explanation.rule)) (\(version))"])
        table.add(["allows", "\(explanation.allowance), by the calendar \(explanation.calendar)"])
        table.add([
            "starts", "when \(explanation.startedOn.rawValue)" + (explanation.startedAt.map { ": \(times.text($0))" } ?? ", not yet"),
        ])
        if let ended = explanation.endedOn { table.add(["ended", "when \(ended.rawValue): \(times.text(explanation.endedAt))"]) }
        for rest in explanation.rests {
            let until = rest.until.map { times.text($0) } ?? "now"
            table.add(["rested", "\(times.text(rest.from)) to \(until): \(rest.reason)"])
        }
        for rest in explanation.uncreditedRests {
            let until = rest.until.map { times.text($0) } ?? "now"
            table.add(["held, but counted", "\(times.text(rest.from)) to \(until): \(rest.reason)"])
        }
        for threshold in explanation.thresholds {
            let fired = threshold.firedAt.map { ", alert sent \(times.text($0))" } ?? ""
            let missing = explanation.startedAt == nil ? "-" : "not while it rests"
            let step = threshold.step > 0 ? " (step \(threshold.step))" : ""
            table.add(["at \(threshold.at) %\(step)", (threshold.reachedAt.map { times.text($0) } ?? missing) + fired])
        }
        return table
    }

    private func steps(_ explanation: ClockExplanation) -> TextTable {
        var table = TextTable(["day", "counted", "total", "why"], alignments: [.left, .right, .right])
        for step in explanation.steps {
            var why = step.reason.rawValue
            if let holiday = step.holiday { why += ", \(holiday)" }
            if step.rested { why += ", rested" }
            if step.isProvisional { why += ", provisional" }
            table.add([step.date.description, DurationText.format(step.counted.duration), DurationText.format(step.total.duration), why])
        }
        return table
    }
}
