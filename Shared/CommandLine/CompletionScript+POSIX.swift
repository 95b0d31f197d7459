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
