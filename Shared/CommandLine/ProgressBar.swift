/// Shows how far a long job is: a bar that moves on a terminal, a line now and then elsewhere.
public struct ProgressBar {
    private let title: String
    private let total: Int
    private let terminal: Terminal
    private let stepPercent: Int
    private let write: (String) -> Void
    private var done = 0
    private var lastText = ""
    private var lastPercent = -1

    /// Begins at nothing done.
    ///
    /// - Parameters:
    ///   - total: the units of work in all.
    ///   - stepPercent: off a terminal, a line is written each time this many more percent are done.
    ///   - write: where the text goes; the standard error unless a test says otherwise.
    public init(
        _ title: String, total: Int, terminal: Terminal = Terminal(.errors), stepPercent: Int = 10,
        write: @escaping (String) -> Void = StandardStream.errors.write
    ) {
        self.title = title
        self.total = max(total, 1)
        self.terminal = terminal
        self.stepPercent = max(stepPercent, 1)
        self.write = write
    }

    /// Some more units are done.
    public mutating func advance(by units: Int = 1) {
        done = min(done + units, total)
        draw()
    }

    /// Ends the bar's line on a terminal, whatever is done.
    public mutating func finish() {
        if terminal.isTerminal, !lastText.isEmpty { write("\n") }
        lastText = ""
    }

    private mutating func draw() {
        let percent = done * 100 / total
        guard terminal.isTerminal else {
            let step = percent / stepPercent
            if step > lastPercent / stepPercent || lastPercent < 0 {
                lastPercent = percent
                write("\(title): \(percent) % (\(done) of \(total))\n")
            }
            return
        }
        let tail = " \(percent) % (\(done) of \(total))"
        let room = min(40, terminal.width - DisplayWidth.of(title) - tail.count - 4)
        let filled = max(room, 0) * done / total
        let bar = room > 4 ? " [" + String(repeating: "#", count: filled) + String(repeating: "-", count: room - filled) + "]" : ""
        let text = title + bar + tail
        // Only a changed picture is drawn, so a million steps do not mean a million writes; \u{1B}[K clears what a longer one left.
        if text != lastText, percent != lastPercent || done == total {
            lastText = text
            lastPercent = percent
            write("\r\(text)\u{1B}[K")
        }
    }
}
