/// A shell that completion scripts are written for.
enum CompletionShell: String, CaseIterable {
    case bash, zsh, fish
}
