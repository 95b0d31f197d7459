import CommandLine
import Domain
import Foundation

/// Shows the counts as they move and the alerts as they fire: in place on a terminal, a line now and then elsewhere.
struct DemoView {
    private let terminal: Terminal
    private let stream: StandardStream
    private let speed: Int
    private var drawnLines = 0
    private var lastDrawn = -10.0
    private var shownAlerts = 0

    /// How often it draws on a terminal, and writes elsewhere, in seconds.
    private static let frameSeconds = 0.2
    private static let lineSeconds = 4.0
    private static let shownAlerts = 5
    private static let shownAlertsBetweenLines = 2

    init(_ stream: StandardStream, speed: Int) {
        terminal = Terminal(stream)
        self.stream = stream
        self.speed = speed
    }

    /// Draws, if it is time to.
    mutating func show(_ tally: Tally, total: Int, now: Instant, seconds: Double) {
        guard seconds - lastDrawn >= (terminal.isTerminal ? Self.frameSeconds : Self.lineSeconds) else { return }
        lastDrawn = seconds
        draw(tally, total: total, now: now, seconds: seconds)
    }

    /// Draws the last picture and leaves it.
    mutating func finish(_ tally: Tally, total: Int, now: Instant, seconds: Double) {
        draw(tally, total: total, now: now, seconds: seconds)
        stream.write("\n")
        drawnLines = 0
    }

    private mutating func draw(_ tally: Tally, total: Int, now: Instant, seconds: Double) {
        guard terminal.isTerminal else { return writeLine(tally, total: total, now: now, seconds: seconds) }
        let lines = Self.picture(tally, total: total, now: now, seconds: seconds, speed: speed, alerts: Self.shownAlerts)
        let up = drawnLines > 0 ? "\u{1B}[\(drawnLines)A" : ""
        stream.write(up + lines.map { "\r" + Self.cut($0, to: terminal.width) + "\u{1B}[K\n" }.joined())
        drawnLines = lines.count
    }

    private mutating func writeLine(_ tally: Tally, total: Int, now: Instant, seconds: Double) {
        for alert in tally.alerts.suffix(min(tally.alertCount - shownAlerts, Self.shownAlertsBetweenLines)) {
            stream.write("        alert: \(Self.text(alert))\n")
        }
        shownAlerts = tally.alertCount
        stream.write(Self.line(tally, total: total, now: now, seconds: seconds) + "\n")
    }

    /// The picture of a terminal, from the top.
    static func picture(_ tally: Tally, total: Int, now: Instant, seconds: Double, speed: Int, alerts: Int) -> [String] {
        var table: [(String, [(Int, String)])] = []
        table.append(("gateway", [(tally.submissions.count, "of \(Figure.text(total)) sent"), (tally.duplicates, "of them twice")]))
        table.append(
            ("intake", [(tally[.registered], "registered"), (tally.incomplete.count, "incomplete"), (tally[.rejected], "rejected")]))
        table.append(
            (
                "dispatch",
                [
                    (tally.number(with: .dispatched), "dispatched"), (tally.number(with: .accepted), "accepted"),
                    (tally.number(with: .held), "held"), (tally.number(with: .answered), "answered"),
                    (tally.number(with: .answerApproved), "approved"), (tally.number(with: .customerTold), "told"),
                    (tally.number(with: .archived), "archived"),
                ]
            ))
        table.append(
            ("sla-monitor", [(tally[.warned], "warnings"), (tally[.breached], "breaches"), (tally[.escalated], "escalations")]))
        table.append(
            (
                "compensation",
                [
                    (tally[.proposed], "proposed"), (tally[.awaitingApproval], "for approval"), (tally[.settled], "paid"),
                    (tally[.settlementFailed], "failed payments"),
                ]
            ))
        table.append(
            ("notification", [(tally[.requested], "sent"), (tally[.delivered], "arrived"), (tally[.abandoned], "given up")]))
        table.append(("faults", [(tally[.deadLetters], "dead letters"), (tally[.refused], "commands refused")]))
        var lines = ["\(text(now))   \(Figure.text(speed)) times as fast   \(Int(seconds)) s", ""]
        for (name, figures) in table {
            let cells = figures.map { number, word in pad(Figure.text(number), 6) + " " + word }.joined(separator: " ")
            lines.append(name.padding(toLength: 13, withPad: " ", startingAt: 0) + cells)
        }
        lines += ["", "alerts, the last of \(Figure.text(tally.alertCount))"]
        let last = tally.alerts.suffix(alerts).map { "  " + text($0) }
        return lines + last + Array(repeating: "", count: alerts - last.count)
    }

    /// The same in one line.
    static func line(_ tally: Tally, total: Int, now: Instant, seconds: Double) -> String {
        pad("\(Int(seconds)) s", 5) + "  \(text(now))  sent \(Figure.text(tally.submissions.count)) of \(Figure.text(total))"
            + "  registered \(Figure.text(tally[.registered]))  open \(Figure.text(tally.open))"
            + "  archived \(Figure.text(tally[.archived]))  alerts \(Figure.text(tally.alertCount))"
            + "  paid \(Figure.text(tally[.settled]))  notified \(Figure.text(tally[.delivered]))"
            + "  dead letters \(tally[.deadLetters])"
    }

    static func text(_ alert: Alert) -> String {
        let kind = alert.threshold < 100 ? "warning" : "breach "
        return "\(text(alert.firedAt))  \(kind)  \(alert.complaint)  \(alert.clock) at \(alert.threshold) %, due \(text(alert.dueAt))"
            + (alert.unit.map { ", \($0)" } ?? "") + (alert.step > 0 ? ", step \(alert.step)" : "")
    }

    /// `2026-03-14 08:12`, as the clocks of the policy's calendar show it.
    static func text(_ instant: Instant) -> String {
        times.text(instant).prefix(16).description
    }

    private static let times = TimeText(offset: UTCOffset(minutes: 8 * 60) ?? .utc)

    private static func pad(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }

    private static func cut(_ line: String, to width: Int) -> String { String(line.prefix(max(width - 1, 20))) }
}
