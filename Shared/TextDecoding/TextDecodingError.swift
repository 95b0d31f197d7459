public import Foundation

/// Why bytes could not be read as text of an encoding.
public enum TextDecodingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The bytes from `offset` on are not a character of the encoding; `before` is the text in front of them, in UTF-8.
    case invalid(offset: Int, before: Data)
    /// The system's C library has no table for the encoding.
    case unavailable(TextEncoding)

    public var description: String {
        switch self {
        case .invalid(let offset, _): "the bytes from \(offset) on are not a character of the encoding"
        case .unavailable(let encoding): "this system cannot read \(encoding.title): the C library's gconv module is missing"
        }
    }
}
