import Foundation

/// Bytes as base64 with `-` and `_`, without padding (RFC 4648, section 5).
enum Base64URL {
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    /// The value of each letter; 255 for what is none.
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 255, count: 256)
        for (value, letter) in letters.enumerated() { values[Int(letter)] = UInt8(value) }
        return values
    }()

    /// Appends the bytes' letters to a text under construction.
    static func append(_ bytes: ArraySlice<UInt8>, to text: inout [UInt8]) {
        let letters = letters
        var index = bytes.startIndex
        while bytes.endIndex - index >= 3 {
            let group = UInt32(bytes[index]) << 16 | UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index + 2])
            text.append(letters[Int(group >> 18)])
            text.append(letters[Int(group >> 12 & 63)])
            text.append(letters[Int(group >> 6 & 63)])
            text.append(letters[Int(group & 63)])
            index += 3
        }
        let rest = bytes.endIndex - index
        guard rest > 0 else { return }
        let group = UInt32(bytes[index]) << 16 | (rest == 2 ? UInt32(bytes[index + 1]) << 8 : 0)
        text.append(letters[Int(group >> 18)])
        text.append(letters[Int(group >> 12 & 63)])
        if rest == 2 { text.append(letters[Int(group >> 6 & 63)]) }
    }

    /// The bytes' letters.
    static func text(of bytes: Data) -> String {
        var text: [UInt8] = []
        append(Array(bytes)[...], to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// Reads letters strictly: one text for each sequence of bytes, so no padding and no stray bits at the end; nil for anything else.
    static func decode(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        let values = values
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count * 3 / 4)
        var group: UInt32 = 0
        var bits = 0
        for letter in text {
            let value = values[Int(letter)]
            guard value != 255 else { return nil }
            group = group << 6 | UInt32(value)
            bits += 6
            guard bits >= 8 else { continue }
            bits -= 8
            bytes.append(UInt8(truncatingIfNeeded: group >> UInt32(bits)))
        }
        guard bits < 6, group & (1 << UInt32(bits) - 1) == 0 else { return nil }
        return bytes
    }

    /// Reads either alphabet, padded or not: for what people paste.
    static func decodeLeniently(_ text: String) -> Data? {
        let plain = text.replacing("+", with: "-").replacing("/", with: "_")
        let unpadded = plain.prefix { $0 != "=" }
        guard plain.dropFirst(unpadded.count).allSatisfy({ $0 == "=" }) else { return nil }
        return decode(Array(unpadded.utf8)[...]).map { Data($0) }
    }
}
