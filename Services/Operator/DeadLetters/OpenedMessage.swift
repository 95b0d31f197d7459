import Foundation
import Runtime

/// A message of the dead letters in clear: its key, headers and payload as they came.
struct OpenedMessage {
    private let message: ParkedMessage

    init(_ message: ParkedMessage) {
        self.message = message
    }

    /// The key, each header and the payload, with a name.
    var parts: [(name: String, text: String)] {
        [("key", Self.text(message.key))] + message.headers.map { ("header \($0.name)", Self.text($0.value)) }
            + [("payload", Self.text(message.value))]
    }

    /// Text where the bytes are some; else hexadecimal digits, since the bytes themselves are what is wrong.
    static func text(_ bytes: Data?) -> String {
        guard let bytes else { return "null" }
        if let text = String(validating: bytes, as: UTF8.self), !text.unicodeScalars.contains(where: isControl) { return text }
        let digits = Array("0123456789abcdef")
        return "0x" + String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }

    /// A control character could do things to a terminal.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t"
    }
}

extension OpenedMessage: Encodable {
    private enum Key: String, CodingKey {
        case key, headers, payload
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(Self.text(message.key), forKey: .key)
        try container.encode(message.headers.map { [$0.name: Self.text($0.value)] }, forKey: .headers)
        try container.encode(Self.text(message.value), forKey: .payload)
    }
}
