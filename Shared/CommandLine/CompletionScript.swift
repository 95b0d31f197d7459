/// A completion script, made from the table of commands so that it is never behind.
struct CompletionScript {
    /// One command with its place in the tree.
    struct Place {
        /// The names below the program's own, each with a space before it, as the scripts keep it: ` policy check`.
        let path: String
        let command: Command
        /// Its own options and those of the commands above it.
        let options: [Option]
    }

    let program: String
    let shell: CompletionShell
    let places: [Place]

    init(_ root: Command, _ shell: CompletionShell) {
        program = root.name
        self.shell = shell
        places = Self.places(of: root, path: "", above: [])
    }

    var text: String {
        switch shell {
        case .bash: bash
        case .zsh: zsh
        case .fish: fish
        }
    }

    /// The shell function's name: letters, digits and underscores.
    var function: String {
        "_" + String(program.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
    }

    /// How an option is written on the command line, all ways.
    func spellings(_ option: Option) -> [String] {
        let short = option.short.map { ["-\($0)"] } ?? []
        return short + ["--" + option.name] + (option.isSecret ? ["--" + option.fileName] : [])
    }

    /// A text as one word of a POSIX shell.
    static func quoted(_ text: String) -> String {
        "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }

    private static func places(of command: Command, path: String, above: [Option]) -> [Place] {
        let options = above + command.options
        return [Place(path: path, command: command, options: options)]
            + command.subcommands.flatMap { places(of: $0, path: path + " " + $0.name, above: options) }
    }
}

/// A shell that completion scripts are written for.
enum CompletionShell: String, CaseIterable {
    case bash, zsh, fish
}

extension CompletionScript {
    /// The script for bash: `source <(PROGRAM completion bash)`.
    var bash: String {
        """
        # Completion of \(program) for bash. Load it with: source <(\(program) completion bash)
        \(function)() {
            local word="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}" place="" index
            for ((index = 1; index < COMP_CWORD; index++)); do
                case "$place ${COMP_WORDS[index]}" in
        \(descent(indent: 12))
                esac
            done
            COMPREPLY=()
            case "$place $previous" in
        \(values(indent: 8, words: { "mapfile -t COMPREPLY < <(compgen -W \(Self.quoted($0)) -- \"$word\")" }, path: "mapfile -t COMPREPLY < <(compgen -f -- \"$word\")"))
            esac
            case "$place" in
        \(candidates(indent: 8) { "mapfile -t COMPREPLY < <(compgen -W \(Self.quoted($0)) -- \"$word\")" })
            esac
        }
        complete -o default -F \(function) \(program)

        """
    }

    /// The script for zsh: `source <(PROGRAM completion zsh)`, or a file named `_PROGRAM` in the `fpath`.
    var zsh: String {
        """
        #compdef \(program)
        # Completion of \(program) for zsh. Load it with: source <(\(program) completion zsh)
        \(function)() {
            local place="" index
            for ((index = 2; index < CURRENT; index++)); do
                case "$place ${words[index]}" in
        \(descent(indent: 12))
                esac
            done
            case "$place ${words[CURRENT-1]}" in
        \(values(indent: 8, words: { "compadd -- \($0)" }, path: "_files"))
            esac
            case "$place" in
        \(candidates(indent: 8) { "compadd -- \($0)" })
            esac
            [[ "${words[CURRENT]}" == -* ]] || _files
        }
        if [[ "${funcstack[1]}" == \(function) ]]; then
            \(function) "$@"
        else
            compdef \(function) \(program)
        fi

        """
    }

    /// The branches that go one command down.
    private func descent(indent: Int) -> String {
        let paths = places.map(\.path).filter { !$0.isEmpty }
        return branches(indent, paths.map { (Self.quoted($0), "place=\(Self.quoted($0))", false) })
    }

    /// The branches that complete an option's value.
    private func values(indent: Int, words: (String) -> String, path: String) -> String {
        let all = places.flatMap { place in
            place.options.filter(\.takesValue).map { option in
                let patterns = spellings(option).map { Self.quoted("\(place.path) \($0)") }.joined(separator: " | ")
                switch option.value {
                case .choice(let choices): return (patterns, words(choices.joined(separator: " ")), true)
                case .path: return (patterns, path, true)
                case .none, .string, .int, .duration: return (patterns, ":", true)
                }
            }
        }
        return branches(indent, all)
    }

    /// The branches that complete a command, an operand's choice or an option.
    private func candidates(indent: Int, _ words: (String) -> String) -> String {
        branches(
            indent,
            places.map { place in
                let names = place.command.subcommands.map(\.name) + place.command.operands.flatMap(\.choices)
                return (Self.quoted(place.path), words((names + place.options.flatMap(spellings)).joined(separator: " ")), false)
            })
    }

    private func branches(_ indent: Int, _ branches: [(pattern: String, action: String, returns: Bool)]) -> String {
        let pad = String(repeating: " ", count: indent)
        return branches.map { "\(pad)\($0.pattern)) \($0.action)\($0.returns ? "; return" : "") ;;" }.joined(separator: "\n")
    }
}

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
