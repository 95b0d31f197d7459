/// How every whole number in text from outside is read: ASCII digits, nothing else, and no sign unless the reader says so.
///
/// `Int("+9")` is 9 in Swift, so a field that is cut out of a longer text takes signs that do not belong there. Nothing but these readers turns
/// outside text into a number; a rule of the house holds that.
extension FixedWidthInteger {
    /// Reads one digit and more, `0` to `9`; zeros in front are taken.
    ///
    /// `nil` for anything else: empty text, a sign, white space, digits of other scripts, a number the type cannot hold.
    public init?(digits text: some StringProtocol) {
        guard let value = Self.magnitude(text.utf8, isNegative: false) else { return nil }
        self = value
    }

    /// As ``init(digits:)``, with one `-` in front where the number is below zero; never a `+`.
    public init?(signedDigits text: some StringProtocol) {
        let isNegative = text.utf8.first == UInt8(ascii: "-")
        guard let value = Self.magnitude(text.utf8.dropFirst(isNegative ? 1 : 0), isNegative: isNegative) else { return nil }
        self = value
    }

    private static func magnitude(_ bytes: some Sequence<UInt8>, isNegative: Bool) -> Self? {
        var value: Self = 0
        var isEmpty = true
        for byte in bytes {
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9"), let digit = Self(exactly: byte - UInt8(ascii: "0")) else {
                return nil
            }
            let (shifted, isTooLarge) = value.multipliedReportingOverflow(by: 10)
            let (next, isBeyond) = isNegative ? shifted.subtractingReportingOverflow(digit) : shifted.addingReportingOverflow(digit)
            guard !isTooLarge, !isBeyond else { return nil }
            value = next
            isEmpty = false
        }
        return isEmpty ? nil : value
    }
}

extension Double {
    /// Reads a decimal number as people write one: ASCII digits and, perhaps, a point and digits; neither sign nor exponent, `inf` nor `0x`.
    ///
    /// `nil` for anything else, and for a whole part beyond 18 digits.
    public init?(decimal text: some StringProtocol) {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard Int64(digits: parts[0]) != nil, parts.count == 1 || Int64(digits: parts[1].prefix(18)) != nil,
            parts.allSatisfy({ $0.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } })
        else { return nil }
        self.init(text)
    }
}
