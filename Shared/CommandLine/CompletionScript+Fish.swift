extension CompletionScript {
    /// The script for fish: `PROGRAM completion fish | source`.
    var fish: String {
        let head = "# Completion of \(program) for fish. Load it with: \(program) completion fish | source\n"
        return head + "complete -c \(program) -e\n" + places.map(lines).joined()
    }

    private func lines(_ place: Place) -> String {
        let names = place.path.split(separator: " ")
        let children = place.command.subcommands.map(\.name)
        // A place is where all of its names were seen and none of its children's.
        var conditions = names.map { "__fish_seen_subcommand_from \($0)" }
        let inner = children.isEmpty ? [] : ["not __fish_seen_subcommand_from \(children.joined(separator: " "))"]
        let here = (conditions + inner).joined(separator: "; and ")
        if conditions.isEmpty { conditions = inner }
        let seen = place.path.isEmpty ? "" : " -n \(Self.quoted(conditions.joined(separator: "; and ")))"
        let commands = place.command.subcommands.map { inner in
            "complete -c \(program)\(here.isEmpty ? "" : " -n \(Self.quoted(here))") -f -a \(inner.name) -d \(quoted(inner.summary))\n"
        }
        let choices = place.command.operands.flatMap(\.choices).map { choice in
            "complete -c \(program)\(seen) -f -a \(choice)\n"
        }
        // The options of a command above hold here too, and are said once, where they are declared.
        let options = place.command.options.flatMap { option in
            [line(option, seen, name: option.name, value: option.value)]
                + (option.isSecret ? [line(option, seen, name: option.fileName, value: .path)] : [])
        }
        return (commands + choices + options).joined()
    }

    private func line(_ option: Option, _ condition: String, name: String, value: Option.Value) -> String {
        let short = name == option.name ? option.short.map { " -s \($0)" } ?? "" : ""
        let argument =
            switch value {
            case .none: ""
            case .choice(let words): " -x -a \(quoted(words.joined(separator: " ")))"
            case .path: " -r -F"
            case .string, .int, .duration: " -x"
            }
        return "complete -c \(program)\(condition) -l \(name)\(short)\(argument) -d \(quoted(option.help))\n"
    }

    /// A text as one word of fish, where a backslash escapes inside single quotes too.
    private func quoted(_ text: String) -> String {
        "'" + text.reduce(into: "") { $0 += $1 == "'" || $1 == "\\" ? "\\\($1)" : String($1) } + "'"
    }
}
