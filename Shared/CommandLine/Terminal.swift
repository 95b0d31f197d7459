import CSystem
public import Foundation

/// What stands behind a standard stream: a terminal with a width and colours, or a file or pipe with neither.
public struct Terminal: Sendable {
    /// A way to set a text apart.
    public enum Style: Int, Sendable {
        case bold = 1
        case red = 31
        case yellow = 33
    }

    /// Whether a person looks at it.
    public let isTerminal: Bool
    /// The columns of a line; 80 when nothing else is known.
    public let width: Int
    /// The columns that tables are wrapped to; `nil` where nobody looks and nobody asks for it: programs read whole lines.
    public let tableWidth: Int?
    /// Colours are used on a terminal only, and not where `NO_COLOR` is set (no-color.org) or `TERM` is `dumb`.
    public let usesColour: Bool

    /// Looks at a stream; `COLUMNS` overrides the width.
    public init(_ stream: StandardStream, environment: [String: String] = ProcessInfo.processInfo.environment) {
        let columns = environment["COLUMNS"].flatMap { IntegerText.parse($0) } ?? Int(redress_terminal_width(stream.rawValue))
        self.init(isTerminal: isatty(stream.rawValue) == 1, columns: columns, environment: environment)
    }

    /// Describes a terminal without looking at one.
    public init(isTerminal: Bool, columns: Int, environment: [String: String]) {
        self.isTerminal = isTerminal
        width = columns > 0 ? columns : 80
        tableWidth = isTerminal || environment["COLUMNS"] != nil ? width : nil
        usesColour = isTerminal && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    }

    /// Whether a person can answer on the standard input.
    public static var inputIsTerminal: Bool { isatty(0) == 1 }

    /// The text in a style where colours are used, else as it is.
    public func styled(_ text: String, _ style: Style) -> String {
        usesColour ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }
}
