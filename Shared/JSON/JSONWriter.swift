public import Foundation

/// Writes one JSON document, value after value, into one buffer.
///
/// The writer puts the commas and escapes; that brackets close in turn and names are not given twice is the caller's part. Numbers JSON does
/// not have (not a number, infinite) are written as `null`. It cannot be copied: there is one document, and one that writes it.
public struct JSONWriter: ~Copyable {
    private let text: JSONText

    /// Begins an empty document.
    ///
    /// - Parameters:
    ///   - capacity: the bytes to set aside at once.
    public init(capacity: Int = 512) {
        text = JSONText(capacity: capacity)
    }

    /// What is written so far.
    public var data: Data { text.data }

    /// Opens an object.
    public mutating func beginObject() { text.begin(isObject: true) }
    /// Closes the innermost object.
    public mutating func endObject() { text.end(isObject: true) }
    /// Opens an array.
    public mutating func beginArray() { text.begin(isObject: false) }
    /// Closes the innermost array.
    public mutating func endArray() { text.end(isObject: false) }

    /// Writes a member's name; its value is to follow.
    public mutating func name(_ name: String) { text.name(name) }

    /// Writes a text.
    public mutating func value(_ text: String) { self.text.value(text) }
    /// Writes a whole number.
    public mutating func value(_ number: some FixedWidthInteger) { text.value(number) }
    /// Writes a number.
    public mutating func value(_ number: Double) { text.value(number) }
    /// Writes a truth value.
    public mutating func value(_ truth: Bool) { text.value(truth) }
    /// Writes `null`.
    public mutating func null() { text.null() }

    /// Writes a value that is JSON already, as it stands.
    public mutating func raw(_ json: Data) { text.raw(json) }
}

extension JSONWriter {
    /// Writes a member, or nothing when its value is nil; so do the others below.
    public mutating func member(_ name: String, _ text: String?) {
        guard let text else { return }
        self.name(name)
        value(text)
    }

    /// Writes a member with a whole number.
    public mutating func member(_ name: String, _ number: (some FixedWidthInteger)?) {
        guard let number else { return }
        self.name(name)
        value(number)
    }

    /// Writes a member with a truth value.
    public mutating func member(_ name: String, _ truth: Bool?) {
        guard let truth else { return }
        self.name(name)
        value(truth)
    }

    /// Writes a member whose value is JSON already.
    public mutating func member(_ name: String, raw json: Data?) {
        guard let json else { return }
        self.name(name)
        raw(json)
    }
}
