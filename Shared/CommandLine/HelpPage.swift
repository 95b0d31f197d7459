/// The help of one command, wrapped to the width of the terminal.
struct HelpPage {
    /// The command with those above it, the program first.
    let path: [Command]
    let width: Int

    /// No line is longer than this, however wide the terminal is, as long lines are hard to read.
    private static let widest = 110
    private static let narrowest = 40
    /// Entries whose left side is longer begin their text on the next line.
    private static let longestLabel = 34

    private var columns: Int { min(max(width, Self.narrowest), Self.widest) }
    private var typed: String { path.map(\.name).joined(separator: " ") }

    /// The whole page.
    var text: String {
        guard let command = path.last else { return "" }
        let inherited = path.dropLast().flatMap(\.options)
        let sections = [
            usage(command),
            paragraphs(command.summary),
            paragraphs(command.discussion),
            list("Options", command.options.map { (label($0), describe($0)) }),
            list("Options of all commands", inherited.map { (label($0), describe($0)) }),
            list("Operands", command.operands.map { ($0.name, describe($0)) }),
            list("Commands", command.subcommands.map { ($0.name, $0.summary) }),
            examples(command.examples),
        ]
        return sections.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private func usage(_ command: Command) -> String {
        let words: [String]
        if command.operands.isEmpty, !command.subcommands.isEmpty {
            let runsAlone = path.count == 1 && command.subcommands.map(\.name) == [CommandLineParser.completion.name]
            words = [runsAlone ? "[COMMAND]" : "COMMAND"]
        } else {
            words = command.operands.map(\.usage)
        }
        let required = command.options.filter { $0.isRequired && $0.environment == nil }.map { "--\($0.name) \($0.placeholder)" }
        return hanging("Usage: " + typed + " ", (["[OPTION...]"] + required + words).joined(separator: " "))
    }

    private func paragraphs(_ text: String) -> String {
        text.split(separator: "\n\n").map { paragraph in
            let joined = paragraph.split(separator: "\n").joined(separator: " ")
            return TextWrap.lines(joined, width: columns).map { $0 + "\n" }.joined()
        }.joined(separator: "\n")
    }

    private func list(_ title: String, _ entries: [(label: String, text: String)]) -> String {
        guard !entries.isEmpty else { return "" }
        let widths = entries.map { DisplayWidth.of($0.label) }.filter { $0 <= min(Self.longestLabel, columns / 2) }
        let indent = (widths.max() ?? 4) + 4
        return "\(title):\n"
            + entries.map { entry in
                let label = "  " + entry.label
                let used = DisplayWidth.of(label)
                let lines = TextWrap.lines(entry.text, width: max(columns - indent, 12))
                let pad = String(repeating: " ", count: indent)
                let first = used + 2 <= indent ? label + String(repeating: " ", count: indent - used) : label + "\n" + pad
                return first + lines.joined(separator: "\n" + pad) + "\n"
            }.joined()
    }

    private func examples(_ lines: [String]) -> String {
        lines.isEmpty ? "" : "Examples:\n" + lines.map { "  $ \($0)\n" }.joined()
    }

    /// A text behind a lead, its further lines below its own begin.
    private func hanging(_ lead: String, _ text: String) -> String {
        let isLong = DisplayWidth.of(lead) > columns / 2
        let indent = isLong ? 8 : DisplayWidth.of(lead)
        let gap = "\n" + String(repeating: " ", count: indent)
        let lines = TextWrap.lines(text, width: columns - indent)
        return (isLong ? lead.dropLast() + gap : lead) + lines.joined(separator: gap) + "\n"
    }

    private func label(_ option: Option) -> String {
        let short = option.short.map { "-\($0), " } ?? "    "
        return "\(short)--\(option.name)" + (option.takesValue ? " \(option.placeholder)" : "")
    }

    private func describe(_ option: Option) -> String {
        var notes: [String] = []
        if case .int(let range) = option.value, range != Int.min...Int.max { notes.append(Option.describe(range)) }
        if option.isRequired { notes.append("required") }
        if option.isRepeated { notes.append("may be given several times") }
        if let value = option.defaultValue { notes.append("default \(option.isSecret ? "***" : value)") }
        if let name = option.environment { notes.append(option.isSecret ? "environment \(name) or \(name)_FILE" : "environment \(name)") }
        if option.isSecret { notes.append("or --\(option.fileName) PATH") }
        return option.help + (notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))")
    }

    private func describe(_ operand: Operand) -> String {
        let choices = operand.choices.isEmpty ? "" : " (one of \(operand.choices.joined(separator: ", ")))"
        return operand.help + choices
    }
}
