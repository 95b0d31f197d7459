/// A place in a YAML text: where a node begins, or where a fault was found.
public struct YAMLLocation: Sendable, Hashable, CustomStringConvertible {
    /// The name of the text, as a person would look for it; usually a file's path.
    public let file: String
    /// The line, counted from 1.
    public let line: Int
    /// The column, counted from 1 in Unicode scalars.
    public let column: Int

    /// Names a place.
    public init(file: String, line: Int, column: Int) {
        self.file = file
        self.line = line
        self.column = column
    }

    /// `file:line:column`, as editors and compilers write it.
    public var description: String { "\(file):\(line):\(column)" }
}
