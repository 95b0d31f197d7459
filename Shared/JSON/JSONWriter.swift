public import Foundation

/// Writes one JSON document, value after value, into one buffer.
///
/// The writer puts the commas and escapes; that brackets close in turn and names are not given twice is the caller's part. Numbers JSON does
/// not have (not a number, infinite) are written as `null`.
public struct JSONWriter: Sendable {
    private var bytes: [UInt8] = []
    private var needsComma = false

    /// Begins an empty document.
    ///
    /// - Parameters:
    ///   - capacity: the bytes to set aside at once.
    public init(capacity: Int = 512) {
        bytes.reserveCapacity(capacity)
    }

    /// What is written so far.
    public var data: Data { Data(bytes) }

    /// Opens an object.
    public mutating func beginObject() { open(UInt8(ascii: "{")) }
    /// Closes the innermost object.
    public mutating func endObject() { close(UInt8(ascii: "}")) }
    /// Opens an array.
    public mutating func beginArray() { open(UInt8(ascii: "[")) }
    /// Closes the innermost array.
    public mutating func endArray() { close(UInt8(ascii: "]")) }

    /// Writes a member's name; its value is to follow.
    public mutating func name(_ name: String) {
        separate()
        quote(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// Writes a text.
    public mutating func value(_ text: String) {
        separate()
        quote(text)
    }

    /// Writes a whole number.
    public mutating func value(_ number: some FixedWidthInteger) { word("\(number)") }
    /// Writes a number.
    public mutating func value(_ number: Double) { word(number.isFinite ? "\(number)" : "null") }
    /// Writes a truth value.
    public mutating func value(_ truth: Bool) { word(truth ? "true" : "false") }
    /// Writes `null`.
    public mutating func null() { word("null") }

    /// Writes a value that is JSON already, as it stands.
    public mutating func raw(_ json: Data) {
        separate()
        bytes.append(contentsOf: json)
    }

    private mutating func word(_ word: String) {
        separate()
        bytes.append(contentsOf: word.utf8)
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    private mutating func open(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        needsComma = false
    }

    private mutating func close(_ bracket: UInt8) {
        needsComma = true
        bytes.append(bracket)
    }

    /// Copies the stretches that need no escape as they are: that is nearly all of nearly every text.
    private mutating func quote(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { utf8 in
            var start = 0
            for index in utf8.indices {
                let byte = unsafe utf8[index]
                guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
                unsafe bytes.append(contentsOf: utf8[start..<index])
                bytes.append(contentsOf: Self.escape(byte).utf8)
                start = index + 1
            }
            unsafe bytes.append(contentsOf: utf8[start...])
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func escape(_ byte: UInt8) -> String {
        if byte >= 0x20 { return "\\" + String(UnicodeScalar(byte)) }
        return (byte < 0x10 ? "\\u000" : "\\u00") + String(byte, radix: 16)
    }
}
