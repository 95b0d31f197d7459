/// The value of one piece of metadata in the log.
public enum LogValue: Sendable, Equatable {
    case string(String)
    case int(Int64)
    case double(Double)
    case bool(Bool)
    case list([LogValue])

    /// An error, by its own description.
    public static func error(_ error: any Error) -> LogValue { .string("\(error)") }

    /// A whole number of any size; one beyond 64 bits is written as text.
    public static func number(_ number: some BinaryInteger) -> LogValue { Int64(exactly: number).map(LogValue.int) ?? .string("\(number)") }

    /// A span of time, in seconds.
    public static func seconds(_ duration: Duration) -> LogValue {
        let (seconds, attoseconds) = duration.components
        return .double(Double(seconds) + Double(attoseconds) / 1e18)
    }

    /// Anything else, by its description.
    public static func describing(_ value: some CustomStringConvertible) -> LogValue { .string(value.description) }
}

extension LogValue: ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral
{
    /// A text.
    public init(stringLiteral value: String) { self = .string(value) }
    /// A whole number.
    public init(integerLiteral value: Int64) { self = .int(value) }
    /// A number.
    public init(floatLiteral value: Double) { self = .double(value) }
    /// A truth value.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    /// Several values.
    public init(arrayLiteral elements: LogValue...) { self = .list(elements) }
}

extension LogValue {
    /// The value as JSON; a number that JSON does not have is written as text.
    var json: String {
        switch self {
        case .string(let text): Self.quoted(text)
        case .int(let number): "\(number)"
        case .double(let number): number.isFinite ? "\(number)" : Self.quoted("\(number)")
        case .bool(let truth): "\(truth)"
        case .list(let values): "[" + values.map(\.json).joined(separator: ",") + "]"
        }
    }

    /// The value as a word of a text line: quoted only where a reader could not tell where it ends.
    var word: String {
        guard case .string(let text) = self else { return json }
        let isPlain = !text.isEmpty && text.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F && $0 != "\"" && $0 != "=" }
        return isPlain ? text : Self.quoted(text)
    }

    /// A text as a JSON string on one line.
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            // Beside JSON's own, the line ends of Unicode and what a terminal would act on.
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
