public import Foundation

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
