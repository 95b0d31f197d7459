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
