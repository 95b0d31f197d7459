/// Whole numbers as people write them in settings: ASCII digits, with a `-` in front where the setting's range goes below zero; never a `+`.
enum IntegerText {
    /// `nil` for anything else, empty text, white space and digits of other scripts included, and for a number beyond 64 bits.
    static func parse(_ text: some StringProtocol) -> Int? {
        let digits = text.utf8.dropFirst(text.utf8.first == UInt8(ascii: "-") ? 1 : 0)
        guard !digits.isEmpty, digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
        return Int(text)
    }
}
