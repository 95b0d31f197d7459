import CommandLine

extension TextTable {
    /// The table as the standard output is to have it: as wide as the terminal, its head set apart where colours are used; whole lines for
    /// a program that reads it.
    ///
    /// - Parameter indent: how many spaces stand before each line.
    func shown(indent: Int = 0, on terminal: Terminal = Terminal(.output)) -> String {
        let text = render(width: terminal.tableWidth.map { $0 - indent }) { terminal.styled($0, .bold) }
        guard indent > 0 else { return text }
        return text.split(separator: "\n").map { String(repeating: " ", count: indent) + $0 + "\n" }.joined()
    }
}
